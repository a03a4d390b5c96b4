/** A button of the ribbon that opens the pane. */
export interface ManifestCommand {
  id: string;
  label: string;
  tip: string;
  /** Path and query of the page that it opens, without the host. */
  page: string;
}

/** The buttons of a manifest in their order, each with the texts of its default language. */
export function manifestCommands(manifest: string): ManifestCommand[] {
  const resources = new Map(
    [...manifest.matchAll(/<bt:(?:Url|String) id="([^"]+)" DefaultValue="([^"]*)"/g)].map(
      ([, id = '', value = '']) => [id, unescaped(value)],
    ),
  );
  const resource = (xml: string, element: string): string => {
    const id = new RegExp(`<${element} resid="([^"]+)"`).exec(xml)?.[1] ?? '';
    const value = resources.get(id);
    if (value === undefined) throw new TypeError(`The manifest has no text or address "${id}".`);
    return value;
  };
  return [...manifest.matchAll(/<Control xsi:type="Button" id="([^"]+)">([\s\S]*?)<\/Control>/g)].map(
    ([, id = '', xml = '']) => {
      const { pathname, search } = new URL(resource(xml, 'SourceLocation'));
      return {
        id,
        label: resource(xml, 'Label'),
        tip: resource(xml, 'Description'),
        page: `${pathname}${search}`,
      };
    },
  );
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
