/** Which Excel this is, for whoever helps: `Excel, PC, 16.0.17328.20162`; null where Office does not tell. */
export function hostFacts(): string | null {
  if (typeof Office === 'undefined') return null;
  const context = Office.context as { diagnostics?: Partial<Office.ContextInformation> } | undefined;
  const { host, platform, version } = context?.diagnostics ?? {};
  const facts = [host, platform, version].filter((fact) => fact !== undefined);
  return facts.length === 0 ? null : facts.join(', ');
}
