import { saidSchema } from '../../src/contract/index.ts';
import { say } from '../../src/words/said.ts';

/**
 * Throws where an answer of the proxy says something to people that it does not say by keys as well, or not the same.
 * Wherever in the answer it stands: an error, an outcome, a warning, a lock.
 */
export function assertSaidByKey(answer: unknown): void {
  if (typeof answer !== 'object' || answer === null) return;
  const { message, reason, said, since, warnings, warningsSaid } = answer as Record<string, unknown>;
  if (typeof message === 'string') assertSame(message, said);
  if (typeof reason === 'string' && typeof since === 'string') assertSame(reason, said);
  if (Array.isArray(warnings)) {
    const keys = Array.isArray(warningsSaid) ? (warningsSaid as unknown[]) : [];
    warnings.forEach((warning: unknown, index) => assertSame(warning, keys[index]));
  }
  Object.values(answer).forEach(assertSaidByKey);
}

function assertSame(message: unknown, said: unknown): void {
  const read = saidSchema.min(1).safeParse(said);
  if (!read.success) throw new Error(`said without a key: ${String(message)}`);
  const again = say(read.data).message;
  if (again !== message) throw new Error(`said by key: ${again}\nbut in words: ${String(message)}`);
}
