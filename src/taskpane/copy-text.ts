/**
 * Puts text on the clipboard. `navigator.clipboard` needs a permission that Office's frames do not grant, so this selects
 * the text of a field that nobody sees and copies it, which works within any click. False when the browser refused.
 */
export function copyText(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.style.position = 'fixed';
  field.style.opacity = '0';
  const focused = document.activeElement;
  document.body.append(field);
  field.select();
  const isCopied = document.execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return isCopied;
}
