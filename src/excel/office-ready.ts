/**
 * Resolves once Office.js is ready. `none`: the page is open outside Excel, or Office.js did not load. Must have resolved
 * before any other door of this room is used.
 */
export async function officeReady(): Promise<{ host: 'Excel' | 'none'; platform: string }> {
  if (typeof Office === 'undefined') return { host: 'none', platform: 'unknown' };
  const info = (await Office.onReady()) as { host: unknown; platform: unknown } | null;
  return {
    host: info?.host === 'Excel' ? 'Excel' : 'none',
    platform: typeof info?.platform === 'string' ? info.platform : 'unknown',
  };
}
