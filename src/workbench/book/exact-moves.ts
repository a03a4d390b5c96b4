import { intersect } from './a1.ts';
import type { Area } from './book.ts';
import { asText, decimalText } from './cell-input.ts';
import type { Core } from './core.ts';
import { CELL_TYPE } from './engine.ts';
import type { Reading } from './reading.ts';
import { fullRectangles, type EngineCell } from './rectangles.ts';
import type { SheetPlace } from './sheets.ts';
import type { Writing } from './writing.ts';

export interface MovingParts {
  core: Core;
  reading: Reading;
  writing: Writing;
}

/**
 * Runs `move`, which has IronCalc move the cells of `area`. It types what each of them shows once more at its new place,
 * so that the text `00123` would become a number there, and a number of more than 15 digits another one. Such cells are
 * emptied before, and written as they were afterwards, `by` so many rows and columns further on; an undo goes the same
 * way back. Inside a step.
 */
export function movingExactly(
  { core, reading, writing }: MovingParts,
  place: SheetPlace,
  area: Area,
  by: { rows: number; columns: number },
  move: () => void,
): void {
  const used = reading.usedArea(place, true);
  const part = used === null ? null : intersect(used, area);
  const cells = part === null ? [] : retypedOtherwise({ core, reading, writing }, place, part);
  for (const { corner, end } of fullRectangles(cells)) {
    core.change((model) =>
      model.rangeClearContents(place.index, corner.row + 1, corner.column + 1, end.row + 1, end.column + 1),
    );
  }
  move();
  if (part === null || cells.length === 0) return;
  const moved = cells.map((cell) => ({ ...cell, row: cell.row + by.rows, column: cell.column + by.columns }));
  writing.put(place, { ...part, row: part.row + by.rows, column: part.column + by.columns }, moved);
}

/** The cells that would be something else if what they show was typed. */
function retypedOtherwise(
  { core, reading, writing }: MovingParts,
  place: SheetPlace,
  part: Area,
): EngineCell[] {
  const model = core.fresh();
  return reading.values(place, part).flatMap((line, rowOffset) =>
    line.flatMap((value, columnOffset): EngineCell[] => {
      const [row, column] = [part.row + rowOffset, part.column + columnOffset];
      if (value === '' || typeof value === 'boolean') return [];
      if (typeof value === 'string' && !asText(value).text.startsWith("'")) return [];
      const content = model.getCellContent(place.index, row + 1, column + 1);
      const isAlone = model.getCellArrayStructure(place.index, row + 1, column + 1) === 'SingleCell';
      if (!isAlone) return [];
      if (typeof value === 'number') {
        const isExact = content.startsWith('=') || content === String(value);
        return isExact ? [] : [{ ...writing.engineCell(place, row, column), text: decimalText(value) }];
      }
      if (model.getCellType(place.index, row + 1, column + 1) !== CELL_TYPE.text) return [];
      const cell = writing.engineCell(place, row, column);
      return cell.text.startsWith('=') ? [] : [cell];
    }),
  );
}
