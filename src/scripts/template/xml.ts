const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escapeXml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? character);
}

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const relationshipsNamespace = 'http://schemas.openxmlformats.org/package/2006/relationships';
export const officeRelationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const mainNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export interface Relationship {
  id: string;
  type: string;
  target: string;
}

export function relationshipsXml(relationships: readonly Relationship[]): string {
  const items = relationships.map(
    ({ id, type, target }) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`,
  );
  return `${xmlHead}<Relationships xmlns="${relationshipsNamespace}">${items.join('')}</Relationships>`;
}

/** `A` for 0, `AA` for 26. */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26);
  const last = String.fromCharCode(65 + (index % 26));
  return rest === 0 ? last : columnLetter(rest - 1) + last;
}
