import { endingOf } from '../../contract/index.ts';
import { titleOf, type RegistrationRow, type UnplacedRegistration } from '../../domain/index.ts';
import { lists } from '../../words/index.ts';
import type { RegistrationResults } from './phase.ts';

/** Every id that a run brought, header first. Of account numbers the end alone. */
export function resultLines({ outcomes }: Pick<RegistrationResults, 'outcomes'>): string[][] {
  const lines = outcomes.flatMap(({ registration, outcome }) =>
    registration.rows.flatMap((row, index) => {
      const one = outcome?.[index] ?? null;
      return one?.outcome === 'accepted' ? [[...whoseOf(row), one.id]] : [];
    }),
  );
  return [lists.registrations, ...lines];
}

export function unplacedLines(unplaced: readonly UnplacedRegistration[]): string[][] {
  return [
    lists.registrations,
    ...unplaced.map(({ title, entity, accountEnding, id }) => [
      title,
      entity ?? '',
      shownEnding(accountEnding),
      id,
    ]),
  ];
}

function whoseOf({ content }: RegistrationRow): string[] {
  const isInstructions = content.kind === 'payment-instructions';
  return [titleOf(content), isInstructions ? content.entity : '', shownEnding(endOfAccount(content))];
}

/** The end of a row's account number; null where it has none. */
export function endOfAccount(content: RegistrationRow['content']): string | null {
  if (content.kind !== 'payment-instructions' || content.item.accountNumber === null) return null;
  const { accountNumber } = content.item;
  // Once it was masked, the mask is all there is of it.
  return accountNumber.startsWith('••••') ? accountNumber.slice(4) : endingOf(accountNumber);
}

export function shownEnding(ending: string | null): string {
  return ending === null ? '' : `••••${ending}`;
}
