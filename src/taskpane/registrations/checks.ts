import {
  registrationKindSchema,
  type RegistrationKind,
  type RegistrationOutcome,
} from '../../contract/index.ts';
import {
  checkRegistrationInSlices,
  followRegistration,
  formKindOf,
  mappingOf,
  recogniseForm,
  registrationEvidence,
  registrationForm,
  suggestRegistration,
  type CheckSettings,
  type RegistrationCheck,
  type RegistrationMapping,
  type SheetTable,
} from '../../domain/index.ts';
import type { Desk } from '../desk.ts';
import { readOptions, rereadAs, settingsOf } from '../flows/reread.ts';
import type { Checks, CheckWatch } from '../rules.ts';
import { runInSlices, slices } from '../slices.ts';
import { knownEntities } from './entities.ts';
import type { RegistrationJob, RegistrationReading } from './phase.ts';

/** Tables whose headers do not tell are taken for bank details, the most frequent; the person can say otherwise. */
const usualKind: RegistrationKind = 'payment-instructions';

export const registrationChecks: Checks<RegistrationJob> = {
  async selection(desk, watch = {}) {
    const table = await desk.excel.readSelectedTable({ ...readOptions(watch), form: 'recognise' });
    const { kind, isRecognised } = kindOf(table);
    const right =
      formKindOf(table.reference) === kind
        ? table
        : await desk.excel.readSelectedTable({ ...readOptions(watch), form: kind });
    return checkFresh(desk, right, kind, isRecognised, watch);
  },
  async candidate(desk, candidate, watch = {}) {
    const table = await desk.excel.readCandidate(candidate, { ...readOptions(watch), form: 'recognise' });
    const { kind, isRecognised } = kindOf(table);
    const right =
      formKindOf(table.reference) === kind
        ? table
        : await desk.excel.readCandidate(candidate, { ...readOptions(watch), form: kind });
    return checkFresh(desk, right, kind, isRecognised, watch);
  },
  async again(desk, before, watch = {}) {
    return checkRead(desk, { ...before, ...(await rereadSame(desk, before, watch)) }, watch);
  },
  async known(desk, known, watch = {}) {
    const table = await desk.excel.rereadTable(known.reference, readOptions(watch));
    const { kind, isRecognised } = kindOf(table);
    const mapping = followRegistration(kind, known.mapping, known.header, table.header, table);
    const settings = await settingsOf(desk);
    return checkRead(desk, { table, mapping, settings, kind, isRecognised, entities: {} }, watch);
  },
  async remapped(desk, before, mapping, watch = {}) {
    const form = registrationForm(before.kind);
    await desk.excel.saveMappingFor(form, before.table.reference, mappingOf(form, mapping));
    return checkRead(desk, { ...before, mapping }, watch);
  },
  under: (desk, before, change, watch = {}) => checkRead(desk, { ...before, ...change }, watch),
};

/** The same table taken for something else. */
export async function checkAs(
  desk: Desk,
  { table }: Pick<RegistrationReading, 'table'>,
  kind: RegistrationKind,
  watch: CheckWatch = {},
): Promise<RegistrationReading> {
  const fresh = await desk.excel.rereadTable(table.reference, { ...readOptions(watch), form: kind });
  return checkFresh(desk, fresh, kind, true, watch);
}

/** What a table is for, as its reference or its header says. */
function kindOf(table: SheetTable): { kind: RegistrationKind; isRecognised: boolean } {
  const said = registrationKindSchema.safeParse(formKindOf(table.reference));
  if (said.success) return { kind: said.data, isRecognised: recogniseForm(table.header) === said.data };
  return { kind: usualKind, isRecognised: false };
}

async function checkFresh(
  desk: Desk,
  table: SheetTable,
  kind: RegistrationKind,
  isRecognised: boolean,
  watch: CheckWatch,
): Promise<RegistrationReading> {
  const form = registrationForm(kind);
  const chosen = await desk.excel.loadMappingFor(form, table.reference, table.header);
  const mapping = chosen ?? suggestRegistration(kind, table.header, table);
  const settings = await settingsOf(desk);
  return checkRead(desk, { table, mapping, settings, kind, isRecognised, entities: {} }, watch);
}

type Subject = Pick<
  RegistrationReading,
  'table' | 'mapping' | 'settings' | 'kind' | 'isRecognised' | 'entities'
>;

/** The table once more, narrowed to the same rows, with the mapping at today's columns. */
export function rereadSame(
  desk: Desk,
  { table, mapping, kind }: Pick<RegistrationReading, 'table' | 'mapping' | 'kind'>,
  watch: CheckWatch = {},
): Promise<{ table: SheetTable; mapping: RegistrationMapping; settings: CheckSettings }> {
  const form = registrationForm(kind);
  return rereadAs(desk, form, { table, mapping: mappingOf(form, mapping) }, watch);
}

/** Runs the rules without ever holding up the browser for long. */
export function judge(
  { table, mapping, settings, kind }: Pick<Subject, 'table' | 'mapping' | 'settings' | 'kind'>,
  { isCurrent, onProgress }: CheckWatch = {},
): Promise<RegistrationCheck> {
  const total = table.values.length;
  const onRows = (done: number) => onProgress?.({ stage: 'checking', done, total });
  const steps = checkRegistrationInSlices(table, mapping, kind, settings, { ...slices, onRows });
  return runInSlices(steps, isCurrent);
}

async function checkRead(
  desk: Desk,
  { table, mapping, settings, kind, isRecognised, entities }: Subject,
  watch: CheckWatch,
): Promise<RegistrationReading> {
  const check = await judge({ table, mapping, settings, kind }, watch);
  return {
    ...{ table, mapping, settings, kind, isRecognised, check, tieOut: null },
    evidence: registrationEvidence(kind, table),
    earlier: await lookUp(desk, check),
    entities: await knownEntities(desk, check, entities, watch),
  };
}

/** What the ledger knows of each planned item; asked only when there is a plan. */
export async function lookUp(
  desk: Desk,
  { plan }: Pick<RegistrationCheck, 'plan'>,
): Promise<(RegistrationOutcome | null)[][]> {
  if (plan === null || plan.groups.length === 0) return [];
  return desk.proxy.lookUpRegistrations(plan.groups.map(({ registration }) => registration));
}
