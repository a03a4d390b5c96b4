import { benchBrowser } from './bench-browser.ts';
import { benchCheck } from './bench-check.ts';
import { benchLoad } from './bench-load.ts';
import { benchStages } from './bench-stages.ts';

/** `npm run bench`: figures to compare within one run; machines are too noisy for figures between runs. */
benchCheck();
await benchStages(1_000);
await benchStages(10_000);
await benchBrowser(10_000, 0);
await benchBrowser(10_000, 200);
await benchLoad({ memorySubmissions: process.argv.includes('--long') ? 100_000 : 5_000 });
