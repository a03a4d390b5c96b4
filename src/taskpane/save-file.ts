/** Offers a text as a file of this name; where the host's web view lets nothing be saved, the browser says so itself. */
export function saveFile(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has begun by then; the text must not stay in memory for as long as the pane is open.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
