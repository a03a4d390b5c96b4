import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openExcel, type OpenExcel } from '../office/excel.ts';

let excel: OpenExcel;

beforeEach(async () => {
  excel = await openExcel();
});

afterEach(() => excel.host.dispose());

function save(): Promise<Office.AsyncResult<void>> {
  return new Promise((resolve) => Office.context.document.settings.saveAsync(resolve));
}

test('Office is ready in Excel', async () => {
  await expect(Office.onReady()).resolves.toEqual({ host: 'Excel', platform: 'OfficeOnline' });
});

test('document settings reach the workbook when they are saved', async () => {
  const { settings } = Office.context.document;
  settings.set('mode', { live: false });
  expect(settings.get('mode')).toEqual({ live: false });
  expect(excel.book.settings.has('mode')).toBe(false);
  expect((await save()).status).toBe(Office.AsyncResultStatus.Succeeded);
  expect(excel.book.settings.get('mode')).toEqual({ live: false });
  settings.remove('mode');
  await save();
  expect(excel.book.settings.has('mode')).toBe(false);
});

test('requirement sets are claimed up to a version', () => {
  const { requirements } = Office.context;
  expect(requirements.isSetSupported('ExcelApi', '1.17')).toBe(true);
  expect(requirements.isSetSupported('ExcelApi', '1.99')).toBe(false);
  expect(requirements.isSetSupported('WordApi')).toBe(false);
});

test('disposing takes the globals away, and the next workbook begins anew', async () => {
  excel.host.dispose();
  expect(typeof Excel).toBe('undefined');
  excel = await openExcel();
  const name = await Excel.run(async (context) => {
    context.workbook.load('name');
    await context.sync();
    return context.workbook.name;
  });
  expect(name).toBe('Payouts.xlsx');
});
