import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { sandboxOrganizationId } from '../../src/sandbox/seed.ts';
import { localhostCertificate } from '../../src/scripts/certificate.ts';
import { aDistribution, ProxyUnderTest } from './proxy-under-test.ts';

test('with a certificate it serves over TLS, under the name that the certificate says', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'distribution-desk-tls-'));
  const files = { TLS_CERT_FILE: join(dir, 'cert.pem'), TLS_KEY_FILE: join(dir, 'key.pem') };
  const certificate = await localhostCertificate();
  await writeFile(files.TLS_CERT_FILE, certificate.cert);
  await writeFile(files.TLS_KEY_FILE, certificate.key);
  const under = await ProxyUnderTest.start();
  await under.proxy.close();
  await under.startProxy(files);
  expect(under.proxy.url).toMatch(/^https:\/\/localhost:\d+$/);
  const status = await new Promise((resolve, reject) => {
    get(`${under.proxy.url}/healthz`, { ca: certificate.cert, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).on('error', reject);
  });
  expect(status).toBe(200);
  await under.stop();
  await rm(dir, { recursive: true });
});

test('the organization goes to Nova with each request', async () => {
  const right = await ProxyUnderTest.start({ environment: { NOVA_ORGANIZATION_ID: sandboxOrganizationId } });
  expect(await right.stage(aDistribution())).toMatchObject({ outcome: 'accepted' });
  expect(right.readLedger('select organization from ledger_entry')).toEqual([
    { organization: sandboxOrganizationId },
  ]);
  await right.stop();
  const wrong = await ProxyUnderTest.start({ environment: { NOVA_ORGANIZATION_ID: 'org_NotOurs' } });
  expect(await wrong.stage(aDistribution())).toMatchObject({ outcome: 'rejected', status: 403 });
  await wrong.stop();
});

test('what is served beside the pane is open to all, and cannot be under /api', async () => {
  const under = await ProxyUnderTest.start({
    overrides: {
      extend: async (app) => {
        app.get('/beside', () => ({ beside: true }));
      },
    },
  });
  expect(await under.request('GET', '/beside', undefined, '')).toMatchObject({
    status: 200,
    body: { beside: true },
  });
  await under.stop();
  const opened = ProxyUnderTest.start({
    overrides: {
      extend: async (app) => {
        app.get('/api/beside', () => ({ beside: true }));
      },
    },
  });
  await expect(opened).rejects.toThrow('/api/beside must not be open to all');
});

test('a program that is closed twice closes once, and gives the folder back', async () => {
  const under = await ProxyUnderTest.start();
  await Promise.all([under.proxy.close(), under.proxy.close()]);
  await under.startProxy();
  await under.stop();
});
