import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { entityIdSchema } from '../../src/contract/index.ts';
import { idFault } from '../../src/domain/check-id.ts';

describe('idFault', () => {
  test('an exact id has none', () => {
    expect(idFault('ent_H0hdMOc5', 'ent')).toBeNull();
  });

  test.each([
    [
      'ent_a\u200bb',
      'id-has-invisible-character',
      'The id holds a zero-width space at character 6 of 7, which nobody sees. Copy the id from Nova again.',
    ],
    ['\ufeffent_ab', 'id-has-invisible-character', 'a zero-width no-break space at character 1'],
    ['ent_\u2066ab', 'id-has-invisible-character', 'an invisible character'],
    [' ent_ab', 'id-has-space', 'The id holds a space at character 1 of 7. Remove it.'],
    ['ent_ab\u00a0', 'id-has-space', 'a non-breaking space at character 7 of 7'],
    ['ent_ab\n', 'id-has-space', 'a line break'],
    [
      'ent_аb',
      'id-has-lookalike',
      'The “а” at character 5 of 6 only looks like “a”. Copy the id from Nova again.',
    ],
    ['еnt_ab', 'id-has-lookalike', 'only looks like “e”'],
    ['ent_Ηb', 'id-has-lookalike', 'only looks like “H”'],
    ['ent＿ab', 'id-has-lookalike', 'only looks like “_”'],
    ['ent_ａb', 'id-has-lookalike', 'only looks like “a”'],
    [
      'veh_ab',
      'id-wrong-kind',
      'This is a vehicle id (veh_…), and an entity id (ent_…) belongs here. Enter the right id, or choose another column.',
    ],
    ['cnt_ab', 'id-wrong-kind', 'This is a contact id (cnt_…), and an entity id (ent_…) belongs here.'],
    ['ENT_ab', 'id-prefix-case', 'must begin with ent_ in small letters'],
    [
      'ent_',
      'id-malformed',
      '“ent_” is not an entity id. Copy the id from Nova: ent_ followed by letters and digits.',
    ],
    ['ent-ab', 'id-malformed', 'is not an entity id'],
    ['Ada Capital', 'id-has-space', 'a space at character 4'],
    ['42', 'id-malformed', 'is not an entity id'],
    ['x'.repeat(500), 'id-malformed', `“${'x'.repeat(40)}…”`],
  ])('%j: %s', (text, code, message) => {
    const fault = idFault(text, 'ent');
    expect(fault?.code).toBe(code);
    expect(fault?.message).toContain(message);
  });

  test.each([
    ['ent_Ab1\u00a0', 'trim', 'ent_Ab1'],
    ['\n ent_Ab1', 'trim', 'ent_Ab1'],
    ['ent_\u200bAb1', 'remove-invisible', 'ent_Ab1'],
    ['\ufeffENT_Ab1 ', 'remove-invisible', 'ent_Ab1'],
    ['Ent_Ab1', 'prefix-case', 'ent_Ab1'],
  ])('%j can be mended by %s', (text, kind, to) => {
    expect(idFault(text, 'ent')?.correction).toEqual({ kind, to });
  });

  test.each([
    'ent_\u0410b',
    '\u0435nt_Ab',
    'ent_a b',
    'veh_Ab1',
    'VEH_Ab1 ',
    ' x',
    'ent-a',
    '\u200bent_\uff21b',
  ])('%j is left to a person', (text) => {
    expect(idFault(text, 'ent')?.correction).toBeUndefined();
  });

  test("agrees with the contract's pattern on every text", () => {
    const piece = fc.constantFrom('ent_', 'veh_', 'a', 'Z', '9', '_', ' ', '\u200b', 'а', '-', '\n');
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join('')),
        (text) => {
          expect(idFault(text, 'ent') === null).toBe(entityIdSchema.safeParse(text).success);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
