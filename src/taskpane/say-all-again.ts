import { saidSchema, type Said } from '../contract/index.ts';
import { loadSayAgain } from '../words/index.ts';

/** Something that an answer says, and where in it. */
interface Place {
  message: string;
  said: Said;
  put: (text: string) => void;
}

/**
 * An answer of the proxy with all that it says to people, wherever in it, said in the language of the user, so that no
 * screen, no cell and no file has to think of that. What the answer says by no key stays as it is. Changes the answer
 * itself, which is nobody else's yet.
 */
export async function sayAllAgain<T>(answer: T): Promise<T> {
  const places = placesIn(answer);
  if (places.length === 0) return answer;
  const sayAgain = await loadSayAgain();
  for (const { put, ...told } of places) put(sayAgain(told));
  return answer;
}

function placesIn(answer: unknown): Place[] {
  if (typeof answer !== 'object' || answer === null) return [];
  // Of thousands of payments none says anything.
  const inner = Object.entries(answer).flatMap(([name, value]) =>
    name === 'payments' ? [] : placesIn(value),
  );
  return [...placesOf(answer as Record<string, unknown>), ...inner];
}

function placesOf(answer: Record<string, unknown>): Place[] {
  // A lock has no message but its reason, a line of the history its result; beside a message they are something else.
  const name = ['message', 'reason', 'result'].find((one) => one in answer) ?? 'message';
  const own = placeAt(answer, name, answer['said']);
  const { warnings, warningsSaid } = answer;
  if (!Array.isArray(warnings) || !Array.isArray(warningsSaid)) return own;
  const list = warnings as unknown as Record<string, unknown>;
  return [...own, ...warningsSaid.flatMap((said: unknown, index) => placeAt(list, String(index), said))];
}

function placeAt(holder: Record<string, unknown>, name: string, value: unknown): Place[] {
  const message = holder[name];
  const said = saidSchema.safeParse(value).data;
  if (typeof message !== 'string' || said === undefined) return [];
  return [{ message, said, put: (text) => (holder[name] = text) }];
}
