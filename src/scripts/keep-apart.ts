import type { Page } from 'playwright-core';

/** The port of an origin that nobody listens at: its requests are answered from the desk's. */
export const workbenchOrigin = 'https://localhost:4999';

/** Serves the workbench at an origin of its own, and tells the browser to give each of the two its own process. */
export async function keepApart(page: Page, deskUrl: string, framed = '/taskpane.html'): Promise<void> {
  await page.route(`${workbenchOrigin}/**`, async (route) => {
    const response = await route.fetch({ url: route.request().url().replace(workbenchOrigin, deskUrl) });
    const { 'content-security-policy': _policy, ...headers } = response.headers();
    const apart = { ...headers, 'origin-agent-cluster': '?1' };
    if (!route.request().url().endsWith('/config.json')) return route.fulfill({ response, headers: apart });
    const config = (await response.json()) as object;
    return route.fulfill({
      response,
      headers: apart,
      json: { ...config, paneUrl: `${deskUrl}${framed}` },
    });
  });
  await page.route(`${deskUrl}${framed.replace(/\?.*/, '')}*`, async (route) => {
    const response = await route.fetch();
    const {
      'content-security-policy': policy = '',
      'x-frame-options': _frames,
      ...headers
    } = response.headers();
    const framedBy = policy.replace(/frame-ancestors[^;]*/, `frame-ancestors ${workbenchOrigin}`);
    await route.fulfill({
      response,
      headers: { ...headers, 'content-security-policy': framedBy, 'origin-agent-cluster': '?1' },
    });
  });
}
