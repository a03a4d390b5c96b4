/**
 * Document settings live where Excel keeps those of add-ins: in `xl/webextensions/webextension1.xml`, as properties
 * whose values are JSON. The part is written without the relations that would make Excel start an add-in by it; this
 * reader finds the part by its name.
 */
export const SETTINGS_PART = 'xl/webextensions/webextension1.xml';

const SETTINGS_PATH = /^xl\/webextensions\/webextension\d*\.xml$/;

export function settingsXml(settings: ReadonlyMap<string, unknown>): Uint8Array {
  const properties = [...settings].map(
    ([name, value]) =>
      `<we:property name="${escaped(name)}" value="${escaped(JSON.stringify(value) ?? 'null')}"/>`,
  );
  const xml =
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<we:webextension xmlns:we="http://schemas.microsoft.com/office/webextensions/webextension/2010/11" ' +
    'id="{00000000-0000-0000-0000-000000000001}"><we:reference id="00000000-0000-0000-0000-000000000001" version="1.0.0.0" store="developer" storeType="Registry"/>' +
    `<we:alternateReferences/><we:properties>${properties.join('')}</we:properties><we:bindings/></we:webextension>`;
  return new TextEncoder().encode(xml);
}

/** The settings in the bytes of an `.xlsx`; empty when it has none. */
export async function readSettings(bytes: Uint8Array): Promise<Map<string, unknown>> {
  const settings = new Map<string, unknown>();
  for (const entry of zipEntries(bytes)) {
    if (!SETTINGS_PATH.test(entry.name)) continue;
    const xml = new TextDecoder().decode(await entry.read());
    for (const [, name = '', value = ''] of xml.matchAll(/<we:property name="([^"]*)" value="([^"]*)"/g)) {
      settings.set(unescaped(name), parsed(unescaped(value)));
    }
  }
  return settings;
}

interface ZipEntry {
  name: string;
  read(): Promise<Uint8Array>;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;

/** The `.xlsx` library keeps no part that it does not know, so this reads the archive's own directory (APPNOTE 4.3). */
function zipEntries(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END_OF_DIRECTORY) end -= 1;
  if (end < 0) return [];
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let count = view.getUint16(end + 10, true); count > 0; count -= 1) {
    if (view.getUint32(at, true) !== DIRECTORY_ENTRY) break;
    const method = view.getUint16(at + 10, true);
    const size = view.getUint32(at + 20, true);
    const nameLength = view.getUint16(at + 28, true);
    const header = view.getUint32(at + 42, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    entries.push({
      name,
      read: () => {
        const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
        return inflated(bytes.slice(start, start + size), method);
      },
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

async function inflated(data: Uint8Array<ArrayBuffer>, method: number): Promise<Uint8Array> {
  if (method === 0) return data;
  const stream = new Blob([data]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
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
