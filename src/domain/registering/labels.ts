/** What people write for the types that Nova knows. Only what can mean one of them alone is taken. */
import {
  entityTypes,
  instructionsTypes,
  type EntityType,
  type InstructionsType,
} from '../../contract/index.ts';
import { normalizeHeader } from '../header-text.ts';

const instructionsLabels: Readonly<Record<InstructionsType, readonly string[]>> = {
  ach: ['ach credit', 'ach transfer', 'ach payment', 'us ach', 'direct deposit'],
  domestic_wire: [
    'wire domestic',
    'domestic',
    'domestic wire transfer',
    'us wire',
    'us domestic wire',
    'wire us',
    'fedwire',
    'fed wire',
  ],
  international_wire: [
    'wire international',
    'international',
    'international wire transfer',
    'intl wire',
    'wire intl',
    'foreign wire',
    'swift',
    'swift wire',
    'cross border wire',
  ],
};

const entityLabels: Readonly<Record<EntityType, readonly string[]>> = {
  individual: ['natural person', 'person', 'individual person', 'individual investor'],
  individual_retirement_plan: [
    'ira',
    'roth ira',
    'traditional ira',
    'sep ira',
    'individual retirement account',
    'individual retirement arrangement',
    'self directed ira',
  ],
  corporation: ['corp', 'inc', 'c corp', 'c corporation', 's corp', 's corporation', 'incorporated'],
  llc: ['limited liability company', 'l l c'],
  partnership: [
    'lp',
    'l p',
    'limited partnership',
    'general partnership',
    'gp',
    'llp',
    'limited liability partnership',
  ],
  trust: ['revocable trust', 'irrevocable trust', 'living trust', 'family trust', 'grantor trust'],
  joint_tenants_ros: [
    'jtwros',
    'jtros',
    'joint tenants with right of survivorship',
    'joint tenants with rights of survivorship',
    'joint tenants right of survivorship',
    'joint tenants w ros',
  ],
  tenants_in_common: ['tic', 'tenancy in common', 'tenant in common'],
  community_property: [],
  registered_investment_company: ['ric', 'mutual fund', 'regulated investment company'],
  foundation: ['private foundation'],
  charitable_remainder_trust: ['crt', 'crut', 'crat', 'charitable remainder unitrust'],
  endowment: ['endowment fund'],
  employee_benefit_plan: ['pension plan', 'erisa plan', '401k', '401 k', '401k plan', '401 k plan'],
  keogh_plan: ['keogh'],
  other_entity: ['other'],
};

function byLabel<T extends string>(
  types: readonly T[],
  labels: Readonly<Record<T, readonly string[]>>,
): ReadonlyMap<string, T> {
  return new Map(
    types.flatMap((type) => [normalizeHeader(type), ...labels[type]].map((label) => [label, type] as const)),
  );
}

const instructionsByLabel = byLabel(instructionsTypes, instructionsLabels);
const entityByLabel = byLabel(entityTypes, entityLabels);

/** Case, punctuation and what stands around the words carry no meaning; null for anything that could mean two types. */
export function instructionsTypeOf(text: string): InstructionsType | null {
  return instructionsByLabel.get(normalizeHeader(text)) ?? null;
}

export function entityTypeOf(text: string): EntityType | null {
  return entityByLabel.get(normalizeHeader(text)) ?? null;
}
