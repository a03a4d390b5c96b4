import { intersect, sameArea, union } from './a1.ts';
import type { Area, ConditionalFormatInfo, ConditionalLook } from './book.ts';
import type { Engine } from './engine.ts';
import { moveRelative, shiftReferences } from './formula-references.ts';
import { shiftArea, type Shift } from './shift.ts';
import { subtract } from './state.ts';

type Rules = readonly ConditionalFormatInfo[];

export const EMPTY_LOOK: ConditionalLook = {
  fillColor: null,
  fontColor: null,
  bold: null,
  italic: null,
  underline: null,
  strikethrough: null,
};

/** The cell that a rule's formula is written for: the top left one of all its areas. */
export function anchorOf(areas: readonly Area[]): Area {
  const [first, ...others] = areas;
  if (!first) throw new Error('A conditional format without an area.');
  return { ...others.reduce(union, first), rows: 1, columns: 1 };
}

/** The rules of a sheet after rows or columns were inserted or deleted in it. */
export function shiftRules(engine: Engine, rules: Rules, sheetName: string, shift: Shift): Rules {
  return rules.flatMap((rule) => {
    const areas = rule.areas.map((area) => shiftArea(area, shift)).filter((area) => area !== null);
    if (areas.length === 0) return [];
    const { formula } = rule;
    if (formula === null) return [{ ...rule, areas }];
    const shifted = shiftFormula(engine, formula, {
      sheetName,
      shift,
      from: anchorOf(rule.areas),
      to: anchorOf(areas),
    });
    return [{ ...rule, areas, formula: shifted }];
  });
}

/** The rules of another sheet, whose formulas may point at the one that was changed. */
export function shiftFormulasOnly(engine: Engine, rules: Rules, shiftedSheet: string, shift: Shift): Rules {
  return rules.map((rule) =>
    rule.formula?.includes('!')
      ? { ...rule, formula: shiftReferences(engine, rule.formula, shift, { shiftedSheet, own: false }) }
      : rule,
  );
}

/**
 * Anchors are not always the same cell before and after, so the formula is first written for a cell that survives
 * (`kept`, where it stood before), shifted as that cell's formula, and written for the new anchor again.
 */
function shiftFormula(
  engine: Engine,
  formula: string,
  { sheetName, shift, from, to }: { sheetName: string; shift: Shift; from: Area; to: Area },
): string {
  const start = shift.axis === 'rows' ? ('row' as const) : ('column' as const);
  const isNew = shift.count > 0 && to[start] >= shift.at && to[start] < shift.at + shift.count;
  const kept = isNew ? { ...to, [start]: shift.at + shift.count } : to;
  const before = kept[start] >= shift.at + Math.max(shift.count, 0) ? kept[start] - shift.count : kept[start];
  const atKept = moveRelative(engine, formula, distance(from, { ...kept, [start]: before }), true);
  const shifted = shiftReferences(engine, atKept, shift, { shiftedSheet: sheetName, own: true });
  return moveRelative(engine, shifted, distance(kept, to), true);
}

function distance(from: Area, to: Area): { rows: number; columns: number } {
  return { rows: to.row - from.row, columns: to.column - from.column };
}

/** The rules without the cells of the areas. */
export function cutRules(engine: Engine, rules: Rules, holes: readonly Area[]): Rules {
  const isTouched = (rule: ConditionalFormatInfo): boolean =>
    rule.areas.some((area) => holes.some((hole) => intersect(area, hole)));
  if (!rules.some(isTouched)) return rules;
  return rules.flatMap((rule) => {
    if (!isTouched(rule)) return [rule];
    const areas = holes.reduce<Area[]>(
      (rest, hole) => rest.flatMap((area) => subtract(area, hole)),
      [...rule.areas],
    );
    return areas.length === 0 ? [] : [withAreas(engine, rule, areas)];
  });
}

/** The rule for other areas: each cell that stays keeps what the formula means for it. */
function withAreas(
  engine: Engine,
  rule: ConditionalFormatInfo,
  areas: readonly Area[],
): ConditionalFormatInfo {
  const from = anchorOf(rule.areas);
  const to = anchorOf(areas);
  if (rule.formula === null || sameArea(from, to)) return { ...rule, areas };
  return { ...rule, areas, formula: moveRelative(engine, rule.formula, distance(from, to), true) };
}

/** What the rules that hold make of a cell's look, the first of them winning. */
export function lookOf(rules: Rules, holds: (rule: ConditionalFormatInfo) => boolean): ConditionalLook {
  const look = { ...EMPTY_LOOK };
  for (const rule of rules) {
    if (!holds(rule)) continue;
    look.fillColor ??= rule.look.fillColor;
    look.fontColor ??= rule.look.fontColor;
    look.bold ??= rule.look.bold;
    look.italic ??= rule.look.italic;
    look.underline ??= rule.look.underline;
    look.strikethrough ??= rule.look.strikethrough;
    if (rule.stopIfTrue) break;
  }
  return look;
}
