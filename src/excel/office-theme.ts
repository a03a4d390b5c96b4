export interface OfficeTheme {
  isDark: boolean;
}

/** The theme of Office around the pane; null where Office does not tell, as on most of the web. */
export function officeTheme(): OfficeTheme | null {
  const theme = currentOfficeTheme();
  if (theme === null) return null;
  if (typeof theme.isDarkTheme === 'boolean') return { isDark: theme.isDarkTheme };
  const isDark = isDarkColor(theme.bodyBackgroundColor ?? '');
  return isDark === null ? null : { isDark };
}

/** How often it is looked whether the theme is another one. */
const lookEveryMs = 5_000;

/**
 * Calls the listener when the theme turned dark or light; returns the way to stop. Office raises its theme event in
 * Outlook alone, so here the theme is looked at: when somebody comes back to the pane, and every few seconds while it is
 * seen. Office.js itself answers with what it heard less than five seconds ago (`OfficeThemeManager`).
 */
export function onOfficeThemeChanged(listener: (theme: OfficeTheme) => void): () => void {
  let known = officeTheme()?.isDark;
  const look = () => {
    if (document.visibilityState === 'hidden') return;
    const theme = officeTheme();
    if (theme === null || theme.isDark === known) return;
    known = theme.isDark;
    listener(theme);
  };
  const timer = setInterval(look, lookEveryMs);
  window.addEventListener('focus', look);
  document.addEventListener('visibilitychange', look);
  return () => {
    clearInterval(timer);
    window.removeEventListener('focus', look);
    document.removeEventListener('visibilitychange', look);
  };
}

/** The typings promise a theme everywhere; hosts leave it out, or parts of it. */
function currentOfficeTheme(): Partial<Office.OfficeTheme> | null {
  if (typeof Office === 'undefined') return null;
  const context = Office.context as { officeTheme?: Partial<Office.OfficeTheme> | null } | undefined;
  return context?.officeTheme ?? null;
}

/** By the luminance of `#rrggbb` (ITU-R BT.601); null for anything else. */
function isDarkColor(color: string): boolean | null {
  const digits = /^#?([0-9a-f]{6})$/i.exec(color)?.[1];
  if (digits === undefined) return null;
  const rgb = Number.parseInt(digits, 16);
  return 0.299 * (rgb >> 16) + 0.587 * ((rgb >> 8) & 255) + 0.114 * (rgb & 255) < 128;
}
