/** The texts of a catalogue by their path, and what those with figures say of samples. */
import { english } from '../support/whole-english.ts';
import type { Words } from '../../src/words/index.ts';

type Text = string | ((...values: unknown[]) => unknown);

/** Every text by its path, such as `strings.confirm.title`; those with figures as the functions that they are. */
export function textsOf(words: Words): Map<string, Text> {
  const found = new Map<string, Text>();
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string' || typeof value === 'function') found.set(path, value as Text);
    else if (typeof value === 'object' && value !== null)
      for (const [name, part] of Object.entries(value)) walk(part, path === '' ? name : `${path}.${name}`);
  };
  walk(words, '');
  return found;
}

/** What each text with figures says where the figures are `count`, beside its path and the values that it was given. */
export function said(words: Words, count: number): [path: string, text: string, values: unknown[]][] {
  const originals = textsOf(english);
  return [...textsOf(words)].flatMap(([path, text]) => {
    if (typeof text === 'string') return [];
    // All languages take the same values in the same order; English says what they are.
    const original = originals.get(path) as () => unknown;
    return samplesOf(path, original, count).map((values): [string, string, unknown[]] => {
      const whole = say(path, text, values);
      return [path, Array.isArray(whole) ? whole.join(' ') : String(whole), values];
    });
  });
}

function say(path: string, text: (...values: unknown[]) => unknown, values: unknown[]): unknown {
  try {
    return text(...values);
  } catch (cause) {
    throw new Error(`${path} does not take ${JSON.stringify(values)}: say in \`samples\` what it takes`, {
      cause,
    });
  }
}

const instant = '2026-03-31T20:14:00Z';
const alike = {
  ...{ by: 'Kim', at: instant, source: { workbook: 'Q1.xlsx', sheet: 'Payouts' }, paymentCount: 3 },
  ...{ totalCents: 1_500, currency: 'USD', distributionId: 'dst_1' },
};
const holder = { id: 'ent_1', name: 'Kim', who: 'Lee', when: instant };
const change = { usualCents: 5_000, lastCents: 4_000 };

/** What stands for a parameter, by its name; a parameter that is not here is a count, which reads as a text too. */
const samples: Readonly<Record<string, readonly unknown[]>> = {
  ...Object.fromEntries(
    ['when', 'since', 'until', 'instant', 'keyExpiresAt', 'at'].map((name) => [name, [instant]]),
  ),
  ...Object.fromEntries(
    ['parts', 'ids', 'values', 'names', 'others', 'outside', 'addresses', 'marks', 'labels'].map((name) => [
      name,
      [['A1'], Array.from('ABCDEFGHIJKL')],
    ]),
  ),
  ...Object.fromEntries(['isSending', 'isFailed', 'isLive'].map((name) => [name, [true, false]])),
  changes: [[{ label: 'Amount', staged: '1', now: '' }]],
  time: ['2026-03-31 20:14'],
  wanted: ['veh', 'ent', 'cnt', 'dst', 'dpmt', 'dntf', 'pmi', 'org'],
  found: ['ent'],
  field: ['distributionDate', 'dateOverride'],
  day: ['2026-03-31'],
  decimal: ['1234.50'],
  codes: [['USD', 'EUR']],
  kind: ['payment-instructions', 'entity', 'contact'],
  roles: [['viewer', 'preparer', 'approver', 'admin']],
  mode: ['live', 'sandbox'],
  organizationId: ['org_1'],
  who: ['Lee'],
  sheet: ['Payouts'],
  payee: ['', 'Lee'],
  staged: ['', '100.00'],
  now: ['', '100.00'],
  holder: [holder],
  currency: ['USD'],
  change: ['new-payee', 'new-currency', 'unusual-amount'].map((name) => ({ change: name, ...change })),
  reason: ['Because'],
  type: ['ach', 'domestic_wire', 'international_wire'],
  action: ['sign-in', 'something-new'],
};

/** A character of an id, and where it stands. */
const places = ['\u200b', '\u00a0', 'x'].map((character) => ({ character, position: 2, length: 9 }));

/** Parameters that mean something else there than their name says. */
const elsewhere: Readonly<Record<string, Readonly<Record<string, readonly unknown[]>>>> = {
  'problemTexts.ids.invisible': { place: places },
  'problemTexts.ids.space': { place: places },
  'problemTexts.ids.lookalike': { place: places },
  'problemTexts.dates.ambiguous': { one: ['2026-03-04'], other: ['2026-04-03'] },
  'problemTexts.amounts.ambiguous': { one: ['1234'], other: ['1.234'] },
};

/** Parameters that are null where nothing is known. */
const nullable: Readonly<Record<string, string>> = {
  'strings.resolve.text': 'who',
  'oversight.history.place': 'sheet',
  'oversight.bound.name': 'organizationId',
  'registering.result.taken': 'holder',
  'registrationProblems.rows.same': 'registeredAs',
};

/** By how the parameter is taken apart. */
const objectSamples: Readonly<Record<string, (count: number) => readonly unknown[]>> = {
  stage: (count) =>
    ['reading', 'checking', 'payees'].flatMap((stage) => [
      { stage, done: 0, total: Math.max(count, 1) },
      { stage, done: Math.max(count, 1), total: Math.max(count, 1) },
    ]),
  distributions: (distributions) => [true, false].map((complete) => ({ distributions, complete })),
  preparedBy: () =>
    [null, 'Lee'].map((approvedBy) => ({ preparedBy: 'Kim', expiresAt: instant, approvedBy })),
  label: () => [{ label: 'Amount', staged: '1', now: '' }],
  column: () => [{ column: 'USD', text: 'EUR', format: 'CHF' }],
  by: () => [alike, { ...alike, totalCents: null, currency: null, distributionId: null }],
};

/** Each value that a parameter can have, beside the first of the others. */
function samplesOf(path: string, text: () => unknown, count: number): unknown[][] {
  const choices = parametersOf(text).map((name): readonly unknown[] => {
    const first = /^\{\s*(\w+)/.exec(name)?.[1];
    const known =
      first === undefined
        ? (elsewhere[path]?.[name] ?? samples[name] ?? [count])
        : (objectSamples[first]?.(count) ?? [{}]);
    return nullable[path] === name ? [...known, null] : known;
  });
  const first = choices.map(([value]) => value);
  const others = choices.flatMap((values, place) => values.slice(1).map((value) => first.with(place, value)));
  return [first, ...others];
}

function parametersOf(text: () => unknown): string[] {
  const source = text.toString();
  const list = /^(?:async\s+)?(?:\(([^]*?)\)|(\w+))\s*=>/.exec(source);
  const inside = list?.[1] ?? list?.[2] ?? /^[^(]*\(([^]*?)\)\s*\{/.exec(source)?.[1] ?? '';
  return inside.split(/,(?![^{]*\})/).flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
}
