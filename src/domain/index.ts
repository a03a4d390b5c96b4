export type * from './sheet-table.ts';
export type * from './source.ts';
export * from './fields.ts';
export type * from './problem.ts';
export type * from './payout-row.ts';
export type * from './plan.ts';
export type * from './write-back-plan.ts';
