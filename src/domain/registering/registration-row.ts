import type {
  ContactRequest,
  EntityId,
  EntityRequest,
  PaymentInstructionsRequest,
} from '../../contract/index.ts';
import type { InstructionsField } from './fields.ts';

/** What a row says, ready to be sent. `item` of payment instructions holds the account number: it is never shown nor kept. */
export type RowContent =
  | {
      kind: 'payment-instructions';
      entity: EntityId;
      /** What the sheet calls the entity: not sent. */
      entityName: string | null;
      item: PaymentInstructionsRequest;
      /** What the type needs to be payable and the table has no column for. */
      missingColumns: readonly InstructionsField[];
    }
  | { kind: 'entity'; item: EntityRequest }
  | { kind: 'contact'; item: ContactRequest };

/** A sheet line that passed every check of its own cells. */
export interface RegistrationRow {
  /** Index into `SheetTable.values`. */
  index: number;
  /** 0-based row of the sheet when it was read. */
  rowIndex: number;
  hidden: boolean;
  content: RowContent;
  /** The id that stands beside it; null while it was never registered. */
  registeredId: string | null;
}

/** What lists call a row. Holds nothing of the account. */
export function titleOf(content: RowContent): string {
  if (content.kind !== 'payment-instructions') return content.item.name;
  return content.entityName ?? content.item.beneficiaryName ?? content.entity;
}
