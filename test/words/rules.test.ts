import { describe, expect, test } from '@jest/globals';
import type { Explanation } from '../../src/words/explanation.ts';
import { help as englishHelp } from '../../src/words/en/help.ts';
import { help as frenchHelp } from '../../src/words/fr/help.ts';
import { help as germanHelp } from '../../src/words/de/help.ts';
import { rules as english } from '../../src/words/en/rules.ts';
import { rules as french } from '../../src/words/fr/rules.ts';
import { rules as german } from '../../src/words/de/rules.ts';

const languages = { english, german, french };
const helps = { english: englishHelp, german: germanHelp, french: frenchHelp };
const codes = Object.keys(english) as (keyof typeof english)[];

/** What `docs/words.md` keeps from people, in the languages of the catalogue. */
const jargon =
  /\b(proxy|request|response|token|sync|key|hash|payload|JSON|retry|error code|invalid|illegal|please|sorry|Anfrage|Schlüssel|ungültig|bitte|requête|clé|invalide|veuillez)\b|!/iu;

function texts({ title, reason, remedy, example }: Explanation): string[] {
  return [title, reason, remedy, ...(example === undefined ? [] : [example])];
}

function helpTexts({ topics, tour }: typeof englishHelp): string[] {
  const steps = tour.steps.flatMap(({ title, text }) => [title, text]);
  return [...Object.values(topics).flatMap(texts), ...steps, tour.again];
}

describe.each(['english', 'german', 'french'] as const)('every rule in %s', (name) => {
  const rules = languages[name];

  test.each(codes)('%s: a short title, and whole sentences for why and what to do', (code) => {
    const { title, reason, remedy }: Explanation = rules[code];
    expect(title).toMatch(/^\p{Lu}.*[^.]$/u);
    expect(title.length).toBeLessThanOrEqual(50);
    for (const text of [reason, remedy]) expect(text).toMatch(/^\p{Lu}.*\.$/u);
  });

  test('has no jargon, blame or exclamation', () => {
    const told = [...codes.flatMap((code) => texts(rules[code])), ...helpTexts(helps[name])];
    // What Excel writes into a cell is not ours.
    expect(told.filter((text) => jargon.test(text.replace(/#(REF|BEZUG)!/g, '')))).toEqual([]);
  });
});

test('German and French have words of their own for every rule', () => {
  const unlike = (code: keyof typeof english, other: Explanation) =>
    english[code].reason !== other.reason &&
    english[code].remedy !== other.remedy &&
    english[code].title !== other.title;
  expect(codes.filter((code) => !unlike(code, german[code]) || !unlike(code, french[code]))).toEqual([]);
});

test('French keeps its signs beside the words that they belong to', () => {
  const told = [...codes.flatMap((code) => texts(french[code])), ...helpTexts(frenchHelp)].map((text) =>
    text.replaceAll('#REF!', ''),
  );
  expect(
    told.filter((text) => /(?<!\u00a0):(?= )|(?<!\u202f)[;!?](?= |$)|«(?!\u00a0)|(?<!\u00a0)»/u.test(text)),
  ).toEqual([]);
});

test('a thing has the one name that docs/words.md gives it', () => {
  const told = (name: keyof typeof languages) =>
    [...codes.flatMap((code) => texts(languages[name][code])), ...helpTexts(helps[name])].filter((text) =>
      otherNames[name].test(text),
    );
  expect({ english: told('english'), german: told('german'), french: told('french') }).toEqual({
    english: [],
    german: [],
    french: [],
  });
});

const otherNames = {
  english:
    /\b(batch|transaction|recipient|investor|payment instructions|validate|checksum|administrator|tab)\b/i,
  german:
    /\bIds?\b|\b(Total|Charge|Transaktion|Zahlungsempfänger|Einheit|Fonds|Validierung|Administrator|Ticket)\b/,
  french: /\b(ids?|monnaie|lot|transaction|destinataire|valider|administrateur|fichier Excel)\b/i,
};
