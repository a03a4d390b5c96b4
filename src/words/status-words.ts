import { strings } from './language.ts';

/** Nova's `recipient_confirmed` as people say it; a status that nobody knows yet is shown as it came. */
export function statusWords(status: string): string {
  return strings.statuses[status] ?? status.replaceAll('_', ' ');
}
