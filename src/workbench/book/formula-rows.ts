import type { Engine } from './engine.ts';

/**
 * The formula as it reads after its cell moved by `rows`: relative rows move along, absolute ones (`A$1`) stay. A
 * reference that names a sheet stays as well, which is how Excel sorts. What would leave the grid becomes `#REF!`.
 */
export function moveRelativeRows(engine: Engine, formula: string, rows: number): string {
  const body = [...formula.slice(1)];
  let moved = '';
  let end = 0;
  for (const { token, start, end: tokenEnd } of engine.tokens(body.join(''))) {
    if (typeof token !== 'object' || !('Reference' in token || 'Range' in token)) continue;
    const sheet = 'Reference' in token ? token.Reference.sheet : token.Range.sheet;
    if (sheet) continue;
    moved += body.slice(end, start).join('') + moveReference(body.slice(start, tokenEnd).join(''), rows);
    end = tokenEnd;
  }
  return `=${moved}${body.slice(end).join('')}`;
}

/** `B2`, `$B2:C$4`; whole columns have no rows to move, and whole rows (`3:3`) move like others. */
function moveReference(reference: string, rows: number): string {
  const parts = reference.split(':').map((part) => {
    const match = /^(\s*\$?[A-Za-z]{0,3})(\$?)(\d+)(\s*)$/.exec(part);
    if (!match) return part;
    const [, column = '', dollar = '', row = '', space = ''] = match;
    const isAbsolute = dollar === '$' || (/^\s*\$$/.test(column) && dollar === '');
    if (isAbsolute) return part;
    const moved = Number(row) + rows;
    return moved >= 1 && moved <= 1_048_576 ? `${column}${moved}${space}` : null;
  });
  return parts.includes(null) ? '#REF!' : parts.join(':');
}
