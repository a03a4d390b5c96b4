import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { distributionBody, withSandbox } from './sandbox-client.ts';

test('a sandbox with a file remembers what was created, and under which key', async () => {
  const stateFile = join(mkdtempSync(join(tmpdir(), 'sandbox-')), 'sandbox.json');
  const body = distributionBody(3);
  let id: string | undefined;
  await withSandbox({ stateFile }, async (client) => {
    id = (await client.create(body, 'key-1')).body.data[0]?.id;
    await client.post(`/control/distributions/${id}/status`, { status: 'published' });
  });
  await withSandbox({ stateFile }, async (client) => {
    expect((await client.get(`/v1/distributions/${id}`)).body).toMatchObject({ id, status: 'published' });
    expect((await client.create(body, 'key-1')).body.data[0]?.id).toBe(id);
    expect(await client.records()).toHaveLength(1);
    expect((await client.create<{ code: string }>(distributionBody(4), 'key-1')).body.code).toBe(
      'idempotency_mismatch',
    );
  });
});
