import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { initSync } from '@ironcalc/wasm';
import { initialisedEngine, type Engine } from '../book/engine.ts';

let engine: Engine | null = null;

/** IronCalc for Node: reads the WebAssembly of the installed package, once per process. */
export function loadEngine(): Engine {
  if (!engine) {
    const packageFolder = dirname(createRequire(import.meta.url).resolve('@ironcalc/wasm'));
    initSync({ module: readFileSync(join(packageFolder, 'wasm_bg.wasm')) });
    engine = initialisedEngine();
  }
  return engine;
}
