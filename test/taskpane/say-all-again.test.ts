/** What the pane makes of an answer of the proxy before anything of it is shown, kept or written. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { sayAllAgain } from '../../src/taskpane/say-all-again.ts';
import { setLanguage } from '../../src/words/index.ts';
import { say, told } from '../../src/words/said.ts';

afterEach(() => setLanguage('en-US'));

const nothingSent = say(told('nothingSent'));

describe('in German', () => {
  test('whatever an answer says, wherever in it, is said in German', async () => {
    await setLanguage('de-DE');
    const answer = await sayAllAgain({
      outcomes: [{ outcome: 'rejected', ...nothingSent }, null],
      distributions: [{ found: false, code: 'x', ...nothingSent }],
      warnings: [say(told('otherCount', { sent: 2, listed: 1 })).message, 'Only in English.'],
      warningsSaid: [[told('otherCount', { sent: 2, listed: 1 })]],
      modeLock: { since: '2027-01-04T09:00:00Z', reason: nothingSent.message, said: nothingSent.said },
    });
    expect(answer.outcomes[0]?.message).toBe('Es wurde nichts gesendet.');
    expect(answer.distributions[0]?.message).toBe('Es wurde nichts gesendet.');
    expect(answer.warnings).toEqual([
      '2 Zahlungen wurden gesendet, aber Nova führt 1 auf.',
      'Only in English.',
    ]);
    expect(answer.modeLock.reason).toBe('Es wurde nichts gesendet.');
  });

  test('what a person wrote stays as it was written', async () => {
    await setLanguage('de-DE');
    const reason = 'The second row is twice as much.';
    const returned = say(told('returned', { kind: 'distribution', userName: 'Second user', reason }));
    expect(
      await sayAllAgain({ outcome: 'returned', reason, since: '2027-01-04', ...returned }),
    ).toMatchObject({
      reason,
      message: `Second user hat diese Ausschüttung zurückgegeben, und es wurde nichts gesendet: ${reason}`,
    });
  });

  test('what an older proxy, or an entry of its ledger, says in English alone stays so', async () => {
    await setLanguage('de-DE');
    const answer = { outcome: 'rejected', message: 'Nova refused.', warnings: ['Compare it.'] };
    expect(await sayAllAgain({ ...answer })).toEqual(answer);
  });
});

test('said twice it is the same, and in another language it is said anew', async () => {
  await setLanguage('de-DE');
  const answer = await sayAllAgain({ ...nothingSent });
  expect((await sayAllAgain(answer)).message).toBe('Es wurde nichts gesendet.');
  await setLanguage('fr-FR');
  expect((await sayAllAgain(answer)).message).toBe('Rien n’a été envoyé.');
});
