import type { StagedContent } from '../contract/index.ts';
import { problemTexts } from '../words/index.ts';
import type { SubmissionSource } from './source.ts';

/**
 * For the Message of a row that was staged from another workbook: which, when and by whom. Empty for this workbook's own.
 * The time is UTC, because a cell is read in more than one place.
 */
export function originMessage(
  {
    acceptedFrom: from,
    acceptedAt,
    acceptedFor,
  }: Pick<StagedContent, 'acceptedFrom' | 'acceptedAt' | 'acceptedFor'>,
  source: SubmissionSource,
  verb: 'Staged' | 'Registered' = 'Staged',
): string {
  if (from.workbook === source.workbook) return '';
  const time = acceptedAt.slice(0, 16).replace('T', ' ');
  const { stagedFrom, registeredFrom } = problemTexts.sheet;
  const say = verb === 'Staged' ? stagedFrom : registeredFrom;
  return say(from.workbook, from.sheet, time, acceptedFor);
}
