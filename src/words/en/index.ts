import { connection } from './connection.ts';
import { help } from './help.ts';
import { lists } from './lists.ts';
import { oversight } from './oversight.ts';
import { problemTexts } from './problems.ts';
import { registering } from './registering.ts';
import { registrationProblems } from './registration-problems.ts';
import { sheetSays } from './sheet-says.ts';
import { strings } from './strings.ts';

/** The language that the others follow, without what `../rules.ts` loads apart: see `language.ts`. */
export const english = {
  strings,
  connection,
  lists,
  oversight,
  registering,
  registrationProblems,
  problemTexts,
  help,
  sheetSays,
};
