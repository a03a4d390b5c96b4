/** Something that was said or kept by the product, to be searched. */
export interface Haystack {
  name: string;
  bytes: Buffer;
}

/** Short ones are searched whole only: half of a code of twelve letters stands in many a text by chance. */
const shortestPart = 20;

/**
 * Where any of these secrets, or a part of a long one, stands in any of the haystacks: as it is, in another case, in
 * base64 at whatever place of a longer text, in base64url, in hexadecimal, URL-encoded, and as a text in JSON. Answers
 * `secret in haystack (form)` without the secret itself.
 */
export function findSecrets(
  secrets: Readonly<Record<string, readonly string[]>>,
  haystacks: readonly Haystack[],
): string[] {
  const texts = haystacks.map(({ name, bytes }) => {
    const text = bytes.toString('latin1');
    return { name, text, lower: text.toLowerCase() };
  });
  const found = new Set<string>();
  for (const [kind, values] of Object.entries(secrets)) {
    for (const [form, needle] of values.flatMap((value) => partsOf(value).flatMap(formsOf))) {
      for (const { name, text, lower } of texts) {
        const isThere = form === 'any case' ? lower.includes(needle.toLowerCase()) : text.includes(needle);
        if (isThere) found.add(`${kind} in ${name} (${form})`);
      }
    }
  }
  return [...found];
}

/** A whole one is found by any of its parts; a part that got out alone is as much of a find. */
function partsOf(secret: string): string[] {
  if (secret.length < 8) throw new RangeError('a secret so short is found everywhere');
  const parts = [secret];
  for (let start = 0; start + shortestPart <= secret.length; start += shortestPart) {
    parts.push(secret.slice(start, start + shortestPart));
  }
  if (secret.length >= shortestPart) parts.push(secret.slice(-shortestPart));
  return parts;
}

function formsOf(secret: string): [form: string, needle: string][] {
  const bytes = Buffer.from(secret, 'utf8');
  return [
    ['any case', secret],
    ['as JSON', JSON.stringify(secret).slice(1, -1)],
    ['URL-encoded', encodeURIComponent(secret)],
    ['form-encoded', new URLSearchParams({ '': secret }).toString().slice(1)],
    ['in hexadecimal', bytes.toString('hex')],
    ...[0, 1, 2].flatMap((before): [string, string][] => {
      // Three characters become four: what stands before it shifts all of it, and the ends depend on the neighbours.
      const whole = Buffer.concat([Buffer.alloc(before), bytes]);
      const from = Math.ceil((before * 4) / 3);
      const [plain, url] = (['base64', 'base64url'] as const).map((encoding) =>
        whole
          .toString(encoding)
          .replace(/=+$/, '')
          .slice(from, Math.floor((whole.length * 4) / 3)),
      );
      return [
        ['in base64', plain ?? ''],
        ['in base64url', url ?? ''],
      ];
    }),
  ];
}
