import { expect, test } from '@jest/globals';
import { progressOf, type CheckProgress } from '../../src/taskpane/check-progress.ts';
import { createController } from '../../src/taskpane/controller.ts';
import type { ReadOptions } from '../../src/taskpane/desk.ts';
import type { PaneEvent } from '../../src/taskpane/state.ts';
import { createStore } from '../../src/taskpane/store.ts';
import { strings } from '../../src/words/index.ts';
import { payoutTable } from '../support/builders.ts';
import { deskInMemory } from './desk-in-memory.ts';

const reading = (done: number, total = 100_000): CheckProgress => ({ stage: 'reading', done, total });

function shownOf(calls: readonly [atMs: number, progress: CheckProgress][]): CheckProgress[] {
  const events: PaneEvent[] = [];
  let now = 0;
  const tell = progressOf({ dispatch: (event) => void events.push(event) }, () => now);
  for (const [atMs, progress] of calls) {
    now = atMs;
    tell(progress);
  }
  return events.flatMap((event) => (event.type === 'check-progress' ? [event.progress] : []));
}

test('it is shown at once, then four times a second, and whenever the stage changes', () => {
  const checking: CheckProgress = { stage: 'checking', done: 0, total: 100_000 };
  const shown = shownOf([
    [0, reading(4_000)],
    [100, reading(8_000)],
    [249, reading(9_000)],
    [250, reading(12_000)],
    [260, checking],
  ]);
  expect(shown).toEqual([reading(4_000), reading(12_000), checking]);
});

test('a small table shows none', () => {
  expect(shownOf([[0, reading(10, 4_999)]])).toEqual([]);
});

test('its words name rows, and those for screen readers change with every quarter only', () => {
  expect(strings.checkProgress.shown(reading(40_000))).toBe('Read 40,000 of 100,000 rows');
  expect(strings.checkProgress.shown({ ...reading(1_280), stage: 'checking' })).toBe(
    'Checked 1,280 of 100,000 rows',
  );
  const spoken = Array.from({ length: 100 }, (_, index) =>
    strings.checkProgress.spoken(reading(index * 1_000)),
  );
  expect([...new Set(spoken)]).toEqual([
    'Reading 100,000 rows',
    'Reading 100,000 rows: 25% done',
    'Reading 100,000 rows: 50% done',
    'Reading 100,000 rows: 75% done',
  ]);
});

test('a person who checks a large table sees how far the reading, the checking and the asking are, until it ends', async () => {
  const count = 40_000;
  const table = payoutTable(
    Array.from({ length: count }, (_, index) => ({ entity: `ent_Payee${index}`, amount: index + 1 })),
  );
  const desk = deskInMemory(table);
  const store = createStore();
  const actions = createController(desk, store, { quietMs: 5, retryMs: 5 });
  await actions.signIn('GOOD');
  const read = async (options: ReadOptions = {}) => {
    options.onRowsRead?.(10_000, count);
    return table;
  };
  desk.excel.readSelectedTable = read;
  const seen: (CheckProgress | null)[] = [];
  store.subscribe(() => {
    const { progress } = store.get();
    if (progress !== seen.at(-1)) seen.push(progress);
  });
  await actions.check();
  desk.page.show(false);
  expect(store.get().phase.step).not.toBe('source');
  const stages = seen.filter((progress) => progress !== null);
  expect(stages[0]).toEqual({ stage: 'reading', done: 10_000, total: count });
  const checking = stages.filter(({ stage }) => stage === 'checking');
  expect(checking.length).toBeGreaterThan(0);
  for (const { done, total } of checking) {
    expect(total).toBe(count);
    expect(done).toBeLessThanOrEqual(count);
  }
  // One contact beside the entities.
  const asking = stages.filter(({ stage }) => stage === 'payees');
  expect(asking[0]).toEqual({ stage: 'payees', done: 0, total: count + 1 });
  expect(stages.map(({ stage }) => stage).lastIndexOf('checking')).toBeLessThan(
    stages.findIndex(({ stage }) => stage === 'payees'),
  );
  expect(store.get().progress).toBeNull();
});
