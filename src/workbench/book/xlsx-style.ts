import type { Style } from '@cj-tech-master/excelts';
import type { EngineModel } from './engine.ts';
import { isGeneral } from './cell-input.ts';

type EngineStyle = ReturnType<EngineModel['getCellStyle']>['style'];

/** Excel's own default theme, for files that colour by theme; IronCalc would need the file's theme otherwise. */
const THEME = [
  'FFFFFF',
  '000000',
  'E7E6E6',
  '44546A',
  '4472C4',
  'ED7D31',
  'A5A5A5',
  'FFC000',
  '5B9BD5',
  '70AD47',
];

/** The style of a cell for IronCalc: what it has no place for (patterns, rotated text, borders) is left out. */
export function toEngineStyle(style: Partial<Style>, base: EngineStyle): EngineStyle {
  const { font, fill, alignment, numFmt } = style;
  const fontColour = colourOf(font?.color);
  const fillColour =
    fill?.type === 'pattern' && fill.pattern === 'solid' ? colourOf(fill.fgColor) : undefined;
  const horizontal = engineAlignment(alignment?.horizontal);
  return {
    ...base,
    num_fmt: toEngineNumberFormat(numFmt),
    font: {
      ...base.font,
      b: font?.bold === true,
      i: font?.italic === true,
      u: font?.underline !== undefined && font.underline !== false && font.underline !== 'none',
      ...(fontColour === undefined ? {} : { color: fontColour }),
    },
    fill: fillColour === undefined ? {} : { color: fillColour },
    ...(horizontal === 'general' && !alignment?.wrapText
      ? {}
      : { alignment: { horizontal, vertical: 'bottom' as const, wrap_text: alignment?.wrapText === true } }),
  };
}

export function fromEngineStyle(style: EngineStyle, model: EngineModel, locked: boolean): Partial<Style> {
  const { font, alignment } = style;
  const fontColour = model.resolveColor(font.color);
  const fillColour = model.resolveColor(style.fill.color);
  const horizontal = alignment?.horizontal;
  const result: Partial<Style> = {};
  if (!isGeneral(style.num_fmt)) result.numFmt = style.num_fmt;
  if (font.b || font.i || font.u || fontColour) {
    result.font = {
      ...(font.b ? { bold: true } : {}),
      ...(font.i ? { italic: true } : {}),
      ...(font.u ? { underline: true } : {}),
      ...(fontColour ? { color: { argb: argb(fontColour) } } : {}),
    };
  }
  if (fillColour) result.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: argb(fillColour) } };
  if (horizontal === 'left' || horizontal === 'right' || horizontal === 'center' || alignment?.wrap_text) {
    result.alignment = {
      ...(horizontal === 'left' || horizontal === 'right' || horizontal === 'center' ? { horizontal } : {}),
      ...(alignment?.wrap_text ? { wrapText: true } : {}),
    };
  }
  if (!locked) result.protection = { locked: false };
  return result;
}

/** IronCalc does not know locale prefixes (`[$-409]`), which change nothing in an English workbook. */
function toEngineNumberFormat(numFmt: Style['numFmt'] | undefined): string {
  const code = typeof numFmt === 'object' ? numFmt.formatCode : numFmt;
  if (code === undefined || isGeneral(code)) return 'general';
  return code.replaceAll(/\[\$-[0-9A-Fa-f,]+\]/g, '');
}

function engineAlignment(horizontal: string | undefined): 'left' | 'right' | 'center' | 'general' {
  return horizontal === 'left' || horizontal === 'right' || horizontal === 'center' ? horizontal : 'general';
}

/** `#RRGGBB`; undefined for the automatic colour. */
export function colourOf(colour: { argb?: string; theme?: number } | undefined): string | undefined {
  if (colour?.argb) return `#${colour.argb.slice(-6).toUpperCase()}`;
  // Theme 1 is the automatic text colour.
  if (colour?.theme === undefined || colour.theme === 1) return undefined;
  const hex = THEME[colour.theme];
  return hex === undefined ? undefined : `#${hex}`;
}

/** Opaque, as a file has it: `FFRRGGBB`. */
export function argb(hex: string): string {
  return `FF${hex.replace('#', '').slice(0, 6).toUpperCase()}`;
}
