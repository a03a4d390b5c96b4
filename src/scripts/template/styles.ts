import type { CellStyle } from './columns.ts';
import { mainNamespace, xmlHead } from './xml.ts';

/** Every look of a cell in the template; each is a named style that a person can choose and change in Excel. */
export type StyleName =
  CellStyle | 'normal' | 'title' | 'note' | 'paragraph' | 'heading' | 'header' | 'label' | 'total' | 'count';

const dateFormat = 164;

interface Look {
  /** What Excel's gallery of styles shows. */
  name: string;
  font: number;
  fill: number;
  border: number;
  format: number;
  alignment?: string;
}

const wrapped = '<alignment vertical="top" wrapText="1"/>';

/** In the order of their index in the file. 4 is Excel's own `#,##0.00`, 49 its `@`, 3 its `#,##0`. */
const looks: Readonly<Record<StyleName, Look>> = {
  normal: { name: 'Normal', font: 0, fill: 0, border: 0, format: 0 },
  title: { name: 'Desk title', font: 1, fill: 0, border: 0, format: 0 },
  note: { name: 'Desk note', font: 2, fill: 0, border: 0, format: 0 },
  paragraph: { name: 'Desk paragraph', font: 0, fill: 0, border: 0, format: 0, alignment: wrapped },
  heading: { name: 'Desk heading', font: 3, fill: 0, border: 0, format: 0, alignment: wrapped },
  header: { name: 'Desk header', font: 5, fill: 3, border: 0, format: 0, alignment: wrapped },
  text: { name: 'Desk text', font: 0, fill: 0, border: 0, format: 49 },
  id: { name: 'Desk id', font: 4, fill: 0, border: 0, format: 49 },
  date: {
    name: 'Desk date',
    font: 0,
    fill: 0,
    border: 0,
    format: dateFormat,
    alignment: '<alignment horizontal="center"/>',
  },
  amount: { name: 'Desk amount', font: 0, fill: 0, border: 0, format: 4 },
  code: {
    name: 'Desk code',
    font: 0,
    fill: 0,
    border: 0,
    format: 49,
    alignment: '<alignment horizontal="center"/>',
  },
  label: {
    name: 'Desk label',
    font: 3,
    fill: 0,
    border: 0,
    format: 0,
    alignment: '<alignment horizontal="right"/>',
  },
  total: { name: 'Desk control total', font: 3, fill: 2, border: 1, format: 4 },
  count: { name: 'Desk count', font: 3, fill: 2, border: 1, format: 3 },
};

const names = Object.keys(looks) as readonly StyleName[];

export function styleIndex(name: StyleName): number {
  return names.indexOf(name);
}

/** The indices of the looks that conditional formats give. */
export const conditionalLooks = { wrong: 0, look: 1 } as const;

const fonts = [
  '<font><sz val="11"/><color rgb="FF242424"/><name val="Calibri"/><family val="2"/></font>',
  '<font><b/><sz val="18"/><color rgb="FF0F548C"/><name val="Calibri"/><family val="2"/></font>',
  '<font><sz val="10"/><color rgb="FF616161"/><name val="Calibri"/><family val="2"/></font>',
  '<font><b/><sz val="11"/><color rgb="FF242424"/><name val="Calibri"/><family val="2"/></font>',
  '<font><sz val="10"/><color rgb="FF242424"/><name val="Consolas"/><family val="3"/></font>',
  '<font><b/><sz val="11"/><color rgb="FFFFFFFF"/><name val="Calibri"/><family val="2"/></font>',
];
// Excel takes the first two fills for itself.
const fills = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFEBF3FC"/><bgColor indexed="64"/></patternFill></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FF0F548C"/><bgColor indexed="64"/></patternFill></fill>',
];
const borders = [
  '<border><left/><right/><top/><bottom/><diagonal/></border>',
  '<border><left/><right/><top style="thin"><color rgb="FF0F548C"/></top><bottom style="double"><color rgb="FF0F548C"/></bottom><diagonal/></border>',
];
const dxfs = [
  '<dxf><font><color rgb="FF9C0006"/></font><fill><patternFill patternType="solid"><fgColor rgb="FFFFC7CE"/><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf>',
  '<dxf><font><color rgb="FF7F6000"/></font><fill><patternFill patternType="solid"><fgColor rgb="FFFFEB9C"/><bgColor rgb="FFFFEB9C"/></patternFill></fill></dxf>',
];

const counted = (element: string, items: readonly string[]) =>
  `<${element} count="${items.length}">${items.join('')}</${element}>`;

function format(name: StyleName, xfId: string): string {
  const { font, fill, border, format: numFmtId, alignment } = looks[name];
  const applied = `applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"${alignment === undefined ? '' : ' applyAlignment="1"'}`;
  const open = `<xf numFmtId="${numFmtId}" fontId="${font}" fillId="${fill}" borderId="${border}"${xfId} ${applied}`;
  return alignment === undefined ? `${open}/>` : `${open}>${alignment}</xf>`;
}

export function stylesXml(): string {
  const styles = names.map((name, index) => {
    const builtIn = name === 'normal' ? ' builtinId="0"' : '';
    return `<cellStyle name="${looks[name].name}" xfId="${index}"${builtIn}/>`;
  });
  return [
    `${xmlHead}<styleSheet xmlns="${mainNamespace}">`,
    `<numFmts count="1"><numFmt numFmtId="${dateFormat}" formatCode="yyyy\\-mm\\-dd"/></numFmts>`,
    counted('fonts', fonts),
    counted('fills', fills),
    counted('borders', borders),
    counted(
      'cellStyleXfs',
      names.map((name) => format(name, '')),
    ),
    counted(
      'cellXfs',
      names.map((name, index) => format(name, ` xfId="${index}"`)),
    ),
    counted('cellStyles', styles),
    counted('dxfs', dxfs),
    '<tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/>',
    '</styleSheet>',
  ].join('');
}
