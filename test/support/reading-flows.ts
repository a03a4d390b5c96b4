/** Both flows as somebody goes through them who reads no English, looking at each screen. */
import type { Reader } from './reader.ts';
import { tellSandbox, type TestEntity } from './registration-workbook.ts';

/** From the sign-in to refreshed statuses, on the sample workbook. */
export async function readPayouts(reader: Reader): Promise<void> {
  const { it, words } = reader;
  const { strings } = words;
  await reader.signsIn();
  await reader.looksAt('start');
  await reader.presses(strings.source.choose);
  await reader.sees(strings.choose.title);
  await reader.looksAt('choose');
  await reader.presses(strings.choose.back);
  await it.select('Payouts!A6');
  await reader.presses(strings.source.check);
  await reader.sees(strings.problems.title(2));
  await reader.looksAt('problems');
  await reader.presses(strings.mapping.title);
  await reader.sees(strings.mapping.text);
  await reader.looksAt('columns');
  await it.mendSample();
  await reader.presses(strings.problems.again);
  await reader.ticks(strings.problems.seen(1));
  await reader.looksAt('warning');
  await reader.presses(strings.problems.continue);
  await reader.sees(strings.preview.title(4));
  await reader.looksAt('preview');
  await reader.presses(strings.preview.payments(14));
  await reader.looksAt('preview-payments');
  await stage(reader);
}

async function stage(reader: Reader): Promise<void> {
  const { it, words } = reader;
  const { confirm, preview, progress, result, refresh } = words.strings;
  const total = (await it.sampleTotal()).replace('.', ',');
  await reader.presses(beginningOf(preview.continue(4, '')));
  await reader.types(confirm.field('USD'), '1,00');
  await reader.sees(beginningOf(confirm.wrong('', '', '')));
  await reader.looksAt('confirm-differs');
  await reader.types(confirm.field('USD'), total);
  await reader.sees(confirm.matches);
  await reader.looksAt('confirm');
  await it.delayNova(3_000);
  await reader.presses(beginningOf(confirm.stage(4, '')));
  await reader.sees(progress.title);
  await reader.looksAt('progress');
  await reader.sees(result.verified(50, 50));
  await reader.looksAt('result');
  const [first] = await it.sandbox.records();
  await it.sandbox.post(`/control/distributions/${first?.id}/status`, { status: 'published' });
  await reader.presses(result.refresh);
  await reader.sees(refresh.statuses);
  await reader.looksAt('refreshed');
}

/** Bank details of new payees and of one that has some, from the check to masked numbers. */
export async function readBankDetails(reader: Reader, payees: readonly TestEntity[]): Promise<void> {
  const { it, words } = reader;
  const { registering, strings } = words;
  const { preview, confirm, result, masking } = registering;
  const kind = 'payment-instructions';
  await tellSandbox(it, payees);
  await reader.signsIn();
  await reader.presses(strings.places.names.registrations, 'tab');
  await reader.sees(registering.source.title);
  await reader.looksAt('details-start');
  await it.select('Bank!A2');
  await reader.presses(strings.source.check);
  await reader.sees(preview.title(kind, payees.length));
  await reader.looksAt('details-preview');
  await reader.presses(beginningOf(preview.continue(kind, payees.length)));
  await reader.sees(confirm.callBackTitle);
  await reader.ticks(confirm.callBack);
  await reader.looksAt('details-confirm');
  await reader.presses(confirm.register(kind, payees.length));
  await reader.sees(result.waiting(1));
  await reader.sees(masking.title);
  await reader.looksAt('details-result');
  await reader.presses(masking.mask);
  await reader.sees(masking.doneText);
  await reader.looksAt('details-masked');
}

/** A text up to where it takes its first figure that was left empty. */
function beginningOf(text: string): string {
  return text.split(/[:,]|\s{2}/)[0]?.trim() ?? text;
}
