/** Files as text, which is what a test can pass to a page and take from it. */

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  const chunkLength = 0x8000;
  for (let at = 0; at < bytes.length; at += chunkLength) {
    text += String.fromCharCode(...bytes.subarray(at, at + chunkLength));
  }
  return btoa(text);
}

export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

/** An `.xlsx` is a ZIP file, and every ZIP file begins with the same four bytes: `PK`, 3, 4. */
export function isWorkbookInBase64(text: string): boolean {
  return text.startsWith('UEsDB');
}
