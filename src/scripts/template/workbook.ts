import { strToU8, zipSync, type Zippable } from 'fflate';
import { headerRow, templateSheets } from './columns.ts';
import { guideXml, listAreas } from './guide-xml.ts';
import { SharedTexts, tableSheetXml, tableXml } from './sheet-xml.ts';
import { stylesXml } from './styles.ts';
import {
  taskPanesRelationship,
  webExtensionContentTypes,
  webExtensionParts,
  type AddInReference,
} from './web-extension.ts';
import {
  columnLetter,
  escapeXml,
  mainNamespace,
  officeRelationships,
  relationshipsXml,
  xmlHead,
} from './xml.ts';

const guide = 'Guide';
/** The time that the package and its parts bear, so that the same description makes the same bytes. */
const madeAt = '2026-11-01T00:00:00Z';

/**
 * The template as an `.xlsx`, the same bytes whenever it is built. Its parts are written here rather than by a library,
 * because none at hand writes named styles, or the parts that open a pane.
 */
export function templateWorkbook(addIn: AddInReference): Uint8Array {
  const texts = new SharedTexts();
  const sheets = templateSheets.map((sheet, index) => tableSheetXml(sheet, texts, index === 0));
  const names = [...templateSheets.map(({ name }) => name), guide];
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypesXml(names.length),
    '_rels/.rels': rootRelationshipsXml(),
    'docProps/core.xml': coreXml(),
    'docProps/app.xml': `${xmlHead}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Distribution Desk</Application></Properties>`,
    'xl/workbook.xml': workbookXml(names),
    'xl/_rels/workbook.xml.rels': relationshipsXml([
      ...names.map((_, index) =>
        relation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`),
      ),
      relation(`rId${names.length + 1}`, 'styles', 'styles.xml'),
      relation(`rId${names.length + 2}`, 'sharedStrings', 'sharedStrings.xml'),
    ]),
    'xl/styles.xml': stylesXml(),
  };
  templateSheets.forEach((sheet, index) => {
    const number = index + 1;
    parts[`xl/worksheets/sheet${number}.xml`] = sheets[index] ?? '';
    parts[`xl/worksheets/_rels/sheet${number}.xml.rels`] = relationshipsXml([
      relation('rId1', 'table', `../tables/table${number}.xml`),
    ]);
    parts[`xl/tables/table${number}.xml`] = tableXml(sheet, number);
  });
  parts[`xl/worksheets/sheet${names.length}.xml`] = guideXml(texts);
  parts['xl/sharedStrings.xml'] = texts.xml();
  return zipped({ ...parts, ...webExtensionParts(addIn) });
}

const relation = (id: string, type: string, target: string) => ({
  id,
  type: `${officeRelationships}/${type}`,
  target,
});

function zipped(parts: Record<string, string>): Uint8Array {
  const files: Zippable = {};
  for (const [name, text] of Object.entries(parts)) files[name] = strToU8(text);
  // A time of day without a zone, as archives keep it.
  return zipSync(files, { level: 9, mtime: new Date(2026, 10, 1) });
}

function rootRelationshipsXml(): string {
  return relationshipsXml([
    relation('rId1', 'officeDocument', 'xl/workbook.xml'),
    {
      id: 'rId2',
      type: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
      target: 'docProps/core.xml',
    },
    relation('rId3', 'extended-properties', 'docProps/app.xml'),
    taskPanesRelationship,
  ]);
}

function coreXml(): string {
  const time = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${madeAt}</dcterms:${name}>`;
  return (
    `${xmlHead}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>Distribution Desk template</dc:title><dc:creator>Distribution Desk</dc:creator>${time('created')}${time('modified')}</cp:coreProperties>`
  );
}

function contentTypesXml(sheetCount: number): string {
  const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const overrides: [string, string][] = [
    ['/xl/workbook.xml', `${spreadsheet}.sheet.main+xml`],
    ...Array.from({ length: sheetCount }, (_, index): [string, string] => [
      `/xl/worksheets/sheet${index + 1}.xml`,
      `${spreadsheet}.worksheet+xml`,
    ]),
    ...templateSheets.map((_, index): [string, string] => [
      `/xl/tables/table${index + 1}.xml`,
      `${spreadsheet}.table+xml`,
    ]),
    ['/xl/styles.xml', `${spreadsheet}.styles+xml`],
    ['/xl/sharedStrings.xml', `${spreadsheet}.sharedStrings+xml`],
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ['/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
    ...webExtensionContentTypes,
  ];
  return (
    `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `${overrides.map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`).join('')}</Types>`
  );
}

function workbookXml(names: readonly string[]): string {
  const sheets = names.map(
    (name, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return (
    `${xmlHead}<workbook xmlns="${mainNamespace}" xmlns:r="${officeRelationships}"><workbookPr defaultThemeVersion="166925"/>` +
    `<bookViews><workbookView activeTab="0"/></bookViews><sheets>${sheets.join('')}</sheets>` +
    `<definedNames>${definedNames().join('')}</definedNames><calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>`
  );
}

/** The drop-downs' lists, the control total, and the header rows that are printed on each page; Excel wants them sorted. */
function definedNames(): string[] {
  const [payouts] = templateSheets;
  const index = payouts?.columns.findIndex(({ header }) => header === payouts.total) ?? 0;
  const names: [name: string, refersTo: string, attributes: string][] = [
    ...templateSheets.map(({ name }, sheet): [string, string, string] => [
      '_xlnm.Print_Titles',
      `'${name}'!$${headerRow}:$${headerRow}`,
      ` localSheetId="${sheet}"`,
    ]),
    ['ControlTotal', `Payouts!$${columnLetter(index)}$2`, ''],
    ['PaymentCount', `Payouts!$${columnLetter(index + 1)}$2`, ''],
    ...listAreas(guide).map(([name, refersTo]): [string, string, string] => [name, refersTo, '']),
  ];
  return names
    .toSorted(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
    .map(
      ([name, refersTo, attributes]) =>
        `<definedName name="${name}"${attributes}>${escapeXml(refersTo)}</definedName>`,
    );
}
