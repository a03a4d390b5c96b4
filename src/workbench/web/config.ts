/** What the server of the page says in `config.json`, beside the page. Addresses may be relative to the page. */
export interface WorkbenchConfig {
  /** The page of the pane; its host name must be this page's. */
  paneUrl: string;
  /** The `.xlsx` to open first; null is an empty workbook. */
  workbookUrl: string | null;
  workbookName: string;
  /** Added to every Office.js request. */
  latencyMs: number;
}

/** Rejects with a sentence when the file is missing or lacks the address of the pane. */
export async function loadConfig(): Promise<WorkbenchConfig> {
  const url = new URL('config.json', document.baseURI);
  const response = await fetch(url);
  if (!response.ok)
    throw new Error(`The workbench found no configuration at ${url.href} (${response.status}).`);
  const config = (await response.json()) as Partial<WorkbenchConfig>;
  if (typeof config.paneUrl !== 'string') throw new Error(`${url.href} names no paneUrl.`);
  const { paneUrl, workbookUrl = null, workbookName = 'Book1.xlsx', latencyMs = 0 } = config;
  return { paneUrl: new URL(paneUrl, document.baseURI).href, workbookUrl, workbookName, latencyMs };
}
