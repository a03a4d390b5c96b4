import { z } from 'zod';

/** Where people of one tenant of Microsoft Entra ID sign in, and what a token must be made for. */
export interface EntraConfig {
  tenantId: string;
  /** The application that the pane signs in to. */
  clientId: string;
  /** What a token's `aud` must be. */
  audience: string;
  /** Without a slash at its end: `https://login.microsoftonline.com/{tenantId}`, or a national cloud's. */
  authority: string;
  /** What the pane asks a token for; the token's `scp` must hold its last part. */
  scope: string;
}

export type SignInConfig = { kind: 'codes' } | ({ kind: 'entra' } & EntraConfig);

const guid = (what: string) =>
  z
    .string()
    .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, `must be the ${what}, as Entra ID shows it`);

/** The variables that say how people sign in. */
export const signInVariables = {
  SIGN_IN: z
    .enum(['codes', 'entra'], { error: 'must be codes or entra' })
    .default('codes')
    .describe('how people sign in: with one-time codes, or with Microsoft Entra ID'),
  ENTRA_TENANT_ID: guid('tenant id').optional().describe('the tenant; required for `entra`'),
  ENTRA_CLIENT_ID: guid("application's client id")
    .optional()
    .describe('the application that the pane signs in to; required for `entra`'),
  ENTRA_AUDIENCE: z.string().optional().describe('what a token must be made for; the client id unless given'),
  ENTRA_SCOPE: z
    .string()
    .optional()
    .describe('what the pane asks a token for; `api://{client id}/access` unless given'),
};

type SignInVariables = z.infer<z.ZodObject<typeof signInVariables>>;

/** Adds a problem for each variable that the chosen way to sign in needs and that is missing. */
export function checkSignIn<T extends SignInVariables>(values: T, context: z.RefinementCtx<T>): void {
  if (values.SIGN_IN !== 'entra') return;
  for (const name of ['ENTRA_TENANT_ID', 'ENTRA_CLIENT_ID'] as const) {
    if (values[name] !== undefined) continue;
    const message = 'is missing: SIGN_IN=entra needs it';
    context.addIssue({ code: 'custom', path: [name], message });
  }
}

export function readSignIn(values: SignInVariables, authority: string | undefined): SignInConfig {
  const { ENTRA_TENANT_ID: tenantId, ENTRA_CLIENT_ID: clientId } = values;
  if (values.SIGN_IN === 'codes' || tenantId === undefined || clientId === undefined)
    return { kind: 'codes' };
  return {
    ...{ kind: 'entra', tenantId, clientId },
    audience: values.ENTRA_AUDIENCE ?? clientId,
    authority: authority ?? `https://login.microsoftonline.com/${tenantId}`,
    scope: values.ENTRA_SCOPE ?? `api://${clientId}/access`,
  };
}
