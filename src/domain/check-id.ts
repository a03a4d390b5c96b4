/**
 * Says exactly what is wrong with an id. Nothing is repaired: an id that is nearly right may be somebody else's. A
 * correction is offered where it takes away what nobody sees, or sets the prefix in small letters, and an id remains.
 */
import { idPrefixes, type IdPrefix } from '../contract/index.ts';
import { problemTexts } from '../words/index.ts';
import type { Correction, CorrectionKind } from './correction.ts';
import { withoutInvisible } from './hidden-characters.ts';
import type { ProblemCode } from './problem-codes.ts';

export interface IdFault {
  code: ProblemCode;
  message: string;
  correction?: Correction;
}

const patterns = Object.fromEntries(
  idPrefixes.map((prefix) => [prefix, new RegExp(`^${prefix}_[A-Za-z0-9]+$`)]),
) as Record<IdPrefix, RegExp>;

export function isId(text: string, prefix: IdPrefix): boolean {
  return patterns[prefix].test(text);
}

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

/** Null when the text is an id of this kind. */
export function idFault(text: string, prefix: IdPrefix): IdFault | null {
  if (isId(text, prefix)) return null;
  const fault = characterFault(text) ??
    kindFault(text, prefix) ?? {
      code: 'id-malformed',
      message: problemTexts.ids.malformed(shorten(text), prefix),
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
  const { ids } = problemTexts;
  for (const [index, character] of characters.entries()) {
    const place = { character, position: index + 1, length: characters.length };
    if (/\p{Cf}/u.test(character)) {
      return { code: 'id-has-invisible-character', message: ids.invisible(place) };
    }
    if (/\s/u.test(character)) return { code: 'id-has-space', message: ids.space(place) };
    const latin = lookalikes.get(character) ?? fullWidthTwin(character);
    if (latin !== null) return { code: 'id-has-lookalike', message: ids.lookalike(place, latin) };
  }
  return null;
}

function kindFault(text: string, prefix: IdPrefix): IdFault | null {
  const start = /^([A-Za-z]+)_/.exec(text)?.[1];
  if (start === undefined) return null;
  const other = idPrefixes.find((known) => known === start.toLowerCase());
  if (other === undefined) return null;
  const { ids } = problemTexts;
  if (other !== prefix) return { code: 'id-wrong-kind', message: ids.wrongKind(other, prefix) };
  if (start !== prefix) return { code: 'id-prefix-case', message: ids.prefixCase(start, prefix) };
  return null;
}

/** Full-width forms (U+FF01 to U+FF5E) stand beside their ASCII twins in one fixed distance. */
function fullWidthTwin(character: string): string | null {
  const code = character.codePointAt(0) ?? 0;
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : null;
}

/** A cell can hold 32,767 characters; a message shows the first 40. */
export function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
