/** Opens a web address in the user's browser. Only https: anything else, `javascript:` above all, is a bug of the caller. */
export function openUrl(url: string): void {
  if (new URL(url).protocol !== 'https:') throw new TypeError('Only https addresses are opened.');
  const isInOffice = typeof Office !== 'undefined';
  if (isInOffice && Office.context?.requirements?.isSetSupported('OpenBrowserWindowApi', '1.1')) {
    Office.context.ui.openBrowserWindow(url);
  } else {
    window.open(url, '_blank', 'noopener,noreferrer');
  }
}
