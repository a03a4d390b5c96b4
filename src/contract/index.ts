export * from './ids.ts';
export * from './money.ts';
export * from './dates.ts';
export * from './nova.ts';
export * from './api.ts';
