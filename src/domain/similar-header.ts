/** Header texts that nearly say what a field is called: typing errors, abbreviations, one word too many. */
import { currenciesOf } from './currency-marks.ts';
import type { TableField } from './fields.ts';
import { normalizeHeader } from './header-text.ts';
import type { TableForm } from './table-form.ts';

const longForms: ReadonlyMap<string, string> = new Map([
  ['amt', 'amount'],
  ['amnt', 'amount'],
  ['dist', 'distribution'],
  ['distr', 'distribution'],
  ['distrib', 'distribution'],
  ['dt', 'date'],
  ['ref', 'reference'],
  ['ext', 'external'],
  ['curr', 'currency'],
  ['ccy', 'currency'],
  ['cur', 'currency'],
  ['pmt', 'payment'],
  ['pymt', 'payment'],
  ['inv', 'investor'],
  ['ids', 'id'],
  ['no', 'number'],
]);

const fillers = new Set(['nova', 'the', 'of', 'for', 'in', 'to', 'a', 'an', 'please', 'enter']);

/** Words that make another thing of a column, or that are one letter away from a word that names a field. */
const otherMeanings = new Set(
  (
    'gross tax taxes withheld withholding fee fees carry carried prior previous last cumulative ytd itd percent pct ' +
    'committed commitment commitments called uncalled unfunded remaining units unit share shares rate count number ' +
    'birth created entry subscription maturity effective inception closing invoice bank account phone zip postal ' +
    'total subtotal budget estimated estimate expected parent ultimate old former payer contract contracts ' +
    'preference layout local base functional reporting rounded deducted deduction interest principal cost ' +
    'brutto bruttobetrag steuer steuern quellensteuer gebühr gebühren zusage abruf saldo kumuliert anteile prozent ' +
    'brut impôt impôts retenue frais engagement cumul cumulé parts taux solde précédent dernier'
  ).split(' '),
);

/** What the names of a form's fields consist of. */
interface FormWords<F extends TableField> {
  /** The words of each synonym of a field. */
  names: Readonly<Record<F, string[][]>>;
  /** Words that make another thing of a column; a word of a field's own name does not. */
  otherMeanings: ReadonlySet<string>;
}

const known = new WeakMap<object, unknown>();

function wordsOf<F extends TableField>(form: TableForm<F>): FormWords<F> {
  const before = known.get(form) as FormWords<F> | undefined;
  if (before !== undefined) return before;
  const names = Object.fromEntries(
    form.fields.map((field) => [field, form.synonyms[field].map(words).filter((name) => name.length > 0)]),
  ) as Record<F, string[][]>;
  const own = new Set<string>(form.fields.flatMap((field): string[] => names[field].flat()));
  const formWords = { names, otherMeanings: new Set([...otherMeanings].filter((word) => !own.has(word))) };
  known.set(form, formWords);
  return formWords;
}

/** True when the words of a header say that it is something else than what the rest of them names. */
export function meansOther<F extends TableField>(header: string, form: TableForm<F>): boolean {
  return words(header).some((word) => wordsOf(form).otherMeanings.has(word));
}

export interface Similarity<F extends TableField> {
  field: F;
  /** Letters that differ and words too many; smaller is nearer. */
  cost: number;
}

/**
 * The field whose name a header nearly is; null when there is none, or when two fields are equally near. With
 * `twoLines` the header's first words are those of a heading above it, and only its last ones need to name the field.
 */
export function similarField<F extends TableField>(
  header: string,
  form: TableForm<F>,
  twoLines: boolean,
): Similarity<F> | null {
  const told = words(header);
  if (told.length === 0 || told.length > 6 || meansOther(header, form)) return null;
  let best: Similarity<F> | null = null;
  let isTied = false;
  const { names } = wordsOf(form);
  for (const field of form.fields) {
    const cost = nearest(told, names[field], twoLines);
    if (cost === null || (best !== null && cost > best.cost)) continue;
    isTied = best?.cost === cost;
    best = { field, cost };
  }
  return isTied ? null : best;
}

function words(header: string): string[] {
  return normalizeHeader(header)
    .split(' ')
    .map((word) => longForms.get(word) ?? word)
    .filter((word) => word !== '' && !fillers.has(word) && !(word.length === 3 && isCurrency(word)));
}

function isCurrency(word: string): boolean {
  return currenciesOf(word) !== null;
}

function nearest(told: string[], names: readonly string[][], twoLines: boolean): number | null {
  let best: number | null = null;
  for (const name of names) {
    const whole = costOf(told, name);
    const tail = twoLines && told.length > name.length ? costOf(told.slice(-name.length), name) : null;
    for (const cost of [whole, tail === null ? null : 20 + tail]) {
      if (cost !== null && (best === null || cost < best)) best = cost;
    }
  }
  return best;
}

/** Every word of the name must be told, nearly; a name of several words may stand beside one word more. */
function costOf(told: string[], name: string[]): number | null {
  const extra = told.length - name.length;
  if (extra < 0 || extra > (name.length >= 2 ? 1 : 0)) return null;
  const left = [...told];
  let cost = extra * 5;
  for (const word of name) {
    const place = left
      .map((other, index) => ({ index, distance: distance(word, other) }))
      .sort((a, b) => a.distance - b.distance)[0];
    if (place === undefined || place.distance > tolerance(word)) return null;
    cost += place.distance;
    left.splice(place.index, 1);
  }
  return cost;
}

/** A short word with a letter changed is another word. */
function tolerance(word: string): number {
  if (word.length < 5) return 0;
  return word.length < 9 ? 1 : 2;
}

/** Letters to change, insert, delete or swap with the next. Words that differ much in length count as 99 apart. */
function distance(one: string, other: string): number {
  if (one === other) return 0;
  if (Math.abs(one.length - other.length) > 2 || other.length > 24) return 99;
  let before: number[] = [];
  let above = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      let least = Math.min(
        (above[column] ?? 99) + 1,
        (line[column - 1] ?? 99) + 1,
        (above[column - 1] ?? 99) + (same ? 0 : 1),
      );
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (swapped) least = Math.min(least, (before[column - 2] ?? 99) + 1);
      line.push(least);
    }
    before = above;
    above = line;
  }
  return above[other.length] ?? 99;
}
