/** What the proxy says by keys and values, in English for all, and again in the language of the user. */
import { globSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from '@jest/globals';
import { submissionKindSchema, type Sentence } from '../../src/contract/index.ts';
import { projectPath } from '../../src/scripts/project-path.ts';
import { loadSayAgain, setLanguage } from '../../src/words/index.ts';
import { say, told, type SaidKey } from '../../src/words/said.ts';
import { samples } from './said-samples.ts';

const keys = Object.keys(samples) as SaidKey[];
const sampleOf = (key: SaidKey): Sentence => ({ key, values: samples[key] ?? {} });
const english = (sentence: Sentence) => say(sentence).message;

/** What is a name, an id, a setting or a code in any language: it comes out as it went in. */
const asItIs = (sentence: Sentence): string[] =>
  Object.values(sentence.values).filter(
    (value): value is string =>
      typeof value === 'string' && /_[A-Z]|Ada|xlsx|January|INV-3|:write|:read/.test(value),
  );

afterEach(() => setLanguage('en-US'));

describe.each(['de-DE', 'fr-FR', 'de-CH'])('in %s', (tag) => {
  test.each(keys)('%s is said, with every id and name as it is', async (key) => {
    const sentence = sampleOf(key);
    const { message, said } = say(sentence);
    await setLanguage(tag);
    const sayAgain = await loadSayAgain();
    const again = sayAgain({ message, said });
    for (const text of asItIs(sentence)) expect(again).toContain(text);
    expect(again).not.toMatch(/undefined|null|NaN|\[object| {2}|\$\{/);
    if (key !== 'asRecorded') expect(again).not.toBe(message);
    // A setting is called what it is called in every language.
    for (const [name] of message.matchAll(/\b[A-Z]+_[A-Z_]+\b/g)) expect(again).toContain(name);
    // The instants and amounts of the English are written anew.
    expect(again).not.toMatch(/\d{4}-\d\d-\d\dT|\d,\d{3}\.\d\d/);
  });
});

describe('whatever the kind', () => {
  const ofKind = keys.filter((key) => 'kind' in sampleOf(key).values);
  const cases = ofKind.flatMap((key) => submissionKindSchema.options.map((kind) => ({ key, kind })));

  test.each(['en-US', 'de-DE', 'fr-FR'])('each sentence has its words in %s', async (tag) => {
    await setLanguage(tag);
    const sayAgain = await loadSayAgain();
    const said = cases.map(({ key, kind }) => {
      const { values } = sampleOf(key);
      return sayAgain({ message: `no words: ${key} ${kind}`, said: [{ key, values: { ...values, kind } }] });
    });
    // What has nothing to do with distributions, or with them alone, has no word for the others.
    const missing = said.filter((text) => text.startsWith('no words'));
    expect(missing).toEqual(tag === 'en-US' ? [] : ['no words: referenceTaken distribution']);
  });
});

test('French sets its no-break spaces', async () => {
  await setLanguage('fr-FR');
  const sayAgain = await loadSayAgain();
  const all = keys.map((key) => sayAgain({ message: '', said: [sampleOf(key)] })).join('\n');
  expect(all).toMatch(/\u202f;/);
  expect(all).toMatch(/\u00a0:/);
  expect(all).not.toMatch(/ [;:!?»]|« |[^\s\u202f\u00a0\d];/);
});

describe('the English of the proxy', () => {
  test('depends on no language or region that is set', async () => {
    const before = keys.map((key) => english(sampleOf(key)));
    await setLanguage('de-CH');
    expect(keys.map((key) => english(sampleOf(key)))).toEqual(before);
  });

  test('writes instants as RFC 3339 and amounts with their currency', () => {
    expect(english(sampleOf('somebodyElse'))).toBe(
      'Ada Preparer prepared it, so somebody else has to approve it, by 2027-01-04T09:30:00.000Z.',
    );
    expect(english(sampleOf('beyondLimit'))).toBe(
      'The limit for one day is 100,000.00 USD; 250,000.50 USD goes beyond it by 150,000.50 USD.',
    );
  });

  test('has no word that only we would know', () => {
    const all = keys.map((key) => english(sampleOf(key)));
    const jargon =
      /\b(proxy|request|response|payload|JSON|null|hash|idempotency|retry|submit|please|sorry|invalid)\b|!/i;
    expect(all.filter((text) => jargon.test(text))).toEqual([]);
  });

  test('joins several sentences, and so do the others', async () => {
    const told2 = say([told('notKnown', { kind: 'entity' }), told('ownProblem')]);
    expect(told2.message).toBe(
      'It is not known whether Nova created this entity. Nova had a problem of its own.',
    );
    await setLanguage('de-DE');
    expect((await loadSayAgain())(told2)).toBe(
      'Es ist nicht bekannt, ob Nova diesen Rechtsträger angelegt hat. Nova hatte selbst ein Problem.',
    );
  });
});

test('every sentence is said somewhere in the proxy', () => {
  const code = globSync('src/proxy/**/*.ts', { cwd: projectPath('.') })
    .map((path) => readFileSync(projectPath(path), 'utf8'))
    .join('\n');
  expect(keys.filter((key) => !code.includes(`'${key}'`))).toEqual([]);
});

describe('a proxy of another version', () => {
  const message = 'Something new happened. Nothing was sent.';
  test.each<[string, { message: string; said?: Sentence[] }]>([
    ['says nothing by key', { message }],
    ['says an empty list', { message, said: [] }],
    [
      'knows a key that this pane does not',
      { message, said: [sampleOf('nothingSent'), { key: 'newKey', values: {} }] },
    ],
    ['uses a name that every object has', { message, said: [{ key: 'constructor', values: {} }] }],
    ['leaves out a value', { message, said: [{ key: 'idNotKnown', values: {} }] }],
    [
      'has a word that this pane does not',
      { message, said: [{ key: 'notKnown', values: { kind: 'cheque' } }] },
    ],
    [
      'has an instant that is none',
      { message, said: [{ key: 'somebodyElse', values: { userName: 'A', endsAt: 'soon' } }] },
    ],
  ])('that %s: its message is shown whole', async (_what, telling) => {
    await setLanguage('de-DE');
    expect((await loadSayAgain())(telling)).toBe(message);
  });
});
