/**
 * Says exactly what is wrong with an id. Nothing is repaired: an id that is nearly right may be somebody else's. A
 * correction is offered where it takes away what nobody sees, or sets the prefix in small letters, and an id remains.
 */
import { idPrefixes, type IdPrefix } from '../contract/index.ts';
import type { Correction, CorrectionKind } from './correction.ts';
import { withoutInvisible } from './hidden-characters.ts';
import type { ProblemCode } from './problem-codes.ts';

export interface IdFault {
  code: ProblemCode;
  message: string;
  correction?: Correction;
}

const kinds: Readonly<Record<IdPrefix, string>> = {
  veh: 'a vehicle id',
  ent: 'an entity id',
  cnt: 'a contact id',
  dst: 'a distribution id',
  dpmt: 'a payment id',
  dntf: 'a notification id',
  pmi: 'a payment instructions id',
  org: 'an organization id',
};

const patterns = Object.fromEntries(
  idPrefixes.map((prefix) => [prefix, new RegExp(`^${prefix}_[A-Za-z0-9]+$`)]),
) as Record<IdPrefix, RegExp>;

export function isId(text: string, prefix: IdPrefix): boolean {
  return patterns[prefix].test(text);
}

const invisible: Readonly<Record<string, string>> = {
  '\u00ad': 'a soft hyphen',
  '\u180e': 'a Mongolian vowel separator',
  '\u200b': 'a zero-width space',
  '\u200c': 'a zero-width non-joiner',
  '\u200d': 'a zero-width joiner',
  '\u200e': 'a left-to-right mark',
  '\u200f': 'a right-to-left mark',
  '\u2060': 'a word joiner',
  '\ufeff': 'a zero-width no-break space',
};
const spaces: Readonly<Record<string, string>> = {
  ' ': 'a space',
  '\t': 'a tab',
  '\n': 'a line break',
  '\r': 'a line break',
  '\u00a0': 'a non-breaking space',
  '\u2007': 'a figure space',
  '\u202f': 'a narrow non-breaking space',
  '\u3000': 'an ideographic space',
};

/** Letters of other alphabets that look like the Latin ones beside them (Unicode's confusables, the common ones). */
const lookalikes: ReadonlyMap<string, string> = new Map([
  ...pairs('АВЕЅІЈКМНОРСТУХҮаеорсухіјѕһԁԛԝ', 'ABESIJKMHOPCTYXYaeopcyxijshdqw'),
  ...pairs('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοιανυρ', 'ABEZHIKMNOPTYXoiavup'),
  ['ı', 'i'] as const,
  ['ɑ', 'a'] as const,
  ['ɡ', 'g'] as const,
  ['\uff3f', '_'] as const,
  ['\u2017', '_'] as const,
]);

function pairs(from: string, to: string): (readonly [string, string])[] {
  const latin = [...to];
  return [...from].map((letter, index) => [letter, latin[index] ?? ''] as const);
}

/** Null when the text is an id of this kind. `holder` names the place, such as "vehicle column". */
export function idFault(text: string, prefix: IdPrefix, holder: string): IdFault | null {
  if (isId(text, prefix)) return null;
  const fault = characterFault(text) ??
    kindFault(text, prefix, holder) ?? {
      code: 'id-malformed',
      message: `"${shorten(text)}" is not ${kinds[prefix]}. It must be ${prefix}_ followed by letters and digits, exactly as Nova shows it.`,
    };
  const kind = correctionKinds[fault.code];
  const to = kind === undefined ? null : mendedId(text, prefix);
  return kind === undefined || to === null ? fault : { ...fault, correction: { kind, to } };
}

const correctionKinds: Readonly<Partial<Record<ProblemCode, CorrectionKind>>> = {
  'id-has-invisible-character': 'remove-invisible',
  'id-has-space': 'trim',
  'id-prefix-case': 'prefix-case',
};

/**
 * The id that is left without characters that nobody sees and spaces around it, its prefix in small letters; null when
 * that is none. A look-alike letter is never replaced: what it stands for is not certain.
 */
export function mendedId(text: string, prefix: IdPrefix): string | null {
  const seen = withoutInvisible(text).trim();
  const start = seen.slice(0, prefix.length);
  const mended = start.toLowerCase() === prefix ? `${prefix}${seen.slice(prefix.length)}` : seen;
  return isId(mended, prefix) ? mended : null;
}

function characterFault(text: string): IdFault | null {
  const characters = [...text];
  for (const [index, character] of characters.entries()) {
    const where = `at character ${index + 1} of ${characters.length} (${codePoint(character)})`;
    if (character in invisible || /\p{Cf}/u.test(character)) {
      const name = invisible[character] ?? 'an invisible character';
      return {
        code: 'id-has-invisible-character',
        message: `The id holds ${name} ${where}, which nobody sees. Copy the id from Nova again.`,
      };
    }
    if (/\s/u.test(character)) {
      const name = spaces[character] ?? 'a space of another width';
      return { code: 'id-has-space', message: `The id holds ${name} ${where}. Remove it.` };
    }
    const latin = lookalikes.get(character) ?? fullWidthTwin(character);
    if (latin !== null) {
      return {
        code: 'id-has-lookalike',
        message: `The "${character}" ${where} only looks like "${latin}". Copy the id from Nova again.`,
      };
    }
  }
  return null;
}

function kindFault(text: string, prefix: IdPrefix, holder: string): IdFault | null {
  const start = /^([A-Za-z]+)_/.exec(text)?.[1];
  if (start === undefined) return null;
  const other = idPrefixes.find((known) => known === start.toLowerCase());
  if (other === undefined) return null;
  if (other !== prefix) {
    const kind = kinds[other];
    return {
      code: 'id-wrong-kind',
      message: `${kind.charAt(0).toUpperCase()}${kind.slice(1)} (${other}_…) stands in the ${holder}, which needs ${kinds[prefix]} (${prefix}_…).`,
    };
  }
  if (start !== prefix) {
    return {
      code: 'id-prefix-case',
      message: `The id begins with "${start}_" but must begin with "${prefix}_" in small letters. Copy the id from Nova again.`,
    };
  }
  return null;
}

/** Full-width forms (U+FF01 to U+FF5E) stand beside their ASCII twins in one fixed distance. */
function fullWidthTwin(character: string): string | null {
  const code = character.codePointAt(0) ?? 0;
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : null;
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A cell can hold 32,767 characters; a message shows the first 40. */
export function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
