import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { noLimits, readLimitsFile } from '../../../src/proxy/limits/limits-file.ts';

function read(text: string) {
  const file = join(mkdtempSync(join(tmpdir(), 'distribution-desk-limits-')), 'limits.json');
  writeFileSync(file, text);
  return readLimitsFile(file);
}

test('amounts are whole units of their currency, exact to the cent', () => {
  const limits = { largestPayment: { USD: '250000.5', JPY: '1000' }, approval: { from: { USD: '0.07' } } };
  expect(read(JSON.stringify(limits))).toEqual({
    ...noLimits,
    largestPayment: { USD: 25_000_050, JPY: 1000 },
    approval: { from: { USD: 7 }, expiresAfterHours: 72 },
  });
});

test.each([
  ['{', 'LIMITS_FILE names a file that is not JSON.'],
  ['{"largestPaymnet": {}}', 'LIMITS_FILE has a member that is no limit: largestPaymnet.'],
  ['{"largestPayment": {"USD": 100}}', 'LIMITS_FILE largestPayment.USD must be an amount as text'],
  [
    '{"largestPayment": {"USD": "1.234"}}',
    'LIMITS_FILE largestPayment.USD has more decimals than the currency.',
  ],
  ['{"totalPerDay": {}}', 'LIMITS_FILE totalPerDay must name at least one currency.'],
  [
    '{"approval": {"from": "sometimes"}}',
    'LIMITS_FILE approval.from must be "always" or an amount per currency',
  ],
])('%s is refused at the start', (text, sentence) => {
  expect(() => read(text)).toThrow(sentence);
});
