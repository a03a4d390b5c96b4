import { distributionRequestSchema } from '../../contract/index.ts';
import type { DistributionRequest, StageRequest } from '../../contract/index.ts';
import { sandboxSeed } from '../../sandbox/seed.ts';
import type { Random } from './random.ts';

/** A distribution that somebody will confirm: what all its copies in all workbooks have in common. */
export interface Content {
  index: number;
  /** Its name, by which records and ledger rows are found again; no other content has it. */
  name: string;
  request: DistributionRequest;
  /** An entity that Nova does not know (yet), so that the distribution is refused until somebody adds it. */
  missingEntity: string | null;
}

/** One table row group in one workbook, as one user submits it. Copies of a content differ in the order of payments. */
export interface Task {
  content: Content;
  userName: string;
  source: StageRequest['source'];
  request: DistributionRequest;
}

export interface World {
  contents: Content[];
  /** Whoever submits, and whoever decides as a second person. */
  userNames: string[];
  /** In the order in which they are taken up; what stands side by side is submitted side by side. */
  tasks: Task[];
}

/**
 * Draws workbooks with tables of distributions. Some workbooks are copied, so that other users submit the same contents
 * from other files, at the same time or later, sorted otherwise.
 */
export function buildWorld(random: Random, entryCount: number): World {
  const userNames = Array.from(
    { length: entryCount < 1_000 ? 8 : 20 },
    (_, index) => `Preparer ${String(index + 1).padStart(2, '0')}`,
  );
  const contents = Array.from({ length: entryCount }, (_, index) => drawContent(random, index));
  const tasks: Task[] = [];
  const later: { at: number; task: Task }[] = [];
  for (let start = 0, workbook = 1; start < contents.length; workbook += 1) {
    const table = contents.slice(start, start + random.whole(1, 12));
    start += table.length;
    const userName = random.pick(userNames);
    for (const content of table) {
      const place = { content, userName, workbook: `Payouts ${workbook}.xlsx` };
      tasks.push(asTask(place, content.request));
      const copies = random.pickWeighted({ none: 70, one: 20, several: 10 });
      const copyCount = copies === 'none' ? 0 : copies === 'one' ? 1 : random.whole(2, 4);
      for (let copy = 1; copy <= copyCount; copy += 1) {
        const task = asTask(
          {
            content,
            userName: random.pick(userNames),
            workbook: `Payouts ${workbook} (${copy}).xlsx`,
          },
          { ...content.request, payments: random.shuffled(content.request.payments) },
        );
        if (random.chance(0.6)) tasks.push(task);
        else later.push({ at: tasks.length + random.whole(1, 400), task });
      }
    }
  }
  for (const { at, task } of later.reverse()) tasks.splice(at, 0, task);
  return { contents, userNames, tasks };
}

function asTask(
  place: { content: Content; userName: string; workbook: string },
  request: DistributionRequest,
): Task {
  const { content, userName, workbook } = place;
  return { content, userName, source: { workbook, sheet: 'Payouts' }, request };
}

function drawContent(random: Random, index: number): Content {
  const name = `Distribution ${String(index + 1).padStart(6, '0')}`;
  const missingEntity = random.chance(0.02) ? `ent_Late${String(index).padStart(20, '0')}` : null;
  const size = random.pickWeighted({ one: 25, few: 60, many: 14, pages: 1 });
  const paymentCount =
    size === 'one'
      ? 1
      : size === 'few'
        ? random.whole(2, 6)
        : size === 'many'
          ? random.whole(7, 30)
          : random.whole(101, 220);
  const payments = Array.from({ length: paymentCount }, (_, position) => ({
    entity: position === 0 && missingEntity !== null ? missingEntity : random.pick(sandboxSeed.entities).id,
    // Few different amounts, so that payments which say the same are met.
    amountCents: random.whole(1, 9) * 100_00,
    currency: 'USD',
    contacts: random.chance(0.2) ? [] : [random.pick(sandboxSeed.contacts).id],
    dateOverride: random.chance(0.1) ? '2027-10-15' : null,
  }));
  const request = distributionRequestSchema.parse({
    name,
    vehicle: random.pick(sandboxSeed.vehicles).id,
    distributionDate: random.pick(['2027-09-30', '2027-10-14']),
    externalReference: random.chance(0.5) ? `REF-${index + 1}` : null,
    payments,
  });
  return { index, name, request, missingEntity };
}
