/** The chain of the audit log, on each of the databases that may hold it. */
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { loadConfig } from '../../../src/proxy/index.ts';
import { chainBeginning, contentText, nextLink } from '../../../src/proxy/ledger/audit-chain.ts';
import { writeAudit } from '../../../src/proxy/ledger/audit.ts';
import { openLedger } from '../../../src/proxy/ledger/database.ts';
import type { OpenLedger } from '../../../src/proxy/ledger/database.ts';
import { isPostgres } from '../../../src/proxy/ledger/dialect.ts';
import { auditChain } from '../../../src/proxy/ledger/migrate-audit-chain.ts';
import type { AuditLine } from '../../../src/proxy/ledger/schema.ts';
import { verifyAudit } from '../../../src/proxy/ledger/verify-audit.ts';
import { describeEachDatabase, describePostgres } from '../databases.ts';
import type { LedgerPlace } from '../databases.ts';

const at = '2027-01-04T09:00:00.000Z';
const line = (result: string) => ({ at, by: { userName: 'Ann' }, action: 'stage' as const, result });

function configOf(place: LedgerPlace) {
  const nova = {
    NOVA_BASE_URL: 'http://127.0.0.1:9',
    NOVA_CLIENT_ID: 'client',
    NOVA_CLIENT_SECRET: 'secret',
  };
  return loadConfig({ ...nova, NOVA_MODE: 'sandbox', ...place.environment });
}

describeEachDatabase((kind) => {
  let place: LedgerPlace;
  let ledger: OpenLedger;
  beforeEach(async () => {
    place = await kind.newPlace();
    ledger = await openLedger(configOf(place));
  });
  afterEach(async () => {
    await ledger.close();
    await place.remove();
  });

  const write = async (count: number) => {
    for (let index = 1; index <= count; index += 1) await writeAudit(ledger.database, line(`line ${index}`));
  };
  /** As somebody who may change the schema, and so can take the guard away. */
  const tamper = async (...statements: string[]) => {
    const guards = isPostgres(ledger.database)
      ? ['drop trigger audit_log_only_grows on audit_log']
      : ['drop trigger audit_log_no_update', 'drop trigger audit_log_no_delete'];
    for (const statement of [...guards, ...statements]) await sql.raw(statement).execute(ledger.database);
  };
  const verify = async (checkpoint?: { sequence: number; hash: string }) =>
    (await verifyAudit(ledger.database, checkpoint)).broken;

  test('many at once, some of which fail, make one chain without a fork or a gap', async () => {
    const written = await Promise.allSettled(
      Array.from({ length: 120 }, (_, index) =>
        ledger.database.transaction().execute(async (transaction) => {
          await writeAudit(transaction, line(`line ${index}`));
          if (index % 6 === 0) throw new Error('taken back');
        }),
      ),
    );
    expect(written.filter(({ status }) => status === 'rejected')).toHaveLength(20);
    expect(await verifyAudit(ledger.database)).toMatchObject({ lineCount: 100, broken: null });
  });

  test('what a workbook is called, however strange, is chained as it is kept', async () => {
    const by = { userName: 'Änn 😀', workbook: 'half \ud83d, "quoted" \u0007, nul \0', sheet: '\\u0041' };
    await writeAudit(ledger.database, { ...line('odd'), by, requestIds: ['req_1', 'req_2'] });
    expect(await verifyAudit(ledger.database)).toMatchObject({ lineCount: 1, broken: null });
  });

  test('a line is not changed or taken out by this program', async () => {
    await write(2);
    for (const statement of [`update audit_log set result = 'x'`, 'delete from audit_log']) {
      await expect(sql.raw(statement).execute(ledger.database)).rejects.toThrow('the audit log only grows');
    }
    expect(await verify()).toBeNull();
  });

  test.each([
    [
      'changed',
      [`update audit_log set result = 'other' where sequence = 3`],
      'is not what was chained there',
    ],
    ['given to somebody else', [`update audit_log set user_name = 'Bob' where sequence = 3`], 'Line 3'],
    ['taken out', ['delete from audit_log where sequence = 3'], 'Line 3 of the audit log is missing.'],
    [
      'exchanged for another',
      [
        'update audit_log set sequence = 99 where sequence = 3',
        'update audit_log set sequence = 3 where sequence = 4',
        'update audit_log set sequence = 4 where sequence = 99',
      ],
      'Line 3',
    ],
    ['cut off', ['delete from audit_log where sequence > 4'], 'ends with line 4, but 5 were written'],
    [
      'added by hand',
      [`insert into audit_log (id, at, user_name, action, result) values ('x', 'x', 'x', 'x', 'x')`],
      'outside the chain',
    ],
  ])('a line that was %s is found', async (_what, statements, sentence) => {
    await write(5);
    expect(await verify()).toBeNull();
    await tamper(...statements);
    expect(await verify()).toContain(sentence);
  });

  test('an end that was cut off together with its record, or a chain computed anew, is found by a checkpoint only', async () => {
    await write(5);
    const { head } = await verifyAudit(ledger.database);
    await write(2);
    expect(await verify(head)).toBeNull();

    const fourth = (await ledger.database
      .selectFrom('audit_log')
      .selectAll()
      .where('sequence', '=', 4)
      .executeTakeFirstOrThrow()) as AuditLine;
    await tamper(
      'delete from audit_log where sequence > 4',
      `update audit_head set sequence = 4, hash = '${fourth.hash}'`,
    );
    expect(await verify()).toBeNull();
    expect(await verify(head)).toContain('before the checkpoint (line 5)');

    await writeAudit(ledger.database, line('what did not happen'));
    expect(await verify()).toBeNull();
    expect(await verify(head)).toContain('is not the one of the checkpoint');
  });

  test('a log from before the chain is chained in the order of its instants', async () => {
    await tamper(
      ...(isPostgres(ledger.database) ? ['drop function audit_log_only_grows'] : []),
      'drop index audit_log_sequence',
      'drop table audit_head',
      ...['outcome', 'request_ids', 'sequence', 'hash'].map(
        (name) => `alter table audit_log drop column ${name}`,
      ),
      ...[9, 7, 8].map(
        (hour) =>
          `insert into audit_log (id, at, user_name, action, result)
           values ('line-${hour}', '2027-01-04T0${hour}:00:00.000Z', 'Ann', 'stage', 'done')`,
      ),
    );
    await auditChain.up(ledger.database);
    await write(1);
    expect(await verifyAudit(ledger.database)).toMatchObject({ lineCount: 4, broken: null });
    const lines = await ledger.database.selectFrom('audit_log').select('id').orderBy('sequence').execute();
    expect(lines.slice(0, 3).map(({ id }) => id)).toEqual(['line-7', 'line-8', 'line-9']);
  });
});

describePostgres((kind) => {
  test('two proxies that write at once make one chain', async () => {
    const place = await kind.newPlace();
    const ledgers = await Promise.all([openLedger(configOf(place)), openLedger(configOf(place))]);
    await Promise.all(
      ledgers.flatMap(({ database }) =>
        Array.from({ length: 60 }, (_, index) => writeAudit(database, line(`line ${index}`))),
      ),
    );
    const verdicts = await Promise.all(ledgers.map(({ database }) => verifyAudit(database)));
    expect(verdicts[0]).toMatchObject({ lineCount: 120, broken: null });
    for (const ledger of ledgers) await ledger.close();
    await place.remove();
  });
});

test('the link is the hash of the one before, the place and the canonical content', () => {
  const content = contentText({
    ...{ id: 'one', at, user_name: 'Ann', workbook: null, sheet: null, action: 'stage', entry_id: null },
    ...{ outcome: null, result: 'done', request_ids: null },
  });
  expect(content).toBe(
    `{"action":"stage","at":"${at}","entry_id":null,"id":"one","outcome":null,"request_ids":null,"result":"done","sheet":null,"user_name":"Ann","workbook":null}`,
  );
  const first = nextLink(chainBeginning, content);
  const text = `["${'0'.repeat(64)}",1,${content}]`;
  expect(first).toEqual({ sequence: 1, hash: createHash('sha256').update(text).digest('hex') });
});
