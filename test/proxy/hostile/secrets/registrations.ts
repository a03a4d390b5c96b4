import { anAccount, anEntity, someInstructions } from '../../registrations/registering.ts';
import { entityId } from '../../proxy-under-test.ts';
import { faultsAt } from './breakages.ts';
import type { RunParts } from './full-run.ts';
import type { ProxyProgram } from './proxy-program.ts';

const source = { workbook: 'Banks.xlsx', sheet: 'Banks' };

/** An account number as it is typed, and every text that must be found nowhere. */
interface Account {
  typed: string;
  needles: string[];
}

/** As it is, without its end, in groups, and back to front. */
function account(typed: string): Account {
  const characters = typed.replace(/[ -]/g, '');
  const grouped = characters.replace(/(.{4})(?=.)/g, '$1 ');
  const reversed = [...characters].reverse().join('');
  const needles = [
    typed,
    characters,
    characters.slice(0, -4),
    grouped,
    grouped.replaceAll(' ', '-'),
    reversed,
  ];
  return { typed, needles: [...new Set(needles)] };
}

const digits = (count: number) => `${anAccount()}${anAccount()}`.slice(0, count);
/** Each used for one thing that can become of payment instructions; one more than that for what breaks. */
export const accountsOfRun: readonly Account[] = [
  ...Array.from({ length: 24 }, () => account(anAccount())),
  account(`GB82WEST${digits(14)}`),
  account(`${digits(4)} ${digits(4)} ${digits(4)} ${digits(4)}`),
  account(`${digits(3)}-${digits(5)}-${digits(6)}`),
];

let used = 0;
function nextAccount(): string {
  const next = accountsOfRun[used % accountsOfRun.length];
  used += 1;
  return next?.typed ?? '';
}

/** Bank details in which the account number stands where people put it, also where it does not belong. */
export function aRegistration(entity = entityId(9), accountNumber = nextAccount()) {
  const item = someInstructions({
    accountNumber,
    instructionsLine1: `FFC ${accountNumber}`,
    instructionsLine2: `a/c ${accountNumber.replace(/(.{4})(?=.)/g, '$1 ')}`,
    branchCode: accountNumber,
    externalReference: `bank-${accountNumber}`,
    beneficiaryName: `Investor of ${accountNumber}`,
  });
  return { registration: { kind: 'payment-instructions', entity, items: [item] }, source };
}

/** Bank details with every outcome, approved, returned, looked up, linked, declared, and sent wrongly in every way. */
export async function registerEverything(
  program: ProxyProgram,
  { sandbox }: RunParts,
  tokens: { preparer: string; approver: string; boss: string },
): Promise<void> {
  const order = faultsAt(sandbox);
  const onInstructions = { method: 'POST', path: '/v1/payment_instructions' };
  const register = async (body: unknown = aRegistration()) => {
    const reply = await program.ask('POST', '/api/registrations', body, tokens.preparer);
    return (JSON.parse(reply.body) as { outcomes?: Record<string, string>[] }).outcomes?.[0] ?? {};
  };
  const seen = new Set<string>();
  const note = (outcome: Record<string, string>) => seen.add(outcome['outcome'] ?? outcome['code'] ?? 'none');

  const newPayee = async () => {
    const registration = { kind: 'entity', items: [anEntity()] };
    const { id = '' } = await register({ registration, source });
    return id;
  };
  const first = aRegistration(await newPayee());
  note(await register(first));
  await register(first);
  await program.ask(
    'POST',
    '/api/registrations/lookup',
    { registrations: [first.registration] },
    tokens.boss,
  );
  await order({ kind: 'status', status: 422, code: 'parameter_invalid', match: onInstructions });
  note(await register(aRegistration(await newPayee())));
  for (const kind of ['lost-response', 'half-body', 'not-json', 'refuse'] as const) {
    const payee = await newPayee();
    await order({ kind, times: 2, match: onInstructions });
    const unknown = await register(aRegistration(payee));
    note(unknown);
    const path = `/api/registrations/${unknown['entryId'] ?? ''}/link`;
    await program.ask('POST', path, { id: 'pmi_another' }, tokens.boss);
    const reason = 'Looked at in Nova';
    const declare = `/api/entries/${unknown['entryId'] ?? ''}/declare-never-created`;
    await program.ask('POST', declare, { reason }, tokens.boss);
  }
  for (const decision of ['approve', 'return']) {
    const body = aRegistration(entityId(0));
    const sealed = await register(body);
    note(sealed);
    const path = `/api/approvals/${sealed['entryId'] ?? ''}`;
    await program.ask('GET', path, undefined, tokens.approver);
    const decided = { contentHash: sealed['contentHash'], reason: 'Not confirmed by phone' };
    await program.ask('POST', `${path}/${decision}`, decided, tokens.preparer);
    await program.ask('POST', `${path}/${decision}`, decided, tokens.approver);
    note(await register(body));
  }
  await breakBankDetails(program, tokens.preparer);
  for (const path of ['/api/approvals', '/api/history', '/api/history.csv'])
    await program.ask('GET', path, undefined, tokens.boss);
  for (const outcome of ['accepted', 'rejected', 'unknown', 'awaiting-approval'])
    if (!seen.has(outcome)) throw new Error(`nothing became ${outcome}, only ${[...seen].join(', ')}`);
}

/** Account numbers in bodies that are refused, in addresses, and in what is no JSON. */
async function breakBankDetails(program: ProxyProgram, token: string): Promise<void> {
  const ask = (body: unknown) => program.ask('POST', '/api/registrations', body, token);
  const [item] = aRegistration().registration.items;
  const wrong = nextAccount();
  await ask(JSON.stringify(aRegistration()).slice(0, -2));
  await ask({ ...aRegistration(), source: { workbook: wrong.repeat(40), sheet: wrong } });
  await ask({ registration: { kind: 'payment-instructions', entity: wrong, items: [item] }, source });
  await ask({ registration: { kind: wrong, entity: entityId(9), items: [item] }, source });
  for (const member of Object.keys(item ?? {})) {
    const changed = { ...item, [member]: wrong.repeat(30) };
    await ask({
      registration: { kind: 'payment-instructions', entity: entityId(9), items: [changed] },
      source,
    });
  }
  await ask({
    registration: {
      kind: 'payment-instructions',
      entity: entityId(9),
      items: [{ ...item, [wrong]: wrong, type: wrong }],
    },
    source,
  });
  await ask({ ...aRegistration('ent_nobodyhere') });
  await program.ask('POST', `/api/registrations/${wrong}/link`, { id: wrong }, token);
  await program.ask('GET', `/api/registrations?account=${encodeURIComponent(wrong)}`, undefined, token);
  await program.ask('POST', '/api/registrations', wrong, token);
}
