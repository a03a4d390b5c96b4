import type { Workbench } from './workbench.ts';
import { saveWorkbook } from './workbook-files.ts';

const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Lets a person choose an `.xlsx` and opens it. */
export function chooseAndOpen(workbench: Workbench): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = `.xlsx,${XLSX_TYPE}`;
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (!file) return;
    void workbench.runLong(async () => {
      await workbench.open(new Uint8Array(await file.arrayBuffer()), file.name);
    });
  });
  input.click();
}

/** Gives the workbook to the browser as a download. */
export function saveAsDownload(workbench: Workbench): void {
  void workbench.runLong(async () => {
    const bytes = await saveWorkbook(workbench.book());
    const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: XLSX_TYPE }));
    const link = document.createElement('a');
    link.href = url;
    link.download = workbench.book().name;
    link.click();
    URL.revokeObjectURL(url);
  });
}
