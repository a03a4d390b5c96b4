import { existsSync, readFileSync } from 'node:fs';
import { OfficeAddinManifest } from 'office-addin-manifest';
import { orderProblems } from './manifest-order.ts';
import { autoShow } from './template/web-extension.ts';

/** What stands in the committed manifest, and is replaced when it is written for another host. */
export const defaultHost = 'https://localhost:3000';

/** Microsoft's bounds on what a manifest says, in characters (manifest reference, "Resources" and "DisplayName"). */
const longestShortString = 125;
const longestLongString = 250;

/**
 * Two add-ins as Excel sees them, so that a pilot can be tried beside what everybody uses; the committed manifest, which is
 * for a developer's own machine, is a third.
 */
export const addIns = {
  pilot: { id: '3f7c0b52-94b4-4f0e-8a56-0d6b7f6f5a11', suffix: ' (pilot)' },
  production: { id: 'b8a2d0c4-6c1e-4d3b-9f57-5e0c2a7d9e43', suffix: '' },
} as const;

export type AddInKind = keyof typeof addIns;

/**
 * The manifest as one add-in of a version. Throws a `TypeError` for a version that Office does not take: one to four
 * numbers with points between, which become four.
 */
export function asAddIn(manifest: string, kind: AddInKind, version: string): string {
  if (!/^\d{1,5}(\.\d{1,5}){0,3}$/.test(version)) {
    throw new TypeError(`--version must be numbers with points between, such as 1.2.0, not "${version}".`);
  }
  const four = [...version.split('.'), '0', '0', '0'].slice(0, 4).join('.');
  const { id, suffix } = addIns[kind];
  return manifest
    .replace(/<Id>[^<]+<\/Id>/, `<Id>${id}</Id>`)
    .replace(/<Version>[^<]+<\/Version>/, `<Version>${four}</Version>`)
    .replace(/(<DisplayName DefaultValue="[^"]+)"/, `$1${suffix}"`)
    .replace(/(id="Group\.Label" DefaultValue="[^"]+)"/, `$1${suffix}"`);
}

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
    ...orderProblems(text),
    ...overrideProblems(text),
    ...commandProblems(text),
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

/** A text in another language is bound by the same length, and each string has all the languages of the others. */
function overrideProblems(text: string): string[] {
  const strings = [
    ...text.matchAll(/<bt:String id="([^"]+)" DefaultValue="[^"]*"(?:\/>|>([\s\S]*?)<\/bt:String>)/g),
  ].map(([, id = '', inner = '']) => ({
    id,
    overrides: [...inner.matchAll(/Locale="([^"]+)" Value="([^"]*)"/g)].map(
      ([, locale = '', value = '']) => ({
        locale,
        value,
      }),
    ),
  }));
  const short = /<bt:ShortStrings>[\s\S]*<\/bt:ShortStrings>/.exec(text)?.[0] ?? '';
  const locales = new Set(strings.flatMap(({ overrides }) => overrides.map(({ locale }) => locale)));
  return strings.flatMap(({ id, overrides }) => {
    const longest = short.includes(`id="${id}"`) ? longestShortString : longestLongString;
    const missing = [...locales].filter((locale) => !overrides.some((one) => one.locale === locale));
    return [
      ...missing.map((locale) => `The text of ${id} has no ${locale}.`),
      ...overrides
        .filter(({ value }) => value.length > longest)
        .map(({ locale }) => `The text of ${id} in ${locale} is too long.`),
    ];
  });
}

/** The pane that a workbook opens must be the first one, and every button must open the same. */
function commandProblems(text: string): string[] {
  const ids = [...text.matchAll(/<TaskpaneId>([^<]*)<\/TaskpaneId>/g)].map(([, id]) => id);
  return [
    ...(text.includes('<Control xsi:type="Button"') ? [] : ['The manifest has no buttons.']),
    ...(ids.every((id) => id === autoShow) ? [] : [`Every TaskpaneId must be ${autoShow}.`]),
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
