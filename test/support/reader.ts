import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { german } from '../../src/words/de/index.ts';
import { english } from './whole-english.ts';
import { french } from '../../src/words/fr/index.ts';
import type { Words } from '../../src/words/index.ts';
import { textsOf } from '../words/texts-of.ts';
import type { DeskUnderTest } from './desk.ts';
import { readScreen } from './read-screen.ts';

export const tongues = { 'de-DE': german, 'fr-FR': french } as const;
export type Tongue = keyof typeof tongues;

/** A person who reads the language of the pane, finds the way by its texts, and looks at every screen. */
export class Reader {
  readonly it: DeskUnderTest;
  readonly words: Words;
  /** What a reader would stumble over, by screen. */
  readonly found: Record<string, string[]> = {};
  /** Every screen that was looked at. */
  readonly seen: string[] = [];
  readonly #english: readonly { text: string; pattern: RegExp }[];
  readonly #pictures: string | null;

  /** `pictures` names a folder that takes a picture of each screen. */
  constructor(it: DeskUnderTest, tongue: Tongue, pictures: string | null = null) {
    this.it = it;
    this.words = tongues[tongue];
    this.#english = englishOnly(this.words);
    this.#pictures = pictures;
  }

  async looksAt(name: string): Promise<void> {
    this.seen.push(name);
    const { spoiled, isTooWide, texts } = await readScreen(this.it);
    const left = texts.flatMap((text) =>
      this.#english
        .filter(({ pattern }) => pattern.test(text))
        .slice(0, 1)
        .map((one) => `in English: “${one.text}” in “${text}”`),
    );
    const found = [...(isTooWide ? ['has to be scrolled sideways'] : []), ...spoiled, ...left];
    if (found.length > 0) this.found[name] = [...new Set(found)];
    if (this.#pictures === null) return;
    mkdirSync(this.#pictures, { recursive: true });
    await this.it.page
      .locator('iframe')
      .first()
      .screenshot({ path: join(this.#pictures, `${name}.png`) });
  }

  /** Presses what begins with a text of the catalogue: a button may say more, such as an amount. */
  async presses(text: string, role: 'button' | 'menuitem' | 'tab' = 'button'): Promise<void> {
    await this.it.pane
      .getByRole(role, { name: startsWith(text) })
      .first()
      .click();
  }

  async ticks(text: string): Promise<void> {
    await this.it.pane.getByRole('checkbox', { name: startsWith(text) }).check();
  }

  async types(field: string, text: string): Promise<void> {
    await this.it.pane.getByRole('textbox', { name: field }).fill(text);
  }

  async sees(text: string): Promise<void> {
    await this.it.pane.getByText(text).first().waitFor();
  }

  async signsIn(): Promise<void> {
    const { signIn, source } = this.words.strings;
    await this.it.pane.getByRole('textbox', { name: signIn.code }).waitFor();
    await this.looksAt('sign-in');
    await this.types(signIn.code, await this.it.desk.issueSignInCode());
    await this.it.pane.getByRole('button', { name: signIn.button, exact: true }).click();
    await this.it.pane
      .getByRole('button', { name: startsWith(source.check) })
      .first()
      .waitFor();
  }
}

function startsWith(text: string): RegExp {
  return new RegExp(`^${escaped(text)}`);
}

/** The English texts that the language says differently, each to be found as whole words. */
function englishOnly(words: Words): { text: string; pattern: RegExp }[] {
  const own = [...textsOf(words).values()].filter((text) => typeof text === 'string').join('\n');
  return [...new Set(textsOf(english).values())]
    .filter((text): text is string => typeof text === 'string' && /\p{L}{3}/u.test(text))
    .map((text) => ({ text, pattern: asWords(text) }))
    .filter(({ pattern }) => !pattern.test(own));
}

/** A single word is looked for where a text begins: inside, it may be part of somebody's name. */
function asWords(text: string): RegExp {
  return new RegExp(`${text.includes(' ') ? '(?<!\\p{L})' : '^\\s*'}${escaped(text)}(?!\\p{L})`, 'um');
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
}
