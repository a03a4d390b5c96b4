import { firstRow, headerRow, blankRows, lastRow } from './columns.ts';
import type { Rule, TemplateColumn, TemplateSheet, Validation } from './columns.ts';
import { conditionalLooks, styleIndex, type StyleName } from './styles.ts';
import { columnLetter, escapeXml, mainNamespace, officeRelationships, xmlHead } from './xml.ts';

/** The texts of a workbook, each kept once; cells name them by their number. */
export class SharedTexts {
  readonly #numbers = new Map<string, number>();
  #uses = 0;

  number(text: string): number {
    this.#uses += 1;
    const known = this.#numbers.get(text) ?? this.#numbers.size;
    this.#numbers.set(text, known);
    return known;
  }

  xml(): string {
    const items = [...this.#numbers.keys()].map((text) => `<si><t>${escapeXml(text)}</t></si>`);
    return `${xmlHead}<sst xmlns="${mainNamespace}" count="${this.#uses}" uniqueCount="${items.length}">${items.join('')}</sst>`;
  }
}

export type CellContent = { text: string } | { formula: string; value: number } | null;

export function cellXml(address: string, style: StyleName, content: CellContent, texts: SharedTexts): string {
  const start = `<c r="${address}" s="${styleIndex(style)}"`;
  if (content === null) return `${start}/>`;
  if ('text' in content) return `${start} t="s"><v>${texts.number(content.text)}</v></c>`;
  return `${start}><f>${escapeXml(content.formula)}</f><v>${content.value}</v></c>`;
}

/** A row of the payouts, bank details, entities or contacts counts as used when any of its cells is filled. */
function requiredRule(index: number, columns: readonly TemplateColumn[]): Rule {
  const last = columnLetter(columns.length - 1);
  return {
    look: 'wrong',
    formula: `AND(COUNTA($A#:$${last}#)>0,LEN(TRIM(${columnLetter(index)}#))=0)`,
  };
}

/** Rules of one column, the most important first. */
function conditionalFormats(columns: readonly TemplateColumn[]): string {
  let priority = 0;
  return columns
    .map((column, index) => {
      const rules = [...(column.required ? [requiredRule(index, columns)] : []), ...column.rules];
      if (rules.length === 0) return '';
      const letter = columnLetter(index);
      const items = rules.map(({ look, formula }) => {
        priority += 1;
        const text = escapeXml(formula.replaceAll('#', String(firstRow)));
        return `<cfRule type="expression" dxfId="${conditionalLooks[look]}" priority="${priority}"><formula>${text}</formula></cfRule>`;
      });
      return `<conditionalFormatting sqref="${letter}${firstRow}:${letter}${lastRow}">${items.join('')}</conditionalFormatting>`;
    })
    .join('');
}

function validationXml({ header, hint, validation }: TemplateColumn, index: number): string {
  const letter = columnLetter(index);
  const prompt = `allowBlank="1" showInputMessage="1" promptTitle="${escapeXml(header.slice(0, 32))}" prompt="${escapeXml(hint)}"`;
  const area = `sqref="${letter}${firstRow}:${letter}${lastRow}"`;
  if (validation.kind === 'any') return `<dataValidation ${prompt} ${area}/>`;
  const { style, message } = validation;
  const error = `errorStyle="${style}" showErrorMessage="1" errorTitle="${escapeXml(header.slice(0, 32))}" error="${escapeXml(message)}"`;
  const [type, formula] = condition(validation);
  return `<dataValidation ${type} ${error} ${prompt} ${area}><formula1>${escapeXml(formula)}</formula1></dataValidation>`;
}

function condition(validation: Exclude<Validation, { kind: 'any' }>): [attributes: string, formula: string] {
  switch (validation.kind) {
    case 'list':
      return ['type="list"', validation.name];
    case 'positive':
      return ['type="decimal" operator="greaterThan"', '0'];
    case 'from-today':
      return ['type="date" operator="greaterThanOrEqual"', 'TODAY()'];
  }
}

/** The pages as they are printed: so many wide, the header on each, the sheet's name and page numbers below. */
export const printSetUp = (pagesWide: number): string =>
  '<printOptions gridLines="0"/><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
  `<pageSetup orientation="landscape" fitToWidth="${pagesWide}" fitToHeight="0"/>` +
  '<headerFooter><oddFooter>&amp;L&amp;F&amp;C&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>';

const columnsOnAPage = 12;

/** A sheet with a title, a note, the control total where it has one, and its table from the fourth row. */
export function tableSheetXml(sheet: TemplateSheet, texts: SharedTexts, isFirst: boolean): string {
  const { columns } = sheet;
  const last = columnLetter(columns.length - 1);
  const rows = [
    `<row r="1" ht="26" customHeight="1">${cellXml('A1', 'title', { text: sheet.title }, texts)}</row>`,
    `<row r="2">${cellXml('A2', 'note', { text: sheet.note }, texts)}${totalCells(sheet, texts)}</row>`,
    `<row r="${headerRow}">${columns
      .map(({ header }, index) =>
        cellXml(`${columnLetter(index)}${headerRow}`, 'header', { text: header }, texts),
      )
      .join('')}</row>`,
    ...Array.from({ length: blankRows }, (_, row) => {
      const number = firstRow + row;
      const cells = columns.map(({ style }, index) =>
        cellXml(`${columnLetter(index)}${number}`, style, null, texts),
      );
      return `<row r="${number}">${cells.join('')}</row>`;
    }),
  ];
  const widths = columns.map(
    ({ width, style }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" style="${styleIndex(style)}" customWidth="1"/>`,
  );
  return [
    `${xmlHead}<worksheet xmlns="${mainNamespace}" xmlns:r="${officeRelationships}">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<dimension ref="A1:${last}${firstRow + blankRows - 1}"/>`,
    `<sheetViews><sheetView ${isFirst ? 'tabSelected="1" ' : ''}workbookViewId="0">`,
    `<pane ySplit="${headerRow}" topLeftCell="A${firstRow}" activePane="bottomLeft" state="frozen"/>`,
    `<selection pane="bottomLeft" activeCell="A${firstRow}" sqref="A${firstRow}"/></sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${widths.join('')}</cols><sheetData>${rows.join('')}</sheetData>`,
    conditionalFormats(columns),
    `<dataValidations count="${columns.length}">${columns.map(validationXml).join('')}</dataValidations>`,
    printSetUp(Math.ceil(columns.length / columnsOnAPage)),
    `<ignoredErrors><ignoredError sqref="A${firstRow}:${last}${lastRow}" numberStoredAsText="1"/></ignoredErrors>`,
    '<tableParts count="1"><tablePart r:id="rId1"/></tableParts></worksheet>',
  ].join('');
}

/** Beside the column that is summed: its label to the left, then the sum, and the number of payments below the note. */
function totalCells({ total, columns, tableName }: TemplateSheet, texts: SharedTexts): string {
  if (total === undefined) return '';
  const index = columns.findIndex(({ header }) => header === total);
  const [label, sum, count, payments] = [-1, 0, 1, 2].map((offset) => `${columnLetter(index + offset)}2`);
  const column = `${tableName}[${total}]`;
  return [
    cellXml(label ?? '', 'label', { text: 'Control total' }, texts),
    cellXml(sum ?? '', 'total', { formula: `SUM(${column})`, value: 0 }, texts),
    cellXml(count ?? '', 'count', { formula: `COUNT(${column})`, value: 0 }, texts),
    cellXml(payments ?? '', 'note', { text: 'payments' }, texts),
  ].join('');
}

export function tableXml({ tableName, columns }: TemplateSheet, id: number): string {
  const area = `A${headerRow}:${columnLetter(columns.length - 1)}${headerRow + blankRows}`;
  const items = columns.map(
    ({ header }, index) => `<tableColumn id="${index + 1}" name="${escapeXml(header)}"/>`,
  );
  return [
    `${xmlHead}<table xmlns="${mainNamespace}" id="${id}" name="${tableName}" displayName="${tableName}" ref="${area}" totalsRowShown="0">`,
    `<autoFilter ref="${area}"/><tableColumns count="${items.length}">${items.join('')}</tableColumns>`,
    '<tableStyleInfo name="TableStyleMedium2" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>',
  ].join('');
}
