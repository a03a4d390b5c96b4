/** What stands in a ledger from before anything was said by keys goes on being said, in its English. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { outcomeSchema, type ApiError } from '../../../src/contract/index.ts';
import { aDistribution, ProxyUnderTest } from '../proxy-under-test.ts';

let under: ProxyUnderTest;

beforeEach(async () => {
  under = await ProxyUnderTest.start();
});

afterEach(() => under.stop());

/** Changes the ledger's own file while no proxy has it. */
async function change(query: string): Promise<void> {
  await under.proxy.close();
  const database = new DatabaseSync(join(under.dataDir, 'ledger.sqlite'));
  database.exec(query);
  database.close();
  await under.startProxy();
}

test('a refusal', async () => {
  const distribution = aDistribution({ entities: ['ent_NotThereYet'] });
  const refused = await under.stage(distribution);
  if (refused.outcome !== 'rejected') throw new Error(refused.outcome);
  await change("update ledger_entry set result = json_remove(result, '$.said')");
  const response = await fetch(`${under.proxy.url}/api/distributions/lookup`, {
    method: 'POST',
    headers: { authorization: `Bearer ${under.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ distributions: [distribution] }),
  });
  const { outcomes } = (await response.json()) as { outcomes: unknown[] };
  const { said, ...before } = refused;
  expect(said).toHaveLength(3);
  expect(outcomeSchema.parse(outcomes[0])).toEqual(before);
});

test('what stops the sending', async () => {
  const reason = 'Nova created dst_A in live mode. Look at it.';
  await change(
    `insert into mode_lock (organization, since, reason) values ('', '2027-01-04T09:00:00.000Z', '${reason}')`,
  );
  const [row] = under.readLedger('select said from mode_lock');
  expect(row?.['said']).toBeNull();
  const reply = await under.post<ApiError>('/api/distributions', {
    distribution: aDistribution(),
    source: { workbook: 'Payouts.xlsx', sheet: 'January' },
  });
  expect(reply.body.error).toEqual({
    code: 'mode-mismatch',
    message: `${reason} Nothing is sent until an admin has looked at it and lets sending go on.`,
    said: [
      { key: 'asRecorded', values: { text: reason } },
      { key: 'lockStands', values: {} },
    ],
  });
});
