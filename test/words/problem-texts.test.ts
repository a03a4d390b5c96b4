import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { languages, problemTexts, setLanguage, type Words } from '../../src/words/index.ts';

type Texts = Words['problemTexts'];

/** Values for every text: one that is added has none, and does not compile. */
type Samples<T> = {
  [K in keyof T]: T[K] extends (...args: infer A) => string ? A : T[K] extends string ? null : Samples<T[K]>;
};

/** Excel's number of a row, and amounts in cents, whose digits are in no other value. */
const row = 417;
const place = { character: '\u200b', position: 6, length: 87 };
const changed = { label: 'Xfield', staged: 'ent_Before', now: 'ent_After' };

const samples: Samples<Omit<Texts, 'fields' | 'advice'>> = {
  ids: {
    malformed: ['Quidam 12', 'ent'],
    invisible: [place],
    space: [{ ...place, character: '\u00a0' }],
    lookalike: [{ ...place, character: 'А' }, 'A'],
    wrongKind: ['veh', 'ent'],
    prefixCase: ['ENT', 'ent'],
    contactIsEmail: ['ada@example.com'],
    resultMalformed: ['pending'],
    resultIncomplete: ['dpmt_A1'],
    paymentTwice: ['dpmt_A1', 'M517'],
  },
  amounts: {
    notFinite: null,
    zero: null,
    negative: null,
    tooLarge: null,
    textTooLarge: ['99999999999999999'],
    totalTooLarge: null,
    fraction: [71234.565, 'USD'],
    notAnAmount: ['tbd'],
    ambiguous: ['7.321', '7.321', '-7321'],
    ungrouped: ['1,23,456.00'],
    isText: ['81.234,56', '81234.56'],
  },
  currencies: {
    disagree: [{ column: 'USD', text: 'EUR', format: 'CHF' }],
    columnNotPaid: ['EUR'],
    amountNotPaid: ['EUR', 'text'],
    defaultNotPaid: ['EUR'],
    hidden: ['USD'],
    malformed: ['Dollar'],
    lookalike: ['UЅD'],
  },
  dates: {
    ambiguous: ['03/04/2027', '2027-04-03', '2027-03-04'],
    noSuchDay: ['2026-02-29'],
    notADate: ['tbd'],
    shortYear: ['31-Dec-27', '2027-12-31'],
    isText: ['31.12.2027', '2027-12-31'],
    leapDayOf1900: null,
    day0Of1900: null,
    outOfRange: [20260331],
    hasTime: ['2026-03-31'],
    inPast: ['distributionDate', '2026-03-31'],
    farAhead: ['dateOverride', '2036-03-31'],
    onWeekend: ['distributionDate', '2026-03-28', true],
  },
  cells: {
    blank: ['Xfield', 'Xadvice.'],
    isBoolean: ['Xfield', true],
    error: ['#N/A'],
    textTooLong: ['Xfield', 12_345, 678],
    merged: ['G5:G68'],
    nameIsNumber: [46052],
    referenceInexact: [12345678901234567],
    contactTwice: ['cnt_Ada'],
    tooManyContacts: [12_345, 678],
  },
  table: {
    noRows: null,
    nothingSelected: null,
    columnMissing: ['Xfield'],
    columnTwice: ['Zahlbetrag', 'Xfield', 'Yfield'],
    columnIsResult: ['Nova payment', 'Xfield'],
    resultTwice: ['Nova payment'],
    resultNameTaken: ['Message'],
    resultSpelling: ['nova payment', 'Nova payment'],
    isProtected: null,
    noRoom: [6, 1],
    tieOut: [700_000_01, 800_000_02, 'USD', 'Approval!C7', 3],
  },
  distributions: {
    partlyStaged: [12, 345, 'dst_A1'],
    payeeTwice: [row, true],
    tooLarge: [98_765, 20_000],
    currenciesMixed: [['USD', 'EUR']],
    referenceOnTwo: ['Ref-Q4', row],
    nameWithTwoDates: [row, '2026-03-31'],
    referenceSplits: [row],
    nameNearlyEqual: ['Q4 Ausz', row],
    centsDifference: [7, 'USD'],
    centsDiffer: [700_000_01, 700_000_03, 'USD'],
    subtotal: [700_000_01, 'USD', 12],
    equalsRowsAbove: [700_000_01, 'USD', 12],
    unusual: [88, true, 700_000_01, 'USD'],
    manyUnusual: [12, 345, 700_000_01, 800_000_02, 'USD'],
  },
  payees: {
    entityUnknown: ['ent_Ada'],
    contactUnknown: ['cnt_Ada'],
    nameDiffers: ['Ada LP', 'Ida LP', 'ent_Ada'],
    withoutBankDetails: ['Ada LP', 'ent_Ada'],
    notChecked: [12, 'Xreason.'],
  },
  sheet: {
    notStaged: ['Xreason.'],
    outcomeUnknown: ['Xreason.'],
    notRefreshed: ['Xreason.'],
    notGiven: null,
    notListed: null,
    stagedFrom: ['January.xlsx', 'Run', '2026-03-02 10:00', 'Ada'],
    registeredFrom: ['January.xlsx', 'Run', '2026-03-02 10:00', 'Ada'],
    changed: [[changed, { ...changed, staged: '' }]],
    quoted: ['tbd'],
    changedCell: [changed, 'dpmt_A1'],
    rowGone: [row],
  },
};

/** What of the samples chooses a wording and is not shown, or is shown in words. */
const unshown = new Set<unknown>(['text', 'distributionDate', 'dateOverride', '\u200b', '\u00a0', '']);

interface Said {
  name: string;
  text: string;
  given: unknown[];
}

/** Every text in the language of the moment, with what was put into it. */
function everything(): Said[] {
  const said: Said[] = [];
  const walk = (texts: unknown, values: unknown, name: string): void => {
    if (typeof texts === 'string') said.push({ name, text: texts, given: [] });
    else if (typeof texts === 'function') {
      const say = texts as (...given: unknown[]) => string;
      said.push({ name, text: say(...(values as unknown[])), given: flat(values) });
    } else {
      for (const [key, value] of Object.entries(texts as object)) {
        walk(value, (values as Record<string, unknown> | undefined)?.[key], `${name}.${key}`);
      }
    }
  };
  walk(problemTexts, samples, '');
  return said;
}

function flat(values: unknown): unknown[] {
  return typeof values === 'object' && values !== null ? Object.values(values).flatMap(flat) : [values];
}

const digits = (text: string) => text.replace(/\D/g, '');

function shows(text: string, value: unknown): boolean {
  if (typeof value === 'number') return digits(text).includes(digits(String(value)));
  if (typeof value !== 'string' || unshown.has(value)) return true;
  if (/^\d{4}-\d\d-\d\d$/.test(value)) {
    const [year = '', , day = ''] = value.split('-');
    return text.includes(year) && text.includes(String(Number(day)));
  }
  if (/^-?\d+\.?\d*$/.test(value)) return digits(text).includes(digits(value));
  return text.includes(value) || (value === 'USD' && /\$|cent/i.test(text));
}

const regions = { en: 'en-US', de: 'de-CH', fr: 'fr-FR' } as const;

describe.each(languages)('what the checks say in %s', (language) => {
  beforeAll(() => setLanguage(regions[language]));
  afterAll(() => setLanguage('en-US'));

  test('holds every value that it is given, and nothing that is none', () => {
    const said = everything();
    expect(said.length).toBeGreaterThan(120);
    expect(said.filter(({ text }) => /undefined|NaN|\[object|function/.test(text))).toEqual([]);
    const missing = said.flatMap(({ name, text, given }) =>
      given.filter((value) => !shows(text, value)).map((value) => ({ name, value, text })),
    );
    expect(missing).toEqual([]);
  });

  test('is whole sentences without blame, jargon or exclamation', () => {
    const sentences = everything().filter(
      ({ name }) => !/^\.fields|centsDifference|quoted|\.(notStaged|outcomeUnknown|notRefreshed)$/.test(name),
    );
    expect(sentences.filter(({ text }) => !/\.$/.test(text) || / {2}|^\p{Ll}+(?!_)\b/u.test(text))).toEqual(
      [],
    );
    const blamed =
      /\b(proxy|request|response|token|sync|key|hash|payload|JSON|retry|invalid|illegal|wrong|please|sorry|Anfrage|ungültig|bitte|requête|invalide|veuillez)\b|!(?!C7)/iu;
    expect(sentences.filter(({ text }) => blamed.test(text.replace(/#[A-ZÉ/]+[!?]/g, '')))).toEqual([]);
  });

  test('French keeps its signs beside the words that they belong to', () => {
    const told = language === 'fr' ? everything().map(({ text }) => text.replace(/10:00/g, '')) : [];
    expect(
      told.filter((text) => /(?<!\u00a0):(?= )|(?<!\u202f);(?!2\))|«(?!\u00a0)|(?<!\u00a0)»/u.test(text)),
    ).toEqual([]);
  });
});

describe.each(['de', 'fr'] as const)('%s', (language) => {
  afterAll(() => setLanguage('en-US'));

  test('has words of its own for everything, and no English among them', async () => {
    await setLanguage('en-US');
    const english = new Map(everything().map(({ name, text }) => [name, text]));
    await setLanguage(regions[language]);
    const own = everything();
    const alike = own.filter(({ name, text }) => text === english.get(name)).map(({ name }) => name);
    expect(alike).toEqual(language === 'fr' ? ['.fields.instructionsType', '.fields.entityType'] : []);
    const englishWords =
      /\b(the|and|is|are|not|of|this|row|cell|has|with|confirm|enter|sheet|column|choose)\b/i;
    const left = own.filter(({ text, given }) => {
      const words = given.reduce<string>(
        (rest, value) => (typeof value === 'string' && value !== '' ? rest.replaceAll(value, '') : rest),
        text,
      );
      return englishWords.test(words);
    });
    expect(left).toEqual([]);
  });
});
