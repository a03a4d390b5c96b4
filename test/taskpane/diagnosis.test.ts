import { expect, test } from '@jest/globals';
import { requestIdHeader, versionHeader } from '../../src/contract/index.ts';
import type { CellValue, SheetTable } from '../../src/domain/index.ts';
import { diagnosisOf, type Surroundings } from '../../src/taskpane/diagnosis.ts';
import { errorFacts } from '../../src/taskpane/error-facts.ts';
import { ProxyError } from '../../src/taskpane/proxy-error.ts';
import { traceRequests } from '../../src/taskpane/request-trace.ts';
import { initialState, type PaneState, type Reading } from '../../src/taskpane/state.ts';
import type { Phase } from '../../src/taskpane/phase.ts';
import type { RegistrationJob } from '../../src/taskpane/registrations/phase.ts';
import { accepted, check, mapping, payoutTable, planOf, rejected } from '../support/builders.ts';
import { checkRows, planRows, registered, registrationTable } from '../support/registration-builders.ts';

const page: Surroundings = {
  version: '0.1.0',
  serverVersion: '0.2.0',
  at: '2026-03-01T10:00:00.000Z',
  userAgent: 'a browser',
  excel: 'Excel, PC, 16.0.1',
  language: 'de-CH',
  widthPx: 320,
  heightPx: 700,
  zoom: 2,
  look: ['prefers-color-scheme: dark'],
  requests: [],
  error: [],
};

const state: PaneState = {
  ...initialState,
  session: {
    userName: 'Controller at night',
    roles: ['preparer'],
    expiresAt: '2026-03-01T12:00:00.000Z',
    mode: 'live',
    organizationId: 'org_Fund1' as never,
  },
  notice: {
    intent: 'error',
    title: 'Nova does not answer',
    text: 'Ada Capital LP waits for 1,234.56.',
    reference: 'req-1',
  },
};

/** What stands in a table, as text that somebody could know it by. */
function contentOf({ values, source, reference }: SheetTable): string[] {
  const cells = values.flat().map((value: CellValue) => String(value));
  const amounts = ['1,234.56', '1234.56', '123456', '1’234.56', '1.234,56'];
  return [...cells, ...amounts, source.workbook, source.sheet, reference.sheetName];
}

const payouts = payoutTable([
  { payeeName: '=cmd', externalReference: 'A "1"' },
  { distributionName: 'Second deal', payeeName: 'Bee Trust', amount: 'twelve thousand' },
]);
const bankDetails = registrationTable('payment-instructions', [{}, { accountNumber: '000444555666' }]);

/** A place in each phase that holds anything. */
function phases(): { payouts: Phase[]; registrations: Phase<RegistrationJob>[] } {
  const fine = payoutTable([
    { payeeName: '=cmd' },
    { distributionName: 'Second deal', payeeName: 'Bee Trust' },
  ]);
  const [first, second] = planOf(fine).distributions;
  if (first === undefined || second === undefined) throw new Error('Two distributions were planned.');
  const read = { table: payouts, mapping, check: check(payouts), evidence: [] };
  const reading = { ...read, settings: {}, tieOut: null } as unknown as Reading;
  const [group] = planRows('payment-instructions', [{}, { accountNumber: '000444555666' }]).groups;
  if (group === undefined) throw new Error('Bank details were planned.');
  const ended = { reference: fine.reference, header: fine.header, knownAt: page.at, stop: null };
  const writing = { status: 'writing' } as const;
  return {
    payouts: [
      { step: 'checked', reading, warningsSeen: false },
      { step: 'confirm', reading, warningsSeen: true, typed: { USD: '1,234.56' }, ticked: false },
      {
        step: 'result',
        results: {
          ...ended,
          mapping,
          outcomes: [
            { distribution: first, outcome: accepted(first, 'dst_One1') },
            { distribution: second, outcome: rejected('The vehicle of Bee Trust is closed.') },
          ],
        },
        writing,
      },
    ],
    registrations: [
      {
        step: 'checked',
        reading: {
          ...read,
          table: bankDetails,
          check: checkRows('payment-instructions', [{}, { accountNumber: '000444555666' }]),
          kind: 'payment-instructions',
        } as unknown as RegistrationJob['reading'],
        warningsSeen: false,
      },
      {
        step: 'result',
        results: {
          ...ended,
          mapping: {},
          kind: 'payment-instructions',
          outcomes: [{ registration: group, outcome: [registered('pmi_One1'), null] }],
        },
        writing,
      },
    ],
  };
}

const secrets = [
  ...contentOf(payouts),
  ...contentOf(bankDetails),
  'Second deal',
  'Controller at night',
  'waits for',
].filter(
  // What is too short to be anybody's, such as a country, stands in any text.
  (text) => text.length > 3,
);

test('in no phase of either place does a diagnosis hold anything of what the cells hold, or a name', () => {
  const held = phases();
  const states: PaneState[] = [
    ...held.payouts.map((phase) => ({ ...state, phase })),
    ...held.registrations.map((phase): PaneState => ({
      ...state,
      place: 'registrations',
      registrations: { phase, notice: state.notice, rechecking: false },
    })),
  ];
  expect(states).toHaveLength(5);
  for (const one of states) {
    const text = diagnosisOf(one, page);
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    // The same search finds them in the state itself.
    expect(secrets.some((secret) => JSON.stringify(one).includes(secret))).toBe(true);
  }
});

test('a diagnosis names versions, the screen, counts and ids', () => {
  const [checked, , result] = phases().payouts;
  if (checked === undefined || result === undefined) throw new Error('no phases');
  const before = diagnosisOf({ ...state, phase: checked }, page);
  for (const told of [
    'Distribution Desk: 0.1.0',
    'Server: 0.2.0, same, there',
    'Excel: Excel, PC, 16.0.1',
    'Pane: 320 x 700 px, 2 zoom, prefers-color-scheme: dark',
    'Language: de-CH',
    'Nova: live, org_Fund1',
    'Where: payouts, checked',
    'Notice: error: Nova does not answer',
    'Request: req-1',
    'Table: region, 2 rows, 10 columns',
    'amount-not-a-number 1',
    'Planned: nothing, problems block',
  ]) {
    expect(before).toContain(told);
  }
  const after = diagnosisOf({ ...state, phase: result }, page);
  expect(after).toContain('Result 1: accepted entry-1 dst_One1');
  expect(after).toContain('Result 2: rejected entry-1 not_found');
  const registeredNow = phases().registrations[1];
  if (registeredNow === undefined) throw new Error('no phase');
  const registrations = { phase: registeredNow, notice: null, rechecking: false };
  const other = diagnosisOf({ ...state, place: 'registrations', registrations }, page);
  expect(other).toContain('Result 1: accepted entry-pmi_One1 pmi_One1\nResult 2: not sent');
});

test('the latest requests are known by their id and how they ended, without what was asked or answered', async () => {
  let goesThrough = true;
  const trace = traceRequests(
    () =>
      goesThrough
        ? Promise.resolve(
            new Response('{"name":"Ada Capital LP"}', {
              status: 404,
              headers: { [versionHeader]: '0.2.0' },
            }),
          )
        : Promise.reject(new TypeError('fetch failed')),
    () => new Date(page.at),
  );
  const init = (id: string) => ({
    method: 'POST',
    headers: { [requestIdHeader]: id, authorization: 'Bearer secret-token' },
    body: '{"payee":"Bee Trust"}',
  });
  await trace.fetch('/api/history?search=Ada%20Capital', init('id-1'));
  goesThrough = false;
  await expect(trace.fetch('/api/distributions', init('id-2'))).rejects.toThrow('fetch failed');
  expect(trace.serverVersion()).toBe('0.2.0');
  const text = diagnosisOf(state, { ...page, requests: trace.latest() });
  expect(text).toContain(`Asked: ${page.at} POST /api/history id-1 404`);
  expect(text).toContain(`Asked: ${page.at} POST /api/distributions id-2 no answer`);
  for (const kept of ['Ada', 'Bee', 'secret-token', 'search']) expect(text).not.toContain(kept);
  for (let count = 0; count < 30; count += 1) await trace.fetch('/api/x', init('more')).catch(() => null);
  expect(trace.latest()).toHaveLength(12);
});

test('an error is told by its kind and its places in the code, and never by its words', () => {
  const cause = new ProxyError('nova-unavailable', 'Ada Capital LP waits.', 503);
  cause.stack = '';
  const error = new RangeError('F12 holds 1,234.56\n  at Ada Capital LP:1:2', { cause });
  error.stack = [
    `RangeError: ${error.message}`,
    '    at reduce (https://desk.example.com/taskpane.1a2b.js:1:2345)',
    'dispatch@https://desk.example.com/taskpane.1a2b.js:1:99',
  ].join('\n');
  const facts = errorFacts(error);
  expect(facts.slice(0, 3)).toEqual([
    'RangeError',
    'at reduce (taskpane.1a2b.js:1:2345)',
    'dispatch@taskpane.1a2b.js:1:99',
  ]);
  expect(facts).toContain('caused by ProxyError nova-unavailable');
  expect(facts.join('\n')).not.toMatch(/Ada|1,234|desk\.example/);
  expect(errorFacts('Ada Capital LP')).toEqual(['a thrown string']);
});
