/**
 * Pane and proxy each say of which release they are, the pane with every request and the proxy with every answer under
 * `/api`. A release works with the release before it in both directions, so that a pane that is open while the proxy is
 * replaced can go on until its user reloads it.
 */
import { z } from 'zod';

export const versionHeader = 'x-distribution-desk-version';

/** As `package.json` says it: three numbers. */
export const versionSchema = z.string().regex(/^\d{1,5}\.\d{1,5}\.\d{1,5}$/);

/** The oldest pane that is still served: the release before the present one, whenever a release is made. */
export const oldestPaneVersion = '0.1.0';

/** Below 0 when `one` is the older version, above when it is the newer one. Both must be versions. */
export function compareVersions(one: string, other: string): number {
  const [left, right] = [one, other].map((version) => version.split('.').map(Number));
  for (const index of [0, 1, 2]) {
    const difference = (left?.[index] ?? 0) - (right?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
