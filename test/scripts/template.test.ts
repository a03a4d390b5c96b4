import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import { afterAll, describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { entityTypes, type IsoDate } from '../../src/contract/index.ts';
import { checkTable, suggestMapping } from '../../src/domain/index.ts';
import { suggestFor } from '../../src/domain/suggest-mapping.ts';
import { formOfKind, recogniseForm } from '../../src/domain/table-forms.ts';
import { readSelectedTable } from '../../src/excel/index.ts';
import { addInOf } from '../../src/scripts/manifest-file.ts';
import { projectPath } from '../../src/scripts/project-path.ts';
import { templateSheets } from '../../src/scripts/template/columns.ts';
import { lists } from '../../src/scripts/template/guide.ts';
import { autoShow } from '../../src/scripts/template/web-extension.ts';
import { templateWorkbook } from '../../src/scripts/template/workbook.ts';
import type { CellInput } from '../../src/workbench/book/book.ts';
import type { WorkbenchBook } from '../../src/workbench/book/ironcalc-book.ts';
import { loadXlsx } from '../../src/workbench/book/xlsx.ts';
import { loadEngine } from '../../src/workbench/node/engine.ts';
import { startOfficeHost } from '../../src/workbench/node/office-host.ts';

const file = projectPath('assets/distribution-desk-template.xlsx');
const committed = new Uint8Array(readFileSync(file));
const manifest = readFileSync(projectPath('manifest.xml'), 'utf8');
const addIn = addInOf(manifest);
const parts = unzipSync(committed);
const part = (name: string) => {
  const bytes = parts[name];
  if (bytes === undefined) throw new Error(`There is no part ${name}.`);
  return strFromU8(bytes);
};

test('the committed template is what the script builds', () => {
  expect(Buffer.from(templateWorkbook({ ...addIn, store: 'developer' })).equals(committed)).toBe(true);
});

describe('the parts that open the pane', () => {
  const target = (rels: string, type: string) =>
    new RegExp(`Type="[^"]*/${type}" Target="([^"]+)"`).exec(part(rels))?.[1];

  test('lead from the root of the package to the add-in of the manifest', () => {
    expect(target('_rels/.rels', 'webextensiontaskpanes')).toBe('xl/webextensions/taskpanes.xml');
    expect(part('xl/webextensions/taskpanes.xml')).toMatch(
      /<wetp:taskpane [^>]*visibility="0"[^>]*><wetp:webextensionref [^>]*r:id="rId1"\/>/,
    );
    expect(target('xl/webextensions/_rels/taskpanes.xml.rels', 'webextension')).toBe('webextension1.xml');
    const extension = part('xl/webextensions/webextension1.xml');
    expect(extension).toContain(`<we:property name="${autoShow}" value="true"/>`);
    expect(extension).toContain(
      `<we:reference id="${addIn.id}" version="${addIn.version}" store="developer" storeType="Registry"/>`,
    );
    // One who got it from an administrator has it under the other name.
    expect(extension).toContain(
      `<we:alternateReferences><we:reference id="${addIn.id}" version="${addIn.version}" store="EXCatalog" storeType="EXCatalog"/>`,
    );
  });

  test('can name the add-in of an administrator first', () => {
    const other = unzipSync(templateWorkbook({ id: addIn.id, version: '2.1.0.0', store: 'central' }));
    const extension = strFromU8(other['xl/webextensions/webextension1.xml'] ?? new Uint8Array());
    expect(/<we:reference [^>]*>/.exec(extension)?.[0]).toBe(
      `<we:reference id="${addIn.id}" version="2.1.0.0" store="EXCatalog" storeType="EXCatalog"/>`,
    );
  });

  test('every part has a content type, every relationship a part, and there are no macros', () => {
    const types = part('[Content_Types].xml');
    const overrides = [...types.matchAll(/PartName="\/([^"]+)" ContentType="([^"]+)"/g)].map(
      ([, name]) => name,
    );
    const names = Object.keys(parts).filter(
      (name) => !name.endsWith('.rels') && name !== '[Content_Types].xml',
    );
    expect([...overrides].sort()).toEqual(names.sort());
    expect(types).toContain(
      'PartName="/xl/webextensions/taskpanes.xml" ContentType="application/vnd.ms-office.webextensiontaskpanes+xml"',
    );
    expect(types).toContain(
      'PartName="/xl/webextensions/webextension1.xml" ContentType="application/vnd.ms-office.webextension+xml"',
    );
    expect(types).not.toMatch(/vba|macro/i);
    for (const rels of Object.keys(parts).filter((name) => name.endsWith('.rels'))) {
      const folder = rels.replace(/_rels\/[^/]+$/, '');
      for (const [, at = ''] of part(rels).matchAll(/Target="([^"]+)"/g)) {
        const name = new URL(at, `https://package/${folder}`).pathname.slice(1);
        expect(Object.keys(parts)).toContain(name);
      }
    }
  });
});

describe('what people fill in', () => {
  const kinds = ['payout', 'payment-instructions', 'entity', 'contact'] as const;

  test.each(templateSheets.map((sheet, index) => [sheet.name, sheet, kinds[index] ?? 'payout'] as const))(
    'every column of %s is known by its header',
    (_name, sheet, kind) => {
      const header = sheet.columns.map((column) => column.header);
      expect(recogniseForm(header)).toBe(kind);
      const form = formOfKind(kind);
      const mapping = suggestFor(form, header);
      const fields = header.map((_, index) => form.fields.find((field) => mapping[field] === index));
      expect(fields).not.toContain(undefined);
      const required = sheet.columns.filter((column) => column.required === true).length;
      expect(form.required.length).toBeLessThanOrEqual(required);
      for (const field of form.required) expect(mapping[field]).not.toBeNull();
    },
  );

  test('the drop-down of entity types offers all that Nova knows', () => {
    const asNova = lists.EntityTypes.map((text) => text.toLowerCase().replaceAll(' ', '_'));
    expect(asNova).toEqual([...entityTypes]);
  });

  test('formats, hints, drop-downs, frozen headers and print set-up are in the file', async () => {
    const workbook = new Workbook();
    await workbook.xlsx.load(committed);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      'Payouts',
      'Bank details',
      'Entities',
      'Contacts',
      'Guide',
    ]);
    const payouts = workbook.getWorksheet('Payouts');
    expect(['B5', 'C5', 'E5', 'F5'].map((address) => payouts?.getCell(address).numFmt)).toEqual([
      '@',
      'yyyy-mm-dd',
      '@',
      '#,##0.00',
    ]);
    const bank = workbook.getWorksheet('Bank details');
    expect(['E5', 'F5', 'N5'].map((address) => bank?.getCell(address).numFmt)).toEqual(['@', '@', '@']);
    expect(bank?.getCell('C900').dataValidation).toMatchObject({ type: 'list', formulae: ['PaymentTypes'] });
    expect(payouts?.getCell('F5').formula).toBeUndefined();
    expect(payouts?.getCell('F2').formula).toBe('SUM(Payouts[Net amount])');
    for (const [index, sheet] of templateSheets.entries()) {
      const xml = part(`xl/worksheets/sheet${index + 1}.xml`);
      expect(xml).toContain('<pane ySplit="4" topLeftCell="A5" activePane="bottomLeft" state="frozen"/>');
      expect(xml).toMatch(/<pageSetup orientation="landscape" fitToWidth="\d" fitToHeight="0"\/>/);
      expect(xml.match(/ prompt="[^"]{10,255}"/g)).toHaveLength(sheet.columns.length);
    }
    expect(part('xl/styles.xml').match(/<cellStyle name="Desk [^"]+"/g)?.length).toBeGreaterThan(8);
    expect(part('xl/workbook.xml')).toContain('<definedName name="ControlTotal">Payouts!$F$2</definedName>');
    expect(part('xl/workbook.xml').match(/_xlnm\.Print_Titles/g)).toHaveLength(4);
  });
});

describe('in a workbook that is filled in', () => {
  const open = () => loadXlsx(committed, loadEngine(), 'template.xlsx');
  const put = (book: WorkbenchBook, sheet: number, rows: CellInput[][]) => {
    const id = book.sheets()[sheet]?.id ?? '';
    const width = Math.max(...rows.map((row) => row.length));
    const cells = rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? null));
    book.write(id, { row: 4, column: 0, rows: rows.length, columns: width }, cells, 'person');
  };
  const good: CellInput[] = [
    'Q3',
    'veh_One',
    46660,
    'Alder LP',
    'ent_Alder',
    1234.5,
    'USD',
    'cnt_One',
    'R-1',
  ];

  test('the pane finds the table, leaves its blank rows out, and has nothing to object to', async () => {
    const book = await open();
    put(book, 0, [good, [...good.slice(0, 4), 'ent_Birch', 99, '', '', 'R-1']]);
    const host = await startOfficeHost(book);
    try {
      book.select(book.activeSheetId(), [{ row: 4, column: 0, rows: 1, columns: 1 }], 'person');
      const table = await readSelectedTable();
      const options = { defaultCurrency: 'USD', today: '2026-11-21' as IsoDate };
      const result = checkTable(table, suggestMapping(table.header), options);
      expect(result.problems).toEqual([]);
      expect(result.rowCount).toBe(2);
      const [[total, count]] = book.values(book.activeSheetId(), {
        row: 1,
        column: 5,
        rows: 1,
        columns: 2,
      }) as [[number, number]];
      expect([total, count]).toEqual([1333.5, 2]);
    } finally {
      host.dispose();
    }
  });

  /** The colour that Excel gives the cell of a row in which only this is different from a good one. */
  const colours = async (
    sheet: number,
    goodRow: CellInput[],
    changes: readonly (readonly [number, CellInput])[],
  ) => {
    const book = await open();
    put(book, sheet, [goodRow, ...changes.map(([column, value]) => goodRow.with(column, value))]);
    const { id } = book.sheets()[sheet] ?? { id: '' };
    const place = book.parts.sheets.place(id);
    const fill = (row: number, column: number) =>
      book.parts.conditionalFormats.lookAt(place, row, column)?.fillColor ?? null;
    goodRow.forEach((_, column) => expect([column, fill(4, column)]).toEqual([column, null]));
    return changes.map(([column], index) => fill(5 + index, column));
  };
  const red = '#FFC7CE';
  const yellow = '#FFEB9C';

  test.each([
    ['no distribution', 0, '', red],
    ['an entity for the vehicle', 1, 'ent_One', red],
    ['a prefix in capitals', 1, 'VEH_One', red],
    ['a space behind an id', 1, 'veh_One ', yellow],
    ['a date as text', 2, '30/09/2027', red],
    ['a time of day', 2, 46660.5, red],
    ['a day in the past', 2, 44000, yellow],
    ['a Saturday', 2, 46662, yellow],
    ['no entity', 4, '', red],
    ['a contact for the entity', 4, 'cnt_One', red],
    ['no amount', 5, '', red],
    ['an amount of nothing', 5, 0, red],
    ['an amount below nothing', 5, -1, red],
    ['an amount as text', 5, '12 USD', red],
    ['a fraction of a cent', 5, 10.005, red],
    ['another currency', 6, 'EUR', red],
    ['no contact', 7, 'ent_One', red],
  ] as const)('%s among the payouts is coloured', async (_name, column, value, colour) => {
    expect(await colours(0, good, [[column, value]])).toEqual([colour]);
  });

  const bankRow: CellInput[] = ['ent_Alder', 'Alder LP', 'ACH', 'Alder LP', '0012345678', '021000021', ''];
  test.each([
    ['a foreign id', 0, 'veh_One', red],
    ['no type', 2, '', red],
    ['no account number', 4, '', red],
    ['a routing number of eight digits', 5, '02100002', red],
    ['a routing number with a wrong digit', 5, '021000022', red],
    ['no routing number', 5, '', red],
    ['a BIC of nine characters', 6, 'CHASUS33X', red],
  ] as const)('%s among the bank details is coloured', async (_name, column, value, colour) => {
    expect(await colours(1, bankRow, [[column, value]])).toEqual([colour]);
  });

  test('an account or routing number that came as a number is coloured', async () => {
    const book = await open();
    const place = book.parts.sheets.place(book.sheets()[1]?.id ?? '');
    // Below the rows of format @, as after a paste that brought its own format along.
    book.write(
      book.sheets()[1]?.id ?? '',
      { row: 60, column: 4, rows: 1, columns: 2 },
      [[12345678, 121000248]],
      'person',
    );
    const fills = [4, 5].map((column) => book.parts.conditionalFormats.lookAt(place, 60, column)?.fillColor);
    expect(fills).toEqual([red, red]);
  });

  test('an address without an @, and a reference that stands twice, are coloured', async () => {
    expect(await colours(3, ['One', 'one@example.com', ''], [[1, 'one.example.com']])).toEqual([red]);
    expect(await colours(2, ['Alder LP', 'Partnership', ''], [[1, '']])).toEqual([red]);
    const book = await open();
    put(book, 3, [
      ['One', 'one@example.com', 'C-1'],
      ['Two', 'two@example.com', 'C-1'],
    ]);
    const place = book.parts.sheets.place(book.sheets()[3]?.id ?? '');
    expect(book.parts.conditionalFormats.lookAt(place, 5, 2)?.fillColor).toBe(yellow);
  });
});

describe('in LibreOffice', () => {
  const office = ['soffice', 'libreoffice'].find(
    (name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0,
  );
  if (office === undefined) {
    process.stderr.write(
      'Skipped: the template was not opened in LibreOffice, because there is neither soffice nor libreoffice here (apt-get install libreoffice-calc).\n',
    );
  }
  const dir = mkdtempSync(join(tmpdir(), 'distribution-desk-template-'));
  afterAll(() => rmSync(dir, { recursive: true }));
  const convert = (name: string, to: string) => {
    execFileSync(
      office ?? '',
      [
        `-env:UserInstallation=file://${dir}/profile`,
        '--headless',
        '--convert-to',
        to,
        '--outdir',
        dir,
        join(dir, name),
      ],
      { stdio: 'ignore' },
    );
  };

  (office === undefined ? test.skip : test)(
    'it becomes a PDF, and keeps tables, formats and drop-downs when LibreOffice saves it',
    async () => {
      writeFileSync(join(dir, 'template.xlsx'), committed);
      convert('template.xlsx', 'pdf');
      expect(readFileSync(join(dir, 'template.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
      convert('template.xlsx', 'ods');
      convert('template.ods', 'xlsx:Calc MS Excel 2007 XML');
      const workbook = new Workbook();
      await workbook.xlsx.load(new Uint8Array(readFileSync(join(dir, 'template.xlsx'))));
      const bank = workbook.getWorksheet('Bank details');
      expect(bank?.getCell('E4').value).toBe('Account number');
      expect(bank?.getCell('E5').numFmt).toBe('@');
      expect(bank?.getCell('C5').dataValidation).toMatchObject({
        type: 'list',
        formulae: expect.arrayContaining(['PaymentTypes']) as unknown,
      });
      expect(workbook.getWorksheet('Payouts')?.conditionalFormattings.length).toBeGreaterThan(5);
      expect(workbook.getWorksheet('Payouts')?.getCell('F2').formula).toMatch(/^SUM\(/);
    },
    120_000,
  );
});
