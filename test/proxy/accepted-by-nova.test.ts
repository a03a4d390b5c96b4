import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { PayoutField, CellValue } from '../../src/domain/index.ts';
import { canonicalContent } from '../../src/proxy/staging/canonical-content.ts';
import { sandboxSeed } from '../../src/sandbox/seed.ts';
import { withSandbox } from '../sandbox/sandbox-client.ts';
import { cellsOf, check, payDateSerial, tableOf } from '../support/builders.ts';

const idOf = (list: readonly { id: string }[]) => fc.constantFrom(...list.map(({ id }) => id));

/** What people put into cells: mostly right, now and then nearly right. */
const oddCell: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constantFrom<CellValue>(
    '',
    ' ',
    0,
    -5,
    '12',
    'USD',
    'usd',
    'EUR',
    '2027-10-01',
    '#N/A',
    true,
    'ent_',
    'x\u200b',
  ),
  fc.string({ maxLength: 30 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

const row: fc.Arbitrary<CellValue[]> = fc
  .record({
    distributionName: fc.oneof(
      fc.constantFrom('Income', 'Sale of Ärger & Söhne', '"quoted"', '名前'),
      fc.string(),
    ),
    vehicle: idOf(sandboxSeed.vehicles),
    distributionDate: fc.integer({ min: payDateSerial, max: payDateSerial + 400 }),
    entity: idOf(sandboxSeed.entities),
    amount: fc.oneof(
      fc.integer({ min: 1, max: 10 ** 11 }).map((amountCents) => amountCents / 100),
      fc.integer({ min: 1, max: 10 ** 6 }).map((tenthCents) => tenthCents / 1000),
    ),
    currency: fc.constantFrom('USD', ''),
    contacts: fc.array(idOf(sandboxSeed.contacts), { maxLength: 3 }).map((ids) => ids.join(', ')),
    dateOverride: fc.oneof(fc.constant(''), fc.integer({ min: payDateSerial, max: payDateSerial + 400 })),
    externalReference: fc.oneof(fc.constantFrom('', 'REF-1'), fc.string({ maxLength: 20 })),
  })
  .chain((fields) =>
    fc
      .oneof(
        { weight: 5, arbitrary: fc.constant(null) },
        {
          weight: 1,
          arbitrary: fc.tuple(fc.constantFrom(...(Object.keys(fields) as PayoutField[])), oddCell),
        },
      )
      .map((odd) => cellsOf(odd === null ? fields : { ...fields, [odd[0]]: odd[1] })),
  );

test('whatever passes the check is accepted by Nova', async () => {
  await withSandbox({}, async (client) => {
    let submitted = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 5 }), async (rows) => {
        for (const { request } of check(tableOf(rows)).plan?.distributions ?? []) {
          const answer = await client.create<unknown>(JSON.parse(canonicalContent(request).body));
          expect({ status: answer.status, body: answer.status === 201 ? null : answer.body }).toEqual({
            status: 201,
            body: null,
          });
          submitted += 1;
        }
      }),
      { numRuns: 2000 },
    );
    // A generator whose tables never pass would prove nothing.
    expect(submitted).toBeGreaterThan(500);
  });
});
