/** The whole way: what the proxy says of a submission, as a German pane hears it. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createProxyClient, type ProxyClient } from '../../src/taskpane/api.ts';
import { noticeOf } from '../../src/taskpane/notices.ts';
import { setLanguage } from '../../src/words/index.ts';
import { memoryStorage } from '../taskpane/desk-in-memory.ts';
import { aDistribution, aSource, ProxyUnderTest } from './proxy-under-test.ts';

let under: ProxyUnderTest;
let client: ProxyClient;

beforeEach(async () => {
  under = await ProxyUnderTest.start();
  await setLanguage('de-DE');
  const store = memoryStorage();
  store.write('distribution-desk.token', under.token);
  client = createProxyClient(store, (path, init) => fetch(under.proxy.url + path, init));
});

afterEach(async () => {
  await setLanguage('en-US');
  await under.stop();
});

const stage = (change = {}) => client.stage({ distribution: aDistribution(change), source: aSource });

test('a refusal of Nova: what to do in German, what Nova said as Nova said it, now and from the ledger', async () => {
  const distribution = aDistribution({ entities: ['ent_NotThereYet'] });
  const message =
    'Nova kennt den Rechtsträger ent_NotThereYet nicht. Prüfen Sie die ID in der Zeile, oder erfassen Sie zuerst den Rechtsträger. Nova sagt dazu: No entity ent_NotThereYet in this organization.';
  expect(await client.stage({ distribution, source: aSource })).toMatchObject({
    outcome: 'rejected',
    message,
  });
  expect((await client.lookup([distribution])).outcomes).toMatchObject([{ outcome: 'rejected', message }]);
  const { lines } = await client.history({}, null);
  expect(lines.map(({ result }) => result)).toContain('Nova nennt es not_found.');
});

test('an answer that was lost', async () => {
  await under.orderFaults({ kind: 'lost-response', times: 4, match: { path: '/v1/distributions' } });
  expect(await stage()).toMatchObject({
    outcome: 'unknown',
    message:
      'Es ist nicht bekannt, ob Nova diese Ausschüttung angelegt hat. Die Verbindung zu Nova ist abgebrochen. Es wird von selbst wieder gefragt; merken Sie dieselben Zeilen noch einmal vor, um es sofort zu erfahren.',
  });
});

test('a Nova that is down, as a notice', async () => {
  await under.sandbox.close();
  const failure = await stage().catch((error: unknown) => error);
  expect(noticeOf(failure).text).toBe(
    'Der Distribution-Desk-Server konnte sich nicht bei Nova anmelden. Es wurde nichts angelegt. Prüfen Sie die Zeilen, und merken Sie sie noch einmal vor, wenn Nova erreichbar ist.',
  );
});
