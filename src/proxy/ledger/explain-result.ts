import type { Said } from '../../contract/index.ts';
import { told } from '../../words/said.ts';
import { knownReason } from '../staging/explain-reason.ts';

type Reader = readonly [RegExp, (...found: string[]) => Said | null];

const standings = ['accepted', 'awaiting', 'rejected', 'returned', 'reserved', 'sending', 'unknown'] as const;

/** What a result of the audit log is about, by the words with which it was written (`writeAudit`). */
const readers: readonly Reader[] = [
  [/^until (\S+)$/, (endsAt) => [told('goodUntil', { endsAt })]],
  [
    /^(?:sending released|returned|declared never created): (.+)$/s,
    (reason) => [told('reasonGiven', { reason })],
  ],
  [/^approved, prepared by (.+), content [0-9a-f]+$/s, (userName) => [told('preparedBy', { userName })]],
  [/^waits for approval until (\S+)$/, (endsAt) => [told('waitsUntil', { endsAt })]],
  [/^not approved until (\S+)$/, (endsAt) => [told('notApprovedUntil', { endsAt })]],
  [/^generation \d+, waits for approval until (\S+)$/, (endsAt) => [told('waitsUntil', { endsAt })]],
  [
    /^generation \d+, a repeat of \S+: (.+), waits for approval until (\S+)$/s,
    (reason, endsAt) => [told('waitsUntil', { endsAt }), told('repeatedFor', { reason })],
  ],
  [/^generation \d+, a repeat of \S+: (.+)$/s, (reason) => [told('repeatedFor', { reason })]],
  [/^its rows are staged anew .*?, as entry \S+: (.+)$/s, (reason) => [told('stagedAnew', { reason })]],
  [/^rejected with \d+ (.+)$/, (code) => [told('refusedAs', { code })]],
  [/^unknown: (.+)$/, (code) => knownReason(code)],
  [/^not sent: (.+)$/, (code) => knownReason(code)],
  [/^linked to (\S+)$/, (id) => [told('linkedTo', { id })]],
  [
    /^nothing sent: (\S+) before$/,
    (state) => {
      const standing = standings.find((one) => one === state);
      return standing === undefined ? null : [told('nothingSentAgain', { standing })];
    },
  ],
  // English as it was said then, without the hash of the content.
  [/^refused: (.+), content [0-9a-f]+\)$/s, (text) => [told('asRecorded', { text: `${text})` })]],
  [/^approval refused: (.+)$/s, (text) => [told('asRecorded', { text })]],
  [/^sending stopped: (.+)$/s, (text) => [told('asRecorded', { text })]],
];

/** The same for people; undefined for a result that says nothing more to them. */
export function explainResult(result: string): Said | undefined {
  for (const [pattern, explain] of readers) {
    const found = pattern.exec(result);
    if (found !== null) return explain(...found.slice(1)) ?? undefined;
  }
  return undefined;
}
