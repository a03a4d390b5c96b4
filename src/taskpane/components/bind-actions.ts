import type { CellPosition, Problem, TableField } from '../../domain/index.ts';
import type { JudgingActions } from '../judging-actions.ts';
import type { PlaceActions } from '../place-actions.ts';

/** The buttons of the check, bound to the actions of a place and to what the places share. */
export function checkingOf(
  place: Omit<PlaceActions, 'send'>,
  { mark, openSettings }: Pick<JudgingActions, 'mark' | 'openSettings'>,
) {
  return {
    onMap: (field: TableField, column: number | null) => void place.mapField(field, column),
    onJump: (cell: CellPosition) => void place.jumpTo(cell),
    onFix: (problems: readonly Problem[]) => void place.fix(problems),
    onMark: mark,
    onSettings: () => void openSettings(),
    onChooseTable: () => void place.listTables(),
    onWarningsSeen: place.seeWarnings,
    onCheckAgain: () => void place.checkAgain(),
    onContinue: () => place.go('preview'),
    onLeave: () => place.go('source'),
  };
}
