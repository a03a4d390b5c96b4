export type * from './sheet-table.ts';
export type * from './source.ts';
export type * from './check-settings.ts';
export * from './fields.ts';
export * from './table-form.ts';
export { payoutForm } from './payout-form.ts';
export {
  formKindOf,
  formOfKind,
  namedFieldCount,
  recogniseForm,
  registrationForm,
  resultsOf,
} from './table-forms.ts';
export { contactFields, entityFields, instructionsFields } from './registering/fields.ts';
export type {
  ContactField,
  EntityField,
  InstructionsField,
  RegistrationField,
} from './registering/fields.ts';
export { contactForm } from './registering/contact-form.ts';
export { entityForm } from './registering/entity-form.ts';
export { instructionsForm } from './registering/instructions-form.ts';
export { checkRegistration, checkRegistrationInSlices } from './registering/check-registration.ts';
export {
  followRegistration,
  mappingOf,
  registrationEvidence,
  suggestRegistration,
  type RegistrationMapping,
} from './registering/mapping.ts';
export { sameRegistrationPlan } from './registering/plan-registration.ts';
export { planRegistrationWriteBack } from './registering/plan-registration-write-back.ts';
export type * from './registering/plan.ts';
export { titleOf, type RegistrationRow, type RowContent } from './registering/registration-row.ts';
export type * from './correction.ts';
export type * from './problem.ts';
export type * from './payout-row.ts';
export type * from './plan.ts';
export type * from './write-back-plan.ts';
export * from './problem-codes.ts';
export { registrationCodes } from './registering/problem-codes.ts';
export { cellAddress, cellPosition, columnLetters } from './cell-address.ts';
export { toSerial } from './serial-dates.ts';
export { findResultColumns } from './header-match.ts';
export {
  suggestFor,
  suggestMapping,
  evidenceFor,
  fieldSamples,
  mappingEvidence,
  type MappingEvidence,
  type MappingReason,
} from './suggest-mapping.ts';
export { forEachPaced, paceOf, type Pace, type Steps } from './steps.ts';
export { followColumns, followFor } from './follow-columns.ts';
export * from './read-result.ts';
export { readAmount, type AmountReading } from './check-amount.ts';
export { readTable } from './read-table.ts';
export { validateRows, type InvalidRow, type ValidatedRows } from './validate-rows.ts';
export { groupPayments, type GroupedPayments } from './group-payments.ts';
export { planSubmission } from './plan-submission.ts';
export { samePlan, samePlanInSlices } from './same-plan.ts';
export { checkTable, checkTableInSlices } from './check-table.ts';
export {
  checkPayeesInSlices,
  payeesToAsk,
  withPayees,
  type PayeeIds,
  type PayeeKnowledge,
} from './check-payees.ts';
export { parseControlTotal } from './control-total.ts';
export { planWriteBack, type CheckedAt } from './plan-write-back.ts';
export {
  planRefresh,
  planRefreshWriteBack,
  type RefreshOptions,
  type RefreshPlan,
  type RefreshWriteBack,
  type StatusChange,
} from './plan-refresh.ts';
export { stagedDistributionIds, stagedRows, type StagedRow } from './staged-rows.ts';
export { findDrift, type Difference, type RowDrift } from './find-drift.ts';
export { restoreParts, wholeWithoutIds } from './plan-restore.ts';
export { originMessage } from './origin-message.ts';
export { asReadBack, harmlessLink, harmlessText } from './harmless-text.ts';
export * from './bank/check-routing-number.ts';
export * from './bank/check-iban.ts';
export * from './bank/check-bic.ts';
export { bicAgreesWithIban } from './bank/bic-agrees-with-iban.ts';
export * from './bank/check-account-number.ts';
export * from './bank/check-address.ts';
export { compareNames, type NameComparison } from './bank/compare-names.ts';
export { countryCodes, usesIban } from './bank/countries.ts';
