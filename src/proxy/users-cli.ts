/**
 * `npm run users -- add NAME --role ROLE [--role ROLE] [--live] | list | code NAME | disable NAME | enable NAME |
 * revoke NAME`, on the ledger that `DATA_DIR` or `DATABASE_URL` names, also while proxies run on it. Ends with 1 and a
 * sentence when something is wrong.
 */
import { parseArgs } from 'node:util';
import { roleSchema } from '../contract/index.ts';
import { ledgerPlace } from './config-secrets.ts';
import { ConfigError } from './errors.ts';
import { SignInCodes } from './sign-in/codes.ts';
import { userDirectory } from './sign-in/user-directory.ts';
import type { User, Users } from './sign-in/users.ts';

const usage = `Usage: npm run users -- COMMAND
  add NAME --role ROLE   somebody new; ROLE is ${roleSchema.options.join(', ')}, several times for several
           --live        and may do more than look in live mode
  list                   everybody, with their roles
  code NAME              a one-time sign-in code
  disable NAME           ends their tokens and lets them in no more (remove NAME does the same: no name is given twice)
  enable NAME            lets them in again
  revoke NAME            ends their tokens; they may sign in again`;

const codeMinutes = 15;

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      role: { type: 'string', multiple: true, default: [] },
      live: { type: 'boolean', default: false },
    },
  });
  const [command, ...words] = positionals;
  const name = words.join(' ');
  if (command === undefined || (name === '') !== (command === 'list')) throw new ConfigError([usage]);
  await userDirectory(ledgerPlace(process.env), async (users, database, clock) => {
    switch (command) {
      case 'add':
        await users.add({ name, roles: values.role.map(readRole), live: values.live });
        return print(`${name} may sign in: npm run users -- code ${JSON.stringify(name)}`);
      case 'list':
        return list(users);
      case 'code': {
        const code = await new SignInCodes(database, users, codeMinutes, clock).issue(name);
        return print(`Sign-in code for ${name}: ${code} (for one sign-in within ${codeMinutes} minutes)`);
      }
      case 'disable':
      case 'remove':
        await users.setDisabled(name, true);
        return print(`${name} is disabled, and all tokens of theirs have ended.`);
      case 'enable':
        await users.setDisabled(name, false);
        return print(`${name} may sign in again.`);
      case 'revoke':
        await users.revoke(name);
        return print(`All tokens of ${name} have ended.`);
      default:
        throw new ConfigError([usage]);
    }
  });
}

function readRole(text: string) {
  const role = roleSchema.safeParse(text);
  if (!role.success)
    throw new ConfigError([`There is no role ${text}: choose ${roleSchema.options.join(', ')}.`]);
  return role.data;
}

async function list(users: Users): Promise<void> {
  const everybody = await users.list();
  if (everybody.length === 0) print('Nobody yet: npm run users -- add NAME --role preparer');
  for (const user of everybody) print(`${user.name}: ${describe(user)}`);
}

function describe(user: User): string {
  const roles = user.isEntra ? ['by Entra ID'] : [...user.roles, ...(user.live ? ['live'] : [])];
  return [...roles, ...(user.isDisabled ? ['disabled'] : [])].join(', ');
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

try {
  await main();
} catch (error) {
  const isUsage =
    error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  if (!(error instanceof ConfigError) && !isUsage) throw error;
  process.stderr.write(`${error instanceof ConfigError ? error.problems.join('\n') : usage}\n`);
  process.exitCode = 1;
}
