/** A line of a stack trace that names a place in the code, as Chromium and Edge, Safari and Firefox write them. */
const frame = /^\s*(?:at\s.*|[^\s@]*@\S+?):\d+:\d+\)?$/;
const mostFrames = 8;

/**
 * Of what kind an error is and where in the code it was thrown, with what caused it. Never its message: that can hold what
 * stands in a cell.
 */
export function errorFacts(error: unknown): string[] {
  if (!(error instanceof Error)) return [`a thrown ${typeof error}`];
  const code: unknown = 'code' in error ? error.code : undefined;
  const kind = typeof code === 'string' && /^[\w.-]{1,60}$/.test(code) ? `${error.name} ${code}` : error.name;
  // A message of several lines could have one that looks like a place.
  const stack = (error.stack ?? '').replace(error.message, '');
  const frames = stack.split('\n').filter((line) => frame.test(line));
  const places = frames.slice(0, mostFrames).map((line) => line.trim().replace(/https?:\/\/[^/]+\//g, ''));
  const cause = error.cause === undefined ? [] : errorFacts(error.cause).map((fact) => `caused by ${fact}`);
  return [kind, ...places, ...cause];
}
