import { english } from '../en/index.ts';
import type { Words } from '../language.ts';
import { connection } from './connection.ts';
import { help } from './help.ts';
import { lists } from './lists.ts';
import { oversight } from './oversight.ts';
import { problemTexts } from './problems.ts';
import { registering } from './registering.ts';
import { registrationProblems } from './registration-problems.ts';
import { rules } from './rules.ts';
import { sheetSays } from './sheet-says.ts';
import { strings } from './strings.ts';

export const french: Words = {
  ...english,
  connection,
  help,
  lists,
  oversight,
  problemTexts,
  registering,
  registrationProblems,
  rules,
  sheetSays,
  strings,
};
