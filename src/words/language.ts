/**
 * The language of the program. It is set once, before anything is said, like the time zone of a process: whoever needs a
 * text takes it from the catalogue here. `docs/decisions/0004-one-catalogue.md` says why.
 */
import { english } from './en/index.ts';
import type { rules } from './en/rules.ts';
import { setFormats } from './format.ts';

/** Every text of one language. The compiler refuses a language that lacks one, or gives a text other arguments. */
export type Words = typeof english & { rules: typeof rules };

/** The code of every rule of the checks. */
export type RuleCode = keyof Words['rules'];

/** What else help is given about. */
export type HelpTopic = keyof Words['help']['topics'];

export const languages = ['en', 'de', 'fr'] as const;
export type Language = (typeof languages)[number];

/** Other languages than English come as files of their own, when they are asked for. */
const catalogues: Record<Language, () => Promise<Words | null>> = {
  en: () => Promise.resolve(null),
  de: async () => (await import('./de/index.ts')).german,
  fr: async () => (await import('./fr/index.ts')).french,
};

/*
 * Bindings that change: read them when something is said, never into a constant of a module, which would keep the
 * language that was there before. The linter refuses that.
 */
export let {
  strings,
  oversight,
  registering,
  connection,
  lists,
  registrationProblems,
  problemTexts,
  help,
  sheetSays,
} = english;

/** Every text in the language of this moment where that is not English; for subjects that are loaded apart. */
export let translation: Words | null = null;

let language: Language = 'en';
let asked = 0;

/** The language that texts are in now. */
export function currentLanguage(): Language {
  return language;
}

/** The language of a tag such as `de-CH`; English for those that the catalogue has not. */
export function languageOf(tag: string): Language {
  const primary = tag.toLowerCase().split(/[-_]/)[0];
  return languages.find((candidate) => candidate === primary) ?? 'en';
}

/**
 * Says everything from now on in the language of a BCP 47 tag, and writes numbers, amounts and dates as its region does.
 * Where the texts cannot be loaded, they stay as they are. Of two calls the later one counts, whichever ends first.
 */
export async function setLanguage(tag: string): Promise<void> {
  const call = ++asked;
  const wanted = languageOf(tag);
  const words = await catalogues[wanted]().catch(() => undefined);
  if (words === undefined || call !== asked) return;
  language = wanted;
  translation = words;
  ({
    strings,
    oversight,
    registering,
    connection,
    lists,
    registrationProblems,
    problemTexts,
    help,
    sheetSays,
  } = words ?? english);
  setFormats(tag, wanted);
}
