import { existsSync, readFileSync } from 'node:fs';
import { OfficeAddinManifest } from 'office-addin-manifest';

/** What stands in the committed manifest, and is replaced when it is written for another host. */
export const defaultHost = 'https://localhost:3000';

/** Microsoft's bounds on what a manifest says, in characters (manifest reference, "Resources" and "DisplayName"). */
const longestShortString = 125;
const longestLongString = 250;

/**
 * The manifest for another host, as text. Throws a `TypeError` that says what is wrong when the URL is not an https
 * origin: Office loads no pane over http.
 */
export function manifestFor(manifest: string, url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed?.protocol !== 'https:') {
    throw new TypeError(`--url must be an https address such as https://desk.example.com, not "${url}".`);
  }
  if (parsed.pathname !== '/' || parsed.search !== '' || parsed.hash !== '') {
    throw new TypeError(`--url must name a host alone, without a path: try ${parsed.origin}.`);
  }
  return manifest.replaceAll(defaultHost, parsed.origin);
}

/** The id and the version of the add-in of a manifest. Throws a `TypeError` where it names none. */
export function addInOf(manifest: string): { id: string; version: string } {
  const id = /<Id>([^<]+)<\/Id>/.exec(manifest)?.[1];
  const version = /<Version>([^<]+)<\/Version>/.exec(manifest)?.[1];
  if (id === undefined || version === undefined)
    throw new TypeError('The manifest names no id or no version.');
  return { id, version };
}

/** Everything that is wrong with a manifest, one sentence each; an empty list means that it is fine. */
export async function manifestProblems(path: string, assetsDir: string): Promise<string[]> {
  const text = readFileSync(path, 'utf8');
  const info = await OfficeAddinManifest.readManifestFile(path);
  return [
    ...(info.hosts?.includes('Workbook') ? [] : ['The manifest does not name Excel (Host "Workbook").']),
    ...(info.defaultSettings?.sourceLocation ? [] : ['The manifest names no page for the pane.']),
    ...resourceProblems(text),
    ...urlProblems(text),
    ...iconProblems(text, assetsDir),
  ];
}

/** Every `resid` must be defined, and every defined string be short enough. */
function resourceProblems(text: string): string[] {
  const used = [...text.matchAll(/resid="([^"]+)"/g)].map((match) => match[1] ?? '');
  const defined = [...text.matchAll(/<bt:(Image|Url|String) id="([^"]+)" DefaultValue="([^"]*)"/g)];
  const ids = new Set(defined.map((match) => match[2]));
  const shortSection = /<bt:ShortStrings>[\s\S]*<\/bt:ShortStrings>/.exec(text)?.[0] ?? '';
  const tooLong = defined.filter(([, kind, id, value]) => {
    const longest = shortSection.includes(`id="${id}"`) ? longestShortString : longestLongString;
    return kind === 'String' && (value ?? '').length > longest;
  });
  return [
    ...used.filter((id) => !ids.has(id)).map((id) => `The resource ${id} is used and not defined.`),
    ...[...ids]
      .filter((id) => !used.includes(id ?? ''))
      .map((id) => `The resource ${id} is defined and not used.`),
    ...[...ids]
      .filter((id) => (id ?? '').length > 32)
      .map((id) => `The resource id ${id} is longer than 32 characters.`),
    ...tooLong.map((match) => `The text of ${match[2]} is too long.`),
  ];
}

/** One host throughout, over https. */
function urlProblems(text: string): string[] {
  const urls = [...text.matchAll(/DefaultValue="(https?:[^"]+)"/g)].map((match) => new URL(match[1] ?? ''));
  const origins = new Set(urls.map((url) => url.origin));
  return [
    ...urls.filter((url) => url.protocol !== 'https:').map((url) => `${url.href} must be https.`),
    ...(origins.size === 1 ? [] : [`The manifest names several hosts: ${[...origins].join(', ')}.`]),
  ];
}

/** Every icon that the manifest names must exist and have the size that its name says. */
function iconProblems(text: string, assetsDir: string): string[] {
  const names = new Set([...text.matchAll(/\/assets\/(icon-(\d+)\.png)/g)].map((match) => match[1] ?? ''));
  return [...names].flatMap((name) => {
    const path = `${assetsDir}/${name}`;
    if (!existsSync(path)) return [`The icon ${name} does not exist: run npm run icons.`];
    const size = Number(/\d+/.exec(name)?.[0]);
    const png = readFileSync(path);
    const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
    return width === size && height === size ? [] : [`The icon ${name} is ${width} × ${height} pixels.`];
  });
}
