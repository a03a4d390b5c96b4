import { init } from '@ironcalc/workbook';
import { initialisedEngine, type Engine } from '../book/engine.ts';

/** IronCalc for the page: fetches the WebAssembly that lies beside the script, and readies the words of the grid. */
export async function loadEngine(): Promise<Engine> {
  await init();
  return initialisedEngine();
}
