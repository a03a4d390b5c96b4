import { strFromU8, strToU8, unzipSync, zipSync, type Unzipped } from 'fflate';

/**
 * What a workbook keeps of an add-in, where Excel keeps it: in `xl/webextensions`, led to from the root of the package.
 * Document settings are the properties of such a part, their values JSON.
 */
export interface WebExtension {
  /** The id of the part, in braces. */
  instanceId: string;
  /** From where Excel gets the add-in: `we:reference` and `we:alternateReferences`, as they stand in the file. */
  references: string;
}

/** The setting by which Excel opens an add-in's pane with the workbook. */
export const AUTO_SHOW = 'Office.AutoShowTaskpaneWithDocument';

const FOLDER = 'xl/webextensions/';
const ROOT = '_rels/.rels';
const TYPES = '[Content_Types].xml';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.microsoft.com/office';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** An add-in that was sideloaded. */
export function sideloaded({ id, version }: { id: string; version: string }): WebExtension {
  return {
    instanceId: `{${id.toUpperCase()}}`,
    references: `<we:reference id="${id}" version="${version}" store="developer" storeType="Registry"/><we:alternateReferences/>`,
  };
}

/** For a workbook that no add-in is known of. */
const UNKNOWN = sideloaded({ id: '00000000-0000-0000-0000-000000000001', version: '1.0.0.0' });

/** The settings in the bytes of an `.xlsx`, empty when it has none, and the add-in that they are of. */
export function readWebExtension(bytes: Uint8Array): {
  settings: Map<string, unknown>;
  extension: WebExtension | null;
} {
  const settings = new Map<string, unknown>();
  let extension: WebExtension | null = null;
  const parts = unzipSync(bytes, {
    filter: ({ name }) => /^xl\/webextensions\/webextension\d*\.xml$/.test(name),
  });
  for (const part of Object.values(parts)) {
    const xml = strFromU8(part);
    for (const [, name = '', value = ''] of xml.matchAll(/<we:property name="([^"]*)" value="([^"]*)"/g)) {
      settings.set(unescaped(name), parsed(unescaped(value)));
    }
    const references = /<we:reference [\s\S]*?(?=<we:properties)/.exec(xml)?.[0];
    const instanceId = /<we:webextension [^>]*\bid="([^"]+)"/.exec(xml)?.[1];
    if (references !== undefined && instanceId !== undefined) extension ??= { instanceId, references };
  }
  return { settings, extension };
}

/** The `.xlsx` with these settings as an add-in's; unchanged when there are none and no add-in was in it. */
export function withWebExtension(
  bytes: Uint8Array,
  settings: ReadonlyMap<string, unknown>,
  extension: WebExtension | null,
): Uint8Array {
  if (settings.size === 0 && extension === null) return bytes;
  const parts: Unzipped = unzipSync(bytes);
  const root = strFromU8(parts[ROOT] ?? new Uint8Array());
  const types = strFromU8(parts[TYPES] ?? new Uint8Array());
  parts[ROOT] = strToU8(
    root.replace(
      '</Relationships>',
      `<Relationship Id="webextensions" Type="${OFFICE}/2011/relationships/webextensiontaskpanes" Target="${FOLDER}taskpanes.xml"/></Relationships>`,
    ),
  );
  parts[TYPES] = strToU8(
    types.replace(
      '</Types>',
      `<Override PartName="/${FOLDER}taskpanes.xml" ContentType="application/vnd.ms-office.webextensiontaskpanes+xml"/>` +
        `<Override PartName="/${FOLDER}webextension1.xml" ContentType="application/vnd.ms-office.webextension+xml"/></Types>`,
    ),
  );
  parts[`${FOLDER}taskpanes.xml`] = strToU8(
    `${HEAD}<wetp:taskpanes xmlns:wetp="${OFFICE}/webextensions/taskpanes/2010/11">` +
      '<wetp:taskpane dockstate="right" visibility="0" width="350" row="4">' +
      '<wetp:webextensionref xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/>' +
      '</wetp:taskpane></wetp:taskpanes>',
  );
  parts[`${FOLDER}_rels/taskpanes.xml.rels`] = strToU8(
    `${HEAD}<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="rId1" ` +
      `Type="${OFFICE}/2011/relationships/webextension" Target="webextension1.xml"/></Relationships>`,
  );
  parts[`${FOLDER}webextension1.xml`] = strToU8(extensionXml(settings, extension ?? UNKNOWN));
  return zipSync(parts);
}

function extensionXml(settings: ReadonlyMap<string, unknown>, extension: WebExtension): string {
  const properties = [...settings].map(
    ([name, value]) =>
      `<we:property name="${escaped(name)}" value="${escaped(JSON.stringify(value) ?? 'null')}"/>`,
  );
  return (
    `${HEAD}<we:webextension xmlns:we="${OFFICE}/webextensions/webextension/2010/11" id="${extension.instanceId}">` +
    `${extension.references}<we:properties>${properties.join('')}</we:properties><we:bindings/></we:webextension>`
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Excel's own add-ins may keep plain texts.
    return text;
  }
}
const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
  '\r': '&#13;',
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"\n\t\r]/g, (character) => ENTITIES[character] ?? character);
}

function unescaped(text: string): string {
  const characters = Object.entries(ENTITIES);
  return text.replaceAll(
    /&[#a-z0-9]+;/g,
    (entity) => characters.find(([, name]) => name === entity)?.[0] ?? entity,
  );
}
