import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { systemClock } from '../../../src/proxy/clock.ts';
import { ConfigError } from '../../../src/proxy/index.ts';
import { loadConfig } from '../../../src/proxy/index.ts';
import { openLedger } from '../../../src/proxy/ledger/database.ts';
import type { OpenLedger } from '../../../src/proxy/ledger/database.ts';
import { createSignIn } from '../../../src/proxy/sign-in/sign-in.ts';
import type { SignIn } from '../../../src/proxy/sign-in/sign-in.ts';
import { describeEachDatabase } from '../databases.ts';
import type { LedgerPlace } from '../databases.ts';

describeEachDatabase((database) => {
  let place: LedgerPlace;
  let ledger: OpenLedger;
  let signIn: SignIn;
  beforeEach(async () => {
    place = await database.newPlace();
    const config = loadConfig({
      ...{ NOVA_BASE_URL: 'https://nova.example.com', NOVA_CLIENT_ID: 'id', NOVA_CLIENT_SECRET: 'secret' },
      ...{ NOVA_MODE: 'live', ACCOUNT_HASH_KEY: 'k'.repeat(32), ...place.environment },
    });
    ledger = await openLedger(config, systemClock);
    signIn = createSignIn(config, ledger.database, ledger.clock);
    await signIn.users.add({ name: 'Desk One', roles: ['preparer', 'viewer'], live: true });
  });
  afterEach(async () => {
    await ledger.close();
    await place.remove();
  });

  const tokenOf = async (name: string) =>
    (await signIn.exchange(await signIn.codes.issue(name)))?.token ?? '';

  test.each(['Desk One', ' desk  ONE ', 'Desk\u200b One', 'D\uff45sk One'])(
    'no name is given twice, nor one that reads the same: %j',
    async (name) => {
      const again = signIn.users.add({ name, roles: ['approver'], live: false });
      await expect(again).rejects.toThrow(/is somebody called/);
      expect(await signIn.users.list()).toHaveLength(1);
    },
  );

  test.each(['', '  ', 'console', 'x'.repeat(101)])('nobody can be called %j', (name) =>
    expect(signIn.users.add({ name, roles: ['viewer'], live: false })).rejects.toThrow(ConfigError),
  );

  test('a code used by many at once gives one token, from whatever replica', async () => {
    const code = await signIn.codes.issue('Desk One');
    const answers = await Promise.all(Array.from({ length: 5 }, () => signIn.exchange(code)));
    expect(answers.filter((answer) => answer !== null)).toHaveLength(1);
  });

  test('revoking ends every token and open code, and somebody may sign in again', async () => {
    const [first, second] = [await tokenOf('Desk One'), await tokenOf('Desk One')];
    const code = await signIn.codes.issue('Desk One');
    expect(await signIn.identify(first)).toMatchObject({
      userName: 'Desk One',
      roles: ['viewer', 'preparer'],
    });
    await signIn.users.revoke('Desk One');
    expect(await signIn.identify(first)).toBeNull();
    expect(await signIn.identify(second)).toBeNull();
    expect(await signIn.exchange(code)).toBeNull();
    expect(await signIn.identify(await tokenOf('Desk One'))).not.toBeNull();
  });

  test('who is disabled is let in no more, and nobody gets the name', async () => {
    const token = await tokenOf('Desk One');
    const code = await signIn.codes.issue('Desk One');
    await signIn.users.setDisabled('Desk One', true);
    expect(await signIn.identify(token)).toBeNull();
    expect(await signIn.exchange(code)).toBeNull();
    await expect(signIn.codes.issue('Desk One')).rejects.toThrow(/is disabled/);
    await expect(signIn.users.add({ name: 'Desk One', roles: ['admin'], live: true })).rejects.toThrow();
    await signIn.users.setDisabled('Desk One', false);
    expect(await signIn.identify(token)).toBeNull();
    expect(await signIn.identify(await tokenOf('Desk One'))).not.toBeNull();
  });

  test('in live mode, who was not allowed to work on live may only look', async () => {
    await signIn.users.add({ name: 'Kim', roles: ['preparer', 'approver', 'admin'], live: false });
    expect(await signIn.identify(await tokenOf('Kim'))).toMatchObject({ roles: ['viewer'] });
  });

  test('what happened to users is in the audit log', async () => {
    await signIn.users.setDisabled('Desk One', true);
    const lines = await ledger.database.selectFrom('audit_log').select(['action', 'result']).execute();
    expect(lines).toContainEqual({ action: 'user-added', result: 'Desk One: preparer viewer, live' });
    expect(lines).toContainEqual({ action: 'user-disabled', result: 'Desk One' });
  });
});
