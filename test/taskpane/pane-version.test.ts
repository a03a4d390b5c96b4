import { expect, test } from '@jest/globals';
import { versionHeader } from '../../src/contract/index.ts';
import { createProxyClient, ProxyError } from '../../src/taskpane/api.ts';
import { noticeOf } from '../../src/taskpane/notices.ts';
import { versionWatch } from '../../src/taskpane/pane-version.ts';
import { initialState, reduce } from '../../src/taskpane/state.ts';
import { memoryStorage } from './desk-in-memory.ts';

test('what the server says of itself is told when it changes, and no oftener', () => {
  const heard: string[] = [];
  const hear = versionWatch('1.2.0', (server) => heard.push(server));
  for (const said of ['1.2.0', null, '1.3.0', '1.3.0', '1.1.9', 'gateway', '1.2.0']) hear(said);
  expect(heard).toEqual(['newer', 'older', 'same']);
});

test('every request says the version of the pane, and every answer is listened to, refusals too', async () => {
  const sent: (string | null)[] = [];
  const heard: (string | null)[] = [];
  const answers = [
    Response.json({ codes: true }, { headers: { [versionHeader]: '1.3.0' } }),
    Response.json(
      { error: { code: 'pane-outdated', message: 'Reload the pane.' } },
      { status: 409, headers: { [versionHeader]: '2.0.0' } },
    ),
  ];
  const client = createProxyClient(
    memoryStorage(),
    async (_url, init) => {
      sent.push(new Headers(init.headers).get(versionHeader));
      return answers.shift() ?? Response.error();
    },
    undefined,
    { own: '1.2.0', heard: (version) => heard.push(version) },
  );
  await client.methods();
  const refused: unknown = await client
    .automatic()
    .session()
    .catch((error: unknown) => error);
  expect(sent).toEqual(['1.2.0', '1.2.0']);
  expect(heard).toEqual(['1.3.0', '2.0.0']);
  if (!(refused instanceof ProxyError)) throw new Error('It was not refused');
  expect(refused.inDoubt).toBe(false);
  expect(noticeOf(refused)).toMatchObject({ title: 'This pane is out of date', text: 'Reload the pane.' });
});

test('a mismatch stays in sight until it is over, whatever else happens', () => {
  const newer = reduce(initialState, { type: 'server-version', server: 'newer' });
  const later = reduce(reduce(newer, { type: 'notice', notice: null }), { type: 'signed-out', notice: null });
  expect(later.serverVersion).toBe('newer');
  expect(reduce(later, { type: 'server-version', server: 'same' }).serverVersion).toBe('same');
});
