import { invalidArgument } from './api-error.ts';
import { isReference, type ReferenceTo, type WireName } from './reference.ts';

/**
 * The arguments of one call, already resolved. An omitted optional argument arrives as null. Every getter throws
 * `InvalidArgument` for a value of another type, as Excel does.
 */
export class Args {
  private readonly values: readonly unknown[];
  constructor(values: readonly unknown[]) {
    this.values = values;
  }

  raw(index: number): unknown {
    return this.values[index] ?? null;
  }

  has(index: number): boolean {
    return this.raw(index) !== null;
  }

  text(index: number): string {
    const value = this.raw(index);
    if (typeof value !== 'string') throw invalidArgument();
    return value;
  }

  integer(index: number, fallback?: number): number {
    const value = this.raw(index) ?? fallback;
    if (typeof value !== 'number' || !Number.isInteger(value)) throw invalidArgument();
    return value;
  }

  flag(index: number, fallback: boolean): boolean {
    const value = this.raw(index) ?? fallback;
    if (typeof value !== 'boolean') throw invalidArgument();
    return value;
  }

  /** Plain data: an options object. */
  record(index: number): Record<string, unknown> {
    const value = this.raw(index);
    if (!isRecord(value) || isReference(value)) throw invalidArgument();
    return value;
  }

  list(index: number): unknown[] {
    const value = this.raw(index);
    if (!Array.isArray(value)) throw invalidArgument();
    return value;
  }

  /** Throws unless the argument is an object of that class. */
  reference<W extends WireName>(index: number, wire: W): ReferenceTo<W> {
    const value = this.raw(index);
    if (!isReferenceTo(value, wire)) throw invalidArgument();
    return value;
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isReferenceTo<W extends WireName>(value: unknown, wire: W): value is ReferenceTo<W> {
  return isReference(value) && value.wire === wire;
}
