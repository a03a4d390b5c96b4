import { compareVersions, versionSchema } from '../contract/index.ts';

/** The version that this pane was built as; the build writes it into the page. */
export function paneVersion(page: Document): string {
  const content = page.querySelector('meta[name="distribution-desk-version"]')?.getAttribute('content');
  return versionSchema.parse(content);
}

/** How the server's version stands to the pane's own. */
export type ServerVersion = 'same' | 'newer' | 'older';

/** Tells `heard` whenever that is another one than before; what is no version says nothing. */
export function versionWatch(
  own: string,
  heard: (server: ServerVersion) => void,
): (said: string | null) => void {
  let known: ServerVersion = 'same';
  return (said) => {
    const server = versionSchema.safeParse(said).data;
    if (server === undefined) return;
    const difference = compareVersions(server, own);
    const now = difference === 0 ? 'same' : difference > 0 ? 'newer' : 'older';
    if (now === known) return;
    known = now;
    heard(now);
  };
}
