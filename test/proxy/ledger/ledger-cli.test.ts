/** The commands for whoever runs the proxy, as programs of their own beside a proxy that runs. */
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { describePostgres } from '../databases.ts';
import { aDistribution, ProxyUnderTest } from '../proxy-under-test.ts';

const cli = fileURLToPath(new URL('../../../src/proxy/ledger-cli.ts', import.meta.url));

let under: ProxyUnderTest;
beforeEach(async () => {
  under = await ProxyUnderTest.start();
});
afterEach(() => under.stop());

interface Ended {
  exitCode: number;
  stdout: string;
  stderr: string;
}

const run = (...parameters: string[]) => runOn({ DATA_DIR: under.dataDir }, ...parameters);

function runOn(place: Record<string, string>, ...parameters: string[]): Promise<Ended> {
  const env = { PATH: process.env.PATH ?? '', ...place };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [cli, ...parameters], { env }, (_error, stdout, stderr) =>
      resolve({ exitCode: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}

test('a backup while the proxy writes holds every entry that was committed before it, and is intact', async () => {
  const file = join(under.dataDir, 'copies', 'ledger-copy.sqlite');
  const before = await Promise.all(Array.from({ length: 10 }, () => under.stage(aDistribution())));
  let stop = false;
  const writing = (async () => {
    while (!stop) await under.stage(aDistribution());
  })();
  const backedUp = await run('backup', file);
  stop = true;
  await writing;
  expect(backedUp).toEqual({ exitCode: 0, stdout: `Backed up to ${file}.\n`, stderr: '' });
  const copy = new DatabaseSync(file, { readOnly: true });
  const ids = new Set(
    copy
      .prepare('select id from ledger_entry')
      .all()
      .map(({ id }) => id),
  );
  expect(before.every(({ entryId }) => ids.has(entryId))).toBe(true);
  copy.close();

  expect(await run('restore', file)).toMatchObject({
    exitCode: 1,
    stderr: expect.stringMatching(/^DATA_DIR is in use/),
  });
  await under.proxy.close();
  const later = under.readLedger('select id from ledger_entry').length;
  const restored = await run('restore', file);
  expect(restored).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('is kept as') });
  expect(under.readLedger('select id from ledger_entry')).toHaveLength(ids.size);
  const kept = /kept as (.*)\.\n/.exec(restored.stdout)?.[1] ?? '';
  const old = new DatabaseSync(kept, { readOnly: true });
  expect(old.prepare('select id from ledger_entry').all()).toHaveLength(later);
  old.close();
  await under.startProxy();
  expect((await run('check')).stdout).toBe(`The ledger is intact: ${ids.size} entries.\n`);
});

test('a damaged file is never restored', async () => {
  await under.proxy.close();
  const file = join(under.dataDir, 'damaged');
  await writeFile(file, 'SQLite format 3 it is not');
  expect(await run('restore', file)).toMatchObject({
    exitCode: 1,
    stderr: expect.stringMatching(/^The file is damaged/),
  });
  await under.startProxy();
  expect((await run('check')).exitCode).toBe(0);
});

test('the check names entries whose body, key or state is not what it was', async () => {
  await under.stage(aDistribution());
  const ledger = new DatabaseSync(join(under.dataDir, 'ledger.sqlite'));
  ledger.exec(
    `update ledger_entry set body = replace(body, 'Distribution', 'Distributiom'), accepted_at = null`,
  );
  ledger.close();
  const checked = await run('check');
  expect(checked.exitCode).toBe(1);
  expect(checked.stderr.trimEnd().split('\n')).toEqual([
    expect.stringMatching(/^Entry \S+ has a body that is not the one that was hashed\.$/),
    expect.stringMatching(/^Entry \S+ is accepted without saying as what\.$/),
  ]);
});

test('an export holds each entry and no secret, and no text that becomes a formula', async () => {
  const source = { workbook: '=cmd|x!A1', sheet: 'a "quoted", sheet;=1+1;＝2' };
  const outcome = await under.stage(aDistribution(), source);
  const csv = await run('export', '--format', 'csv');
  const [header, line, end] = csv.stdout.split('\r\n');
  expect(header).toMatch(/^id,organization,content_hash,generation,kind,state,nova_id/);
  expect(line).toContain(outcome.entryId);
  expect(line).toContain(`'=cmd|x!A1,"a ""quoted"", sheet;'=1+1;'＝2"`);
  expect(end).toBe('');
  const out = join(under.dataDir, 'export.jsonl');
  expect((await run('export', '--format', 'jsonl', '--out', out)).exitCode).toBe(0);
  const text = await readFile(out, 'utf8');
  expect(JSON.parse(text)).toMatchObject({ id: outcome.entryId, body: [{ vehicle: expect.anything() }] });
  const [session] = under.readLedger('select token_hash from session');
  expect(text + csv.stdout).not.toContain(session?.token_hash);
});

test('the audit log is proved whole, and its first broken line is named', async () => {
  await under.stage(aDistribution());
  const whole = await run('verify');
  expect(whole).toMatchObject({
    exitCode: 0,
    stdout: expect.stringMatching(/^The audit log is whole: 5 lines\./),
  });
  const checkpoint = /Checkpoint (\d+:[0-9a-f]{64})\./.exec(whole.stdout)?.[1] ?? '';
  await under.stage(aDistribution());
  expect((await run('verify', '--checkpoint', checkpoint)).exitCode).toBe(0);
  const ledger = new DatabaseSync(join(under.dataDir, 'ledger.sqlite'));
  ledger.exec(
    `drop trigger audit_log_no_update; update audit_log set user_name = 'Somebody else' where sequence = 2`,
  );
  ledger.close();
  expect(await run('verify')).toMatchObject({
    exitCode: 1,
    stderr: expect.stringMatching(
      /^Line 2 of the audit log \(\S+\) is not what was chained there\. It holds up to line 1/,
    ),
  });
});

test('what it does not know is answered with how to use it', async () => {
  for (const parameters of [
    [],
    ['mend'],
    ['backup'],
    ['export', '--format', 'xml'],
    ['check', '--all'],
    ['verify', '--checkpoint', '3'],
  ]) {
    const { exitCode, stderr } = await run(...parameters);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^Usage: npm run ledger -- backup FILE/);
  }
});

describePostgres((kind) => {
  test('a ledger in PostgreSQL is checked and exported by the same commands, and backed up by its own tools', async () => {
    const place = await kind.newPlace();
    const beside = await ProxyUnderTest.start({ environment: place.environment });
    const outcome = await beside.stage(aDistribution());
    expect(await runOn(place.environment, 'check')).toEqual({
      exitCode: 0,
      stdout: 'The ledger is intact: 1 entries.\n',
      stderr: '',
    });
    const { stdout } = await runOn(place.environment, 'export', '--format', 'jsonl');
    expect(JSON.parse(stdout)).toMatchObject({ id: outcome.entryId, state: 'accepted' });
    expect(await runOn(place.environment, 'backup', 'nowhere')).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('pg_dump'),
    });
    await beside.stop();
    await place.remove();
  });
});
