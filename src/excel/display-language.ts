/** The language of Office around the pane, as a BCP 47 tag such as `de-CH`; null where Office does not tell. */
export function displayLanguage(): string | null {
  if (typeof Office === 'undefined') return null;
  const context = Office.context as { displayLanguage?: string } | undefined;
  return context?.displayLanguage ?? null;
}
