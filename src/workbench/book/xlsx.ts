/** `.xlsx` in and out. */
export { loadXlsx } from './xlsx-load.ts';
export { saveXlsx } from './xlsx-save.ts';
