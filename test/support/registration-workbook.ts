/** Sheets of bank details, entities and contacts, and what the sandbox has of them. */
import { buttonName, type DeskUnderTest } from './desk.ts';

export type Cell = string | number;

export const instructionsHeader = [
  'Entity',
  'Legal name',
  'Type',
  'Beneficiary name',
  'Account number',
  'Routing number',
  'SWIFT code',
  'Bank name',
  'Street',
  'City',
  'State',
  'ZIP',
  'Country',
];

/** An entity that the sandbox is told of, with so many payment instructions. */
export interface TestEntity {
  id: string;
  name: string;
  instructionsCount: number;
}

export function testEntity(number: number, instructionsCount = 0): TestEntity {
  const digits = String(number).padStart(4, '0');
  return { id: `ent_Test${digits}`, name: `Test Payee ${digits} LP`, instructionsCount };
}

export async function tellSandbox(it: DeskUnderTest, entities: readonly TestEntity[]): Promise<void> {
  for (const { id, name, instructionsCount } of entities) {
    await it.sandbox.post('/control/entities', { id, name, type: 'partnership', instructionsCount });
  }
}

/** The n-th bank details of an entity, each with an account number of its own. */
export function instructionsRow({ id, name }: TestEntity, account: string, type = 'Domestic wire'): Cell[] {
  // Nova takes no address with ACH.
  const address =
    type === 'ACH' ? ['', '', '', '', ''] : ['1 Example Street', 'New York', 'NY', '10001', 'US'];
  return [id, name, type, name, account, '021000021', '', 'Example Bank', ...address];
}

export interface SandboxInstructions {
  id: string;
  entity: string;
  sent: { account_number?: string | null };
}

export async function sandboxInstructions(it: DeskUnderTest): Promise<SandboxInstructions[]> {
  const { body } = await it.sandbox.get<{ data: SandboxInstructions[] }>('/control/payment_instructions');
  return body.data;
}

export async function sandboxParties<T>(it: DeskUnderTest, kind: 'entities' | 'contacts'): Promise<T[]> {
  return (await it.sandbox.get<{ data: T[] }>(`/control/${kind}`)).body.data;
}

/** Changes over to the payee details. */
export async function goToPayeeDetails(it: DeskUnderTest): Promise<void> {
  await it.pane.getByRole('tab', { name: 'Payee details' }).click();
  await it.sees('Register payee details');
}

/** From a check to the confirmation, past warnings where there are any. */
export async function proceedToRegister(it: DeskUnderTest): Promise<void> {
  const proceed = it.pane.getByRole('button', { name: buttonName('Continue to preview') });
  const confirm = it.pane.getByRole('button', { name: buttonName('Continue to confirm') });
  await proceed.or(confirm).first().waitFor();
  if (await proceed.isVisible()) {
    const seen = it.pane.getByRole('checkbox', { name: /I have looked at the/ });
    if (await seen.isVisible()) await seen.check();
    await proceed.click();
  }
  await confirm.click();
}

export async function tickCallBack(it: DeskUnderTest): Promise<void> {
  await it.pane.getByRole('checkbox', { name: /confirmed with the payees by calling/ }).check();
}
