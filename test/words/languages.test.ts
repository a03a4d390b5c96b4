import { describe, expect, test } from '@jest/globals';
import { english } from '../support/whole-english.ts';
import { french } from '../../src/words/fr/index.ts';
import { german } from '../../src/words/de/index.ts';
import { distributionStatuses, paymentStatuses } from '../../src/contract/nova.ts';
import { said, textsOf } from './texts-of.ts';

/** What is nobody's, or Nova's: names, codes, and the headers of the result columns. */
const nobodys = [
  ...['Distribution Desk', 'Sandbox', 'Live', 'Nova', '—', 'ACH', 'Nova distribution', 'Nova payment'],
  ...['US, GB, CH', 'NY', 'USD', '2026-01-30', 'name@example.com'],
  'Individual, IRA, Corporation, LLC, Partnership, Trust, Other entity.',
  'Individual, IRA, corporation, LLC, partnership, trust, other entity.',
];
/** Words that are the same in both languages. */
const alike: Record<'german' | 'french', readonly string[]> = {
  german: [...nobodys, 'Status', 'Name', 'Bank', 'Admin'],
  french: [
    ...nobodys,
    ...['Distribution', 'Distributions', 'Source', 'Contacts', 'Instructions', 'Total', 'Admin', 'type'],
  ],
};

/** Texts with figures that read alike: codes, what Nova says itself, and nouns that two languages share. */
const alikeWithFigures: readonly string[] = [
  ...['oversight.history.action', 'registering.preview.swift', 'registering.preview.legalName'],
  ...['strings.preview.distributions', 'registering.count'],
  ...['registering.preview.summary', 'registering.preview.items'],
];

const translations = { german, french };

describe.each(['german', 'french'] as const)('%s', (name) => {
  const words = translations[name];

  test('says nothing in English', () => {
    const others = textsOf(words);
    const left = [...textsOf(english)].filter(
      ([path, text]) => typeof text === 'string' && text === others.get(path) && !isNobodys(name, path, text),
    );
    expect(left).toEqual([]);
  });

  test('has as many texts as English, and none is empty', () => {
    const others = textsOf(words);
    expect([...others.keys()].sort()).toEqual([...textsOf(english).keys()].sort());
    expect([...others].filter(([, text]) => text === '')).toEqual([]);
  });
});

function isNobodys(name: 'german' | 'french', path: string, text: string): boolean {
  return path.endsWith('.file') || path.endsWith('.fileName') || alike[name].includes(text);
}

describe.each(Object.entries({ english, german, french }))('%s', (_name, words) => {
  test.each([0, 1, 2, 1_234])('says every text whole where the figure is %i', (count) => {
    const spoiled = said(words, count).filter(([, text]) =>
      /undefined|null|NaN|\[object|=>| {2}|^\s*$/.test(text),
    );
    expect(spoiled).toEqual([]);
  });
});

test.each(['german', 'french'] as const)('%s says no text with figures in English', (name) => {
  const inEnglish = new Map(said(english, 2).map(([path, text, values]) => [keyOf(path, values), text]));
  const left = said(translations[name], 2).filter(
    ([path, text, values]) =>
      text === inEnglish.get(keyOf(path, values)) &&
      /\p{L}{4}/u.test(text) &&
      !alikeWithFigures.includes(path),
  );
  expect(left).toEqual([]);
});

function keyOf(path: string, values: unknown[]): string {
  return `${path} ${JSON.stringify(values)}`;
}

test('each language counts with its own numbers', () => {
  const { distributions } = { distributions: (words: typeof english) => words.strings.result.staged };
  expect([0, 1, 2].map(distributions(english))).toEqual([
    '0 distributions staged',
    '1 distribution staged',
    '2 distributions staged',
  ]);
  expect([0, 1, 2].map(distributions(german))).toEqual([
    '0 Ausschüttungen vorgemerkt',
    '1 Ausschüttung vorgemerkt',
    '2 Ausschüttungen vorgemerkt',
  ]);
  expect([0, 1, 2].map(distributions(french))).toEqual([
    '0 distribution préparée',
    '1 distribution préparée',
    '2 distributions préparées',
  ]);
});

test('every status that Nova documents has words in each language', () => {
  for (const { strings } of [english, german, french]) {
    expect(Object.keys(strings.statuses)).toEqual([...distributionStatuses, ...paymentStatuses]);
  }
});

describe('French', () => {
  const texts = [
    ...[...textsOf(french)].filter(([, text]) => typeof text === 'string'),
    ...said(french, 2).map(([path, text]) => [path, text]),
  ];

  test('keeps its signs beside the words that they belong to', () => {
    // Not what Excel and Nova write themselves, nor an error of a cell.
    const loose = /(?<![\u00a0\d]):(?=\s|$)|(?<!\u202f)[;!?](?=\s|$)|«(?!\u00a0)|(?<!\u00a0)»|'/u;
    expect(texts.filter(([, text]) => loose.test(String(text).replace(/#REF!/g, '')))).toEqual([]);
  });
});

test('German breaks a long word only where it may', () => {
  const words = [
    ...[...textsOf(german).values()].filter((text) => typeof text === 'string'),
    ...said(german, 2).map(([, text]) => text),
  ].flatMap((text) => text.split(/[\s\u00ad-]+/));
  // A button of a pane 320 pixels wide holds about thirty letters.
  expect(words.filter((word) => /^\p{L}{27,}$/u.test(word))).toEqual([]);
});
