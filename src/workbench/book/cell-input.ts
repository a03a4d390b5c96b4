import { BookError, type CellInput } from './book.ts';
import { CELL_TYPE, type Engine, type EngineModel } from './engine.ts';

/** What IronCalc is given for one cell so that Excel's meaning comes out. */
export interface EngineInput {
  text: string;
  /** The number format that Excel gives a cell of format General for such an input: a date, a percentage. */
  numberFormat: string | null;
  /** An apostrophe was typed: the cell remembers it. */
  quotePrefix: boolean;
}

const USES_OF_A_TRIAL = 5_000;

/**
 * Turns what is assigned to a cell into IronCalc's input, by Excel's rules: in a cell of format `@` everything is
 * text; a leading apostrophe makes text; `=`, `+`, `-` and `@` begin a formula; a string that reads as a number, date,
 * percentage, boolean or error becomes one; a number stays exactly what it is.
 */
export class InputReader {
  readonly #engine: Engine;
  #trial: EngineModel | null = null;
  #trialUses = 0;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  read(input: Exclude<CellInput, null>, isTextCell: boolean): EngineInput {
    if (typeof input === 'number' && !Number.isFinite(input)) {
      throw new BookError(
        'InvalidArgument',
        'The argument is invalid or missing or has an incorrect format.',
      );
    }
    if (input === '') return plain('');
    if (typeof input === 'string' && isPlainlyText(input)) return plain(input);
    if (isTextCell) {
      return typeof input === 'string' && input.startsWith("'") ? quoted(input) : asText(shown(input));
    }
    if (typeof input === 'number') return plain(decimalText(input));
    if (typeof input === 'boolean') return plain(shown(input));
    if (input.startsWith("'")) return quoted(input);
    if (input.startsWith('=') && input.length > 1) return plain(input);
    if (input.startsWith('@') && input.length > 1) return plain(`=${input.slice(1)}`);
    return this.#typed(input);
  }

  #typed(input: string): EngineInput {
    const trial = this.#freshTrial();
    trial.setUserInput(0, 1, 1, input);
    const type = trial.getCellType(0, 1, 1);
    const numberFormat = trial.getCellStyle(0, 1, 1).style.num_fmt;
    trial.rangeClearAll(0, 1, 1, 1, 1);
    if (type === CELL_TYPE.text) return plain(input);
    return {
      text: atFifteenDigits(input),
      numberFormat: isGeneral(numberFormat) ? null : numberFormat,
      quotePrefix: false,
    };
  }

  /** A model remembers all that was done to it, so it is replaced now and then. */
  #freshTrial(): EngineModel {
    if (this.#trialUses % USES_OF_A_TRIAL === 0) {
      this.#trial?.free();
      this.#trial = this.#engine.createModel('trial');
      this.#trial.pauseEvaluation();
    }
    this.#trialUses += 1;
    if (!this.#trial) throw new Error('There is no model for trials.');
    return this.#trial;
  }
}

/** IronCalc takes everything that begins with a letter for text, but the two booleans. */
function isPlainlyText(input: string): boolean {
  return /^[\p{L}_]/u.test(input) && !/^(true|false)$/i.test(input);
}

export function isGeneral(numberFormat: string): boolean {
  return numberFormat.toLowerCase() === 'general';
}

/** Without an exponent, which would make IronCalc change the cell's format; every digit of the double. */
export function decimalText(value: number): string {
  const text = String(value);
  const match = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!match) return text;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return `${sign}${digits.padEnd(point, '0')}`;
}

/** Whether the double is more than the 15 digits that IronCalc shows as a cell's content. */
export function needsMoreDigits(value: number): boolean {
  return Number(value.toPrecision(15)) !== value;
}

/** Input that IronCalc stores as text whatever it looks like. */
export function asText(text: string): EngineInput {
  return isPlainlyText(text) ? plain(text) : { text: `'${text}`, numberFormat: null, quotePrefix: false };
}

function quoted(input: string): EngineInput {
  return { text: input, numberFormat: null, quotePrefix: true };
}

function plain(text: string): EngineInput {
  return { text, numberFormat: null, quotePrefix: false };
}

function shown(input: Exclude<CellInput, null>): string {
  return typeof input === 'boolean' ? String(input).toUpperCase() : String(input);
}

/** Excel keeps 15 digits of a number that is typed. */
function atFifteenDigits(input: string): string {
  const number = /^\d+(\.\d+)?$/.test(input) ? Number(input) : Number.NaN;
  return Number.isFinite(number) && needsMoreDigits(number)
    ? decimalText(Number(number.toPrecision(15)))
    : input;
}
