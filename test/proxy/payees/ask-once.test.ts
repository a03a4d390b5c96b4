import { describe, expect, test } from '@jest/globals';
import { createLimiter } from '../../../src/proxy/nova/limiter.ts';
import { AskOnce } from '../../../src/proxy/payees/ask-once.ts';

interface Answer {
  found: 'yes';
  id: string;
}

/** Answers at once unless told to hold back; the time stands still until a test moves it. */
function asking(patienceMs = 10_000) {
  const asked: string[] = [];
  const time = { nowMs: 0 };
  const held = { isHolding: false, release: () => {} };
  const hold = new Promise<void>((resolve) => (held.release = resolve));
  const once = new AskOnce<Answer>({
    ask: async (id) => {
      asked.push(id);
      if (held.isHolding) await hold;
      return { found: 'yes', id };
    },
    isLasting: () => true,
    clock: { now: () => time.nowMs },
    rememberMs: 60_000,
    patienceMs,
    limiter: createLimiter(4),
  });
  return { asked, time, held, once };
}

const ids = (count: number) => Array.from({ length: count }, (_, index) => `ent_N${index}`);

describe('AskOnce', () => {
  test('takes no more than 5,000 ids in waiting', async () => {
    const { asked, held, once } = asking();
    held.isHolding = true;
    const answers = once.answers(ids(6_000), false, 'One');
    const [busy] = await once.answers(['ent_More'], false, 'Two');
    expect(busy).toMatchObject({ found: 'not-known', code: 'proxy-busy' });
    expect(asked).toHaveLength(4);
    held.isHolding = false;
    held.release();
    const found = (await answers).map((answer) => answer.found);
    expect(found.filter((one) => one === 'yes')).toHaveLength(5_000);
    expect(found.slice(5_000).every((one) => one === 'not-known')).toBe(true);
  });

  test('remembers the latest 20,000 answers', async () => {
    const { asked, once } = asking();
    const all = ids(20_001);
    for (let start = 0; start < all.length; start += 4_000) {
      await once.answers(all.slice(start, start + 4_000), false, 'One');
    }
    expect(asked).toHaveLength(20_001);
    await once.answers(['ent_N20000', 'ent_N1', 'ent_N0'], false, 'One');
    expect(asked.slice(20_001)).toEqual(['ent_N0']);
  });

  test('passes the turn of those for whom nobody waits any longer, and asks when somebody does again', async () => {
    const { asked, time, held, once } = asking(50);
    held.isHolding = true;
    const late = await once.answers(ids(6), false, 'One');
    expect(late.map((answer) => (answer.found === 'yes' ? '' : answer.code))).toEqual(
      ids(6).map(() => 'nova-slow'),
    );
    time.nowMs = 100;
    held.isHolding = false;
    held.release();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(asked).toEqual(ids(4));
    const again = await once.answers(ids(6), false, 'One');
    expect(again.map(({ found }) => found)).toEqual(ids(6).map(() => 'yes'));
    expect(asked).toEqual(ids(6));
  });

  test('gives way between users, so that nobody waits behind all of another one', async () => {
    const { asked, held, once } = asking();
    held.isHolding = true;
    const many = once.answers(ids(100), false, 'One');
    const few = once.answers(['ent_Few'], false, 'Two');
    held.isHolding = false;
    held.release();
    await Promise.all([many, few]);
    expect(asked.indexOf('ent_Few')).toBeLessThan(8);
  });
});
