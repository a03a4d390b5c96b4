/** What the server of the page says in `config.json`, beside the page. Addresses may be relative to the page. */
export interface WorkbenchConfig {
  /** The page of the pane; its host name must be this page's. */
  paneUrl: string;
  /** The `.xlsx` to open first; null is an empty workbook. */
  workbookUrl: string | null;
  workbookName: string;
  /** Added to every Office.js request. */
  latencyMs: number;
  /** The add-in that the pane is, as its manifest says; null for none. */
  addIn: { id: string; version: string } | null;
  /** Its buttons in the ribbon; `page` is the address that the pane shows then. */
  commands: readonly PaneCommand[];
}

export interface PaneCommand {
  id: string;
  label: string;
  tip: string;
  page: string;
}

/** Rejects with a sentence when the file is missing or lacks the address of the pane. */
export async function loadConfig(): Promise<WorkbenchConfig> {
  const url = new URL('config.json', document.baseURI);
  const response = await fetch(url);
  if (!response.ok)
    throw new Error(`The workbench found no configuration at ${url.href} (${response.status}).`);
  const config = (await response.json()) as Partial<WorkbenchConfig>;
  if (typeof config.paneUrl !== 'string') throw new Error(`${url.href} names no paneUrl.`);
  const { workbookUrl = null, workbookName = 'Book1.xlsx', latencyMs = 0, addIn = null } = config;
  const absolute = (address: string) => new URL(address, document.baseURI).href;
  const paneUrl = absolute(config.paneUrl);
  // Without a manifest there is one button all the same.
  const only = { id: 'open', label: 'Distributions', tip: 'Distributions', page: paneUrl };
  const commands = (config.commands ?? [only]).map((command) => ({
    ...command,
    page: absolute(command.page),
  }));
  return { paneUrl, workbookUrl, workbookName, latencyMs, addIn, commands };
}
