import { z } from 'zod';

/**
 * Nova's identifiers: a prefix that names the kind, an underscore, letters and digits.
 * Source: the patterns of the Nova reference, for example `^veh_[A-Za-z0-9]+$` (Create distributions, "vehicle").
 */
export const idPrefixes = ['veh', 'ent', 'cnt', 'dst', 'dpmt', 'dntf', 'pmi', 'org'] as const;
export type IdPrefix = (typeof idPrefixes)[number];

const idOf = <P extends IdPrefix>(prefix: P) =>
  z
    .string()
    .regex(new RegExp(`^${prefix}_[A-Za-z0-9]+$`), `must look like ${prefix}_ followed by letters and digits`)
    .brand<P>();

export const vehicleIdSchema = idOf('veh');
export const entityIdSchema = idOf('ent');
export const contactIdSchema = idOf('cnt');
export const distributionIdSchema = idOf('dst');
export const paymentIdSchema = idOf('dpmt');
export const instructionsIdSchema = idOf('pmi');
export const organizationIdSchema = idOf('org');

export type VehicleId = z.infer<typeof vehicleIdSchema>;
export type EntityId = z.infer<typeof entityIdSchema>;
export type ContactId = z.infer<typeof contactIdSchema>;
export type DistributionId = z.infer<typeof distributionIdSchema>;
export type PaymentId = z.infer<typeof paymentIdSchema>;
export type InstructionsId = z.infer<typeof instructionsIdSchema>;
export type OrganizationId = z.infer<typeof organizationIdSchema>;
