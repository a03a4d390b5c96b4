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

/**
 * Turns what is assigned to a cell into IronCalc's input, by Excel's rules: in a cell of format `@` everything is
 * text; a leading apostrophe makes text; `=`, `+`, `-` and `@` begin a formula; a string that reads as a number, date,
 * percentage, boolean or error becomes one; a number stays exactly what it is.
 */
export class InputReader {
  readonly #trial: EngineModel;

  constructor(engine: Engine) {
    this.#trial = engine.createModel('trial');
    this.#trial.pauseEvaluation();
  }

  read(input: Exclude<CellInput, null>, isTextCell: boolean): EngineInput {
    if (typeof input === 'number' && !Number.isFinite(input)) {
      throw new BookError(
        'InvalidArgument',
        'The argument is invalid or missing or has an incorrect format.',
      );
    }
    if (input === '') return plain('');
    if (isTextCell)
      return typeof input === 'string' && input.startsWith("'") ? quoted(input) : asText(shown(input));
    if (typeof input === 'number') return plain(decimalText(input));
    if (typeof input === 'boolean') return plain(shown(input));
    if (input.startsWith("'")) return quoted(input);
    if (input.startsWith('=') && input.length > 1) return plain(input);
    if (input.startsWith('@') && input.length > 1) return plain(`=${input.slice(1)}`);
    return this.#typed(input);
  }

  #typed(input: string): EngineInput {
    try {
      this.#trial.setUserInput(0, 1, 1, input);
      const type = this.#trial.getCellType(0, 1, 1);
      const numberFormat = this.#trial.getCellStyle(0, 1, 1).style.num_fmt;
      this.#trial.rangeClearAll(0, 1, 1, 1, 1);
      if (type === CELL_TYPE.text) return plain(input);
      return {
        text: atFifteenDigits(input),
        numberFormat: isGeneral(numberFormat) ? null : numberFormat,
        quotePrefix: false,
      };
    } finally {
      this.#trial.flushSendQueue();
    }
  }
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
  return { text: `'${text}`, numberFormat: null, quotePrefix: false };
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
