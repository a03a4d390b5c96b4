import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { aDistribution, ProxyUnderTest } from '../proxy-under-test.ts';

let under: ProxyUnderTest;
beforeEach(async () => {
  under = await ProxyUnderTest.start();
});
afterEach(() => under.stop());

describe('the ledger', () => {
  test('is written to the disk with each commit, and checks its references', async () => {
    expect(under.readLedger('pragma journal_mode')).toEqual([{ journal_mode: 'wal' }]);
    await under.stage(aDistribution());
    const [entry] = under.readLedger('select * from ledger_entry');
    expect(entry).toMatchObject({
      organization: '',
      generation: 1,
      state: 'accepted',
      reserved_at: '2027-01-04T09:00:00.000Z',
      first_sent_at: '2027-01-04T09:00:00.000Z',
      tries: 1,
      livemode: 0,
      user_name: 'Distribution Desk user',
      workbook: 'Payouts.xlsx',
      sheet: 'January',
    });
    expect(
      under.readLedger('select action, result from audit_log where entry_id is not null order by rowid'),
    ).toEqual([
      { action: 'reserve', result: 'generation 1' },
      { action: 'send', result: `accepted as ${String(entry?.nova_id)}, livemode false` },
    ]);
  });

  test('belongs to one program at a time', async () => {
    await expect(under.startProxy()).rejects.toMatchObject({
      code: 'config-invalid',
      problems: ['DATA_DIR is in use by another proxy that is running; stop it, or choose another folder.'],
    });
  });

  test('in a folder that cannot be made is refused', async () => {
    await expect(under.startProxy({ DATA_DIR: '/dev/null/ledger' })).rejects.toMatchObject({
      problems: ['DATA_DIR cannot be written; choose a folder that this user may write to.'],
    });
  });
});

describe('a ledger that was kept for something else', () => {
  const restartWith = async (environment: Record<string, string>) => {
    await under.proxy.close();
    const failure: unknown = await under.startProxy(environment).catch((error: unknown) => error);
    if (failure !== undefined) await under.startProxy();
    return failure;
  };

  test('the other mode: refused once it holds an answer', async () => {
    expect(await restartWith({ NOVA_MODE: 'live' })).toBeUndefined();
    await under.proxy.close();
    await under.startProxy();
    await under.stage(aDistribution());
    expect(await restartWith({ NOVA_MODE: 'live' })).toMatchObject({
      problems: [
        expect.stringMatching(
          /^NOVA_MODE says live, but the ledger in DATA_DIR holds distributions of sandbox mode only/,
        ),
      ],
    });
  });

  test('another organization: refused', async () => {
    await under.stage(aDistribution());
    expect(await restartWith({ NOVA_ORGANIZATION_ID: 'org_Other' })).toMatchObject({
      problems: [expect.stringMatching(/^NOVA_ORGANIZATION_ID is not the one that the ledger/)],
    });
  });
});
