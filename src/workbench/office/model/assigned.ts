import { invalidArgument } from '../api-error.ts';

/** The colours that the add-in may name instead of giving `#RRGGBB`. */
const COLOR_NAMES: Record<string, string> = {
  black: '#000000',
  blue: '#0000FF',
  gray: '#808080',
  green: '#008000',
  orange: '#FFA500',
  red: '#FF0000',
  white: '#FFFFFF',
  yellow: '#FFFF00',
};

/** What the add-in assigns to a property; everything here throws `InvalidArgument` for a value of another kind. */
export function asFlag(value: unknown): boolean {
  if (typeof value !== 'boolean') throw invalidArgument();
  return value;
}

export function asText(value: unknown): string {
  if (typeof value !== 'string') throw invalidArgument();
  return value;
}

/** A whole number from 0. */
export function asCount(value: unknown): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) throw invalidArgument();
  return value;
}

/** `#RRGGBB` in capitals. */
export function asColor(value: unknown): string {
  const text = String(value);
  const named = COLOR_NAMES[text.toLowerCase()];
  if (named) return named;
  if (!/^#?[0-9a-f]{6}$/i.test(text)) throw invalidArgument();
  return `#${text.replace('#', '').toUpperCase()}`;
}
