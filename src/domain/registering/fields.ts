/** The fields of a row of payment instructions, in the order in which the pane lists them. */
export const instructionsFields = [
  'entity',
  'entityName',
  'instructionsType',
  'beneficiaryName',
  'accountNumber',
  'routingNumber',
  'swiftCode',
  'bankName',
  'branchCode',
  'street1',
  'street2',
  'city',
  'state',
  'postalCode',
  'countryCode',
  'intermediaryName',
  'intermediarySwiftCode',
  'instructionsLine1',
  'instructionsLine2',
  'instructionsLine3',
  'externalReference',
] as const;
export type InstructionsField = (typeof instructionsFields)[number];

export const entityFields = ['name', 'entityType', 'externalReference', 'externalType'] as const;
export type EntityField = (typeof entityFields)[number];

export const contactFields = ['name', 'email', 'externalReference'] as const;
export type ContactField = (typeof contactFields)[number];

export type RegistrationField = InstructionsField | EntityField | ContactField;
