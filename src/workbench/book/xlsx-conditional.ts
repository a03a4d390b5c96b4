import type { ConditionalFormattingOptions, Style, Worksheet } from '@cj-tech-master/excelts';
import { formatAddress, GRID_COLUMNS, GRID_ROWS, parseReference } from './a1.ts';
import type { Area, ConditionalFormatInfo, ConditionalLook } from './book.ts';
import { argb, colourOf } from './xlsx-style.ts';

/** Of a rule in a file only the ones by formula are read; the library has no place for `stopIfTrue`. */
export function readConditionalFormats(worksheet: Worksheet): Omit<ConditionalFormatInfo, 'id'>[] {
  const found = worksheet.conditionalFormattings.flatMap(({ ref, rules }: ConditionalFormattingOptions) => {
    const areas = ref.split(/\s+/).flatMap((part) => parseReference(part) ?? []);
    if (areas.length === 0) return [];
    return rules.flatMap((rule) => {
      const formula: unknown = rule.type === 'expression' ? rule.formulae?.[0] : undefined;
      if (typeof formula !== 'string' && typeof formula !== 'number') return [];
      const look = lookOf(rule.style ?? {});
      return [{ priority: rule.priority ?? 0, areas, formula: `=${formula}`, look }];
    });
  });
  return found
    .toSorted((first, second) => first.priority - second.priority)
    .map(({ areas, formula, look }) => ({ areas, formula, look, stopIfTrue: false }));
}

export function writeConditionalFormats(
  formats: readonly ConditionalFormatInfo[],
  worksheet: Worksheet,
): void {
  formats.forEach(({ areas, formula, look }, index) => {
    if (formula === null) return;
    worksheet.addConditionalFormatting({
      ref: areas.map(boundedAddress).join(' '),
      rules: [
        { type: 'expression', priority: index + 1, formulae: [formula.slice(1)], style: styleOf(look) },
      ],
    });
  });
}

/** In a file whole rows and columns are written with their ends. */
function boundedAddress(area: Area): string {
  if (area.rows < GRID_ROWS && area.columns < GRID_COLUMNS) return formatAddress(area);
  const corner = { ...area, rows: 1, columns: 1 };
  const end = { ...corner, row: area.row + area.rows - 1, column: area.column + area.columns - 1 };
  return `${formatAddress(corner)}:${formatAddress(end)}`;
}

function lookOf({ font, fill }: Partial<Style>): ConditionalLook {
  // Unlike in a cell's own fill, the colour of a solid one is the background's here.
  const colour = fill?.type === 'pattern' ? (fill.bgColor ?? fill.fgColor) : undefined;
  const underline = font?.underline;
  return {
    fillColor: colourOf(colour) ?? null,
    fontColor: colourOf(font?.color) ?? null,
    bold: font?.bold ?? null,
    italic: font?.italic ?? null,
    underline: underline === undefined ? null : underline !== false && underline !== 'none',
    strikethrough: font?.strike ?? null,
  };
}

function styleOf(look: ConditionalLook): Partial<Style> {
  const { fillColor, fontColor, bold, italic, underline, strikethrough } = look;
  const font = {
    ...(bold === null ? {} : { bold }),
    ...(italic === null ? {} : { italic }),
    ...(underline === null ? {} : { underline }),
    ...(strikethrough === null ? {} : { strike: strikethrough }),
    ...(fontColor === null ? {} : { color: { argb: argb(fontColor) } }),
  };
  return {
    ...(Object.keys(font).length === 0 ? {} : { font }),
    ...(fillColor === null
      ? {}
      : { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: argb(fillColor) } } as const }),
  };
}
