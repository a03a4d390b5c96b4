import { describe, expect, test } from '@jest/globals';
import { checkTable, samePlan, samePlanInSlices, type SheetTable } from '../../src/domain/index.ts';
import {
  headerWithResults,
  mapping,
  options,
  payoutTable,
  planOf,
  stagedCells,
  tableOf,
  cellsOf,
} from '../support/builders.ts';

const two = [{}, { entity: 'ent_b' }];

function isSame(first: SheetTable, second: SheetTable): boolean {
  return samePlan(planOf(first), planOf(second));
}

describe('a plan', () => {
  test('is the same for a sheet that is read again', () => {
    expect(isSame(payoutTable(two), payoutTable(two))).toBe(true);
  });

  test('is the same when the rows have moved as a whole', () => {
    expect(isSame(payoutTable(two), payoutTable(two, { headerRowIndex: 9 }))).toBe(true);
  });

  test.each([
    ['an amount', [{}, { entity: 'ent_b', amount: 1234.57 }]],
    ['the order', [{ entity: 'ent_b' }, {}]],
    ['an entity', [{}, { entity: 'ent_c' }]],
    ['the only contact', [{}, { entity: 'ent_b', contacts: 'cnt_Bob1' }]],
    ['the number of contacts', [{}, { entity: 'ent_b', contacts: 'cnt_Ann1; cnt_Bob1' }]],
    ['that there are contacts', [{}, { entity: 'ent_b', contacts: '' }]],
    ['an override date', [{}, { entity: 'ent_b', dateOverride: '2026-04-02' }]],
    ['a payee', [{ payeeName: 'Other' }, { entity: 'ent_b' }]],
    ['a name', two.map((fields) => ({ ...fields, distributionName: 'Q2 2026' }))],
    ['a vehicle', two.map((fields) => ({ ...fields, vehicle: 'veh_Beta1' }))],
    ['a date', two.map((fields) => ({ ...fields, distributionDate: '2026-04-01' }))],
    ['a reference', two.map((fields) => ({ ...fields, externalReference: 'R1' }))],
    ['a row more', [...two, { entity: 'ent_c' }]],
    ['a row less', [{}]],
    ['a distribution more', [...two, { entity: 'ent_c', distributionName: 'Sale of XYZ' }]],
  ])('is another when %s changes', (_, fields) => {
    expect(isSame(payoutTable(fields), payoutTable(two))).toBe(false);
    expect(isSame(payoutTable(two), payoutTable(fields))).toBe(false);
  });

  test('is another when a row is hidden', () => {
    expect(isSame(payoutTable(two, { hidden: [false, true] }), payoutTable(two))).toBe(false);
  });

  test('is another when a distribution beside it was staged meanwhile, or bears another id', () => {
    const staged = (id: string) =>
      tableOf([cellsOf({ distributionName: 'Sale of XYZ' }), [...cellsOf(), ...stagedCells(id, 'dpmt_a')]], {
        header: headerWithResults,
      });
    const open = tableOf([cellsOf({ distributionName: 'Sale of XYZ' }), cellsOf()], {
      header: headerWithResults,
    });
    expect(isSame(staged('dst_a'), staged('dst_a'))).toBe(true);
    expect(isSame(staged('dst_a'), staged('dst_b'))).toBe(false);
    expect(isSame(staged('dst_a'), open)).toBe(false);
  });
});

test('comparing in slices comes to the same, and pauses within one large distribution', () => {
  const entities = Array.from({ length: 1_000 }, (_, index) => ({ entity: `ent_${index}` }));
  const last = [...entities.slice(0, -1), { entity: 'ent_other' }];
  const compare = (fields: { entity: string }[]) => {
    let clock = 0;
    const first = planOf(payoutTable(entities));
    const { plan } = checkTable(payoutTable(fields), mapping, options);
    if (plan === null) throw new Error('The table does not pass');
    const steps = samePlanInSlices(first, plan, { sliceMs: 1, now: () => (clock += 1) });
    let pauses = 0;
    for (;;) {
      const step = steps.next();
      if (step.done === true) return { same: step.value, pauses };
      pauses += 1;
    }
  };
  const equal = compare(entities);
  expect(equal.same).toBe(true);
  expect(equal.pauses).toBeGreaterThan(3);
  expect(compare(last).same).toBe(false);
});
