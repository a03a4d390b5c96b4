export * from './ids.ts';
export * from './money.ts';
export * from './dates.ts';
export * from './nova.ts';
export * from './api.ts';
export * from './approvals.ts';
export * from './history.ts';
export * from './limits.ts';
