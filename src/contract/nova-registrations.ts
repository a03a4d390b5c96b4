/** Nova's wire for payment instructions, entities and contacts. Unknown members are ignored. */
import { z } from 'zod';
import { contactIdSchema, entityIdSchema, instructionsIdSchema } from './ids.ts';

export const instructionsTypes = ['ach', 'domestic_wire', 'international_wire'] as const;
export const instructionsTypeSchema = z.enum(instructionsTypes);
export type InstructionsType = z.infer<typeof instructionsTypeSchema>;

export const entityTypes = [
  'individual',
  'individual_retirement_plan',
  'corporation',
  'llc',
  'partnership',
  'trust',
  'joint_tenants_ros',
  'tenants_in_common',
  'community_property',
  'registered_investment_company',
  'foundation',
  'charitable_remainder_trust',
  'endowment',
  'employee_benefit_plan',
  'keogh_plan',
  'other_entity',
] as const;
export const entityTypeSchema = z.enum(entityTypes);
export type EntityType = z.infer<typeof entityTypeSchema>;

/** Street, city and country are required of an address that is given at all. */
export const addressSchema = z.object({
  street1: z.string().min(1).max(255),
  street2: z.string().min(1).max(255).nullable(),
  city: z.string().min(1).max(255),
  state: z.string().min(1).max(64).nullable(),
  postalCode: z.string().min(1).max(32).nullable(),
  /** ISO 3166-1 alpha-2. */
  countryCode: z.string().length(2),
});
export type Address = z.infer<typeof addressSchema>;

/** An object where an older document of Nova's nests it, or its id; both are read as the id. */
const instructionsIdOrObject = z.preprocess(
  (value) => (typeof value === 'object' && value !== null && 'id' in value ? value.id : value),
  instructionsIdSchema,
);

const listOf = <T extends z.ZodType>(item: T) => z.object({ data: z.array(item), has_more: z.boolean() });

/** The answer to `POST /v1/payment_instructions`. Which id is whose within one entity is not promised. */
export const novaInstructionsListSchema = listOf(
  z.object({
    livemode: z.boolean(),
    entity: z.preprocess(
      (value) => (typeof value === 'object' && value !== null && 'id' in value ? value.id : value),
      entityIdSchema,
    ),
    payment_instructions: listOf(instructionsIdOrObject),
  }),
);

export const novaEntitySchema = z.object({
  id: entityIdSchema,
  livemode: z.boolean().optional(),
  name: z.string(),
  type: z.string(),
  external_reference: z.string().nullish(),
  external_type: z.string().nullish(),
  /** Ids, or a list of them; missing where an answer does not say. */
  payment_instructions: z
    .union([z.array(instructionsIdOrObject), listOf(instructionsIdOrObject).transform(({ data }) => data)])
    .nullish(),
});
export type NovaEntity = z.infer<typeof novaEntitySchema>;
export const novaEntityListSchema = listOf(novaEntitySchema);

export const novaContactSchema = z.object({
  id: contactIdSchema,
  livemode: z.boolean().optional(),
  name: z.string(),
  email: z.string(),
  external_reference: z.string().nullish(),
});
export type NovaContact = z.infer<typeof novaContactSchema>;
export const novaContactListSchema = listOf(novaContactSchema);
