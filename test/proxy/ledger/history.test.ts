/** The audit log as people read it, on each of the databases. */
import { expect, test } from '@jest/globals';
import { loadConfig } from '../../../src/proxy/index.ts';
import { writeAudit } from '../../../src/proxy/ledger/audit.ts';
import { openLedger } from '../../../src/proxy/ledger/database.ts';
import { historyCsv, readHistory } from '../../../src/proxy/ledger/history.ts';
import { describeEachDatabase } from '../databases.ts';

const nova = { NOVA_BASE_URL: 'http://127.0.0.1:9', NOVA_CLIENT_ID: 'client', NOVA_CLIENT_SECRET: 'secret' };

describeEachDatabase((kind) => {
  test('is filtered, paged from the latest line on, and written as a table without a formula', async () => {
    const place = await kind.newPlace();
    const ledger = await openLedger(loadConfig({ ...nova, NOVA_MODE: 'sandbox', ...place.environment }));
    const { database } = ledger;
    const line = (day: number, userName: string, workbook: string, result: string) =>
      writeAudit(database, {
        at: `2027-01-0${day}T09:00:00.000Z`,
        by: { userName, workbook, sheet: 'January' },
        ...{
          action: 'send',
          outcome: day === 1 ? 'rejected' : 'accepted',
          result,
          requestIds: [`req_${day}`],
        },
      });
    await line(1, 'Ann', 'Payouts.xlsx', 'rejected with 404');
    await line(2, 'Bob', '=cmd.xlsx', 'accepted 100%');
    await line(3, 'Ann', 'Payouts.xlsx', 'accepted 100 per cent');
    const found = async (filter: object) =>
      (await readHistory({ limit: 100, ...filter }, database)).lines.map(({ sequence }) => sequence);
    expect(await found({})).toEqual([3, 2, 1]);
    expect(await found({ who: 'ann' })).toEqual([3, 1]);
    expect(await found({ workbook: 'PAYOUTS' })).toEqual([3, 1]);
    expect(await found({ workbooks: 'Payouts.xlsx' })).toEqual([3, 1]);
    expect(await found({ workbooks: ['Payouts', '=cmd.xlsx'] })).toEqual([2]);
    expect(await found({ text: '100%' })).toEqual([2]);
    expect(await found({ text: 'req_1' })).toEqual([1]);
    expect(await found({ outcome: 'rejected' })).toEqual([1]);
    expect(await found({ from: '2027-01-02', to: '2027-01-02' })).toEqual([2]);
    const page = await readHistory({ limit: 2 }, database);
    expect(page.nextBefore).toBe(2);
    expect(await readHistory({ limit: 2, before: 2 }, database)).toMatchObject({
      lines: [{ sequence: 1, requestIds: ['req_1'] }],
      nextBefore: null,
    });
    let csv = '';
    for await (const text of historyCsv({ who: 'Bob' }, database)) csv += text;
    expect(csv.split('\r\n')).toEqual([
      expect.stringMatching(/^sequence,at,user,workbook/),
      expect.stringContaining(
        `2,2027-01-02T09:00:00.000Z,Bob,'=cmd.xlsx,January,send,accepted,accepted 100%`,
      ),
      '',
    ]);
    await ledger.close();
    await place.remove();
  });
});
