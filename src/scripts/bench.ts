import { benchBrowser } from './bench-browser.ts';
import { benchCheck } from './bench-check.ts';
import { benchColdStart } from './bench-cold-start.ts';
import { benchFirstLoad } from './bench-first-load.ts';
import { benchInteraction } from './bench-interaction.ts';
import { benchLoad } from './bench-load.ts';
import { benchMemory } from './bench-memory.ts';
import { benchNewPayees } from './bench-new-payees.ts';
import { benchOversight } from './bench-oversight.ts';
import { benchPaneThread } from './bench-pane.ts';
import { benchPayees } from './bench-payees.ts';
import { benchSignIn } from './bench-sign-in.ts';
import { benchSize } from './bench-size.ts';
import { benchStages } from './bench-stages.ts';
import { benchWriteBack } from './bench-write-back.ts';
import { endOnSignals } from './program.ts';

/** `npm run bench`: figures to compare within one run; machines are too noisy for figures between runs. */
const parts: Readonly<Record<string, () => void | Promise<void>>> = {
  check: benchCheck,
  stages: async () => {
    await benchStages(1_000);
    await benchStages(10_000);
  },
  browser: async () => {
    await benchBrowser(10_000, 0);
    await benchBrowser(10_000, 200);
  },
  'write-back': async () => {
    await benchWriteBack(10_000);
    await benchWriteBack(50_000, 1);
  },
  'sign-in': benchSignIn,
  oversight: benchOversight,
  'first-load': benchFirstLoad,
  payees: () => benchPayees(1_000, 25),
  'new-payees': () => benchNewPayees(10_000, 2_000),
  pane: () => benchPaneThread(100_000),
  interaction: () => benchInteraction(10_000, 2_000),
  load: benchLoad,
  'cold-start': benchColdStart,
  size: benchSize,
  memory: () => benchMemory(process.argv.includes('--long') ? 100_000 : 5_000),
};

/** `npm run bench -- check browser` runs these parts alone. */
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const unknown = wanted.find((part) => !(part in parts));
if (unknown !== undefined) {
  throw new Error(
    `There is no part "${unknown}"; name some of ${Object.keys(parts).join(', ')}, or none for all.`,
  );
}
endOnSignals();
for (const [name, run] of Object.entries(parts))
  if (wanted.length === 0 || wanted.includes(name)) await run();
