import { getTokens, Model, quoteName } from '@ironcalc/wasm';

/**
 * IronCalc once its WebAssembly is loaded. How it is loaded differs (`../node/engine.ts` reads a file, `../web/engine.ts`
 * fetches one), what it can do does not. Its sheets count from 0, its rows and columns from 1.
 */
export interface Engine {
  createModel(name: string): Model;
  /** A model of its own from what `toBytes` gave: what happens to it leaves the first one and its history alone. */
  copyModel(model: Model): Model;
  tokens: typeof getTokens;
  quoteName: typeof quoteName;
}

export type EngineModel = Model;

/** Call it after the WebAssembly is initialised, never before. */
export function initialisedEngine(): Engine {
  return {
    createModel: (name) => new Model(name, 'en', 'UTC', 'en'),
    copyModel: (model) => Model.from_bytes(model.toBytes(), 'en'),
    tokens: getTokens,
    quoteName,
  };
}

/** What `getCellType` answers. An empty cell is a number without content. */
export const CELL_TYPE = { number: 1, text: 2, boolean: 4, error: 16 } as const;
