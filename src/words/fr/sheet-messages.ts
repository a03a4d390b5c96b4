/** The French of `../en/sheet-messages.ts`. */
import { cellWords } from '../cell-words.ts';
import type { Words } from '../language.ts';
import { quoted } from './quoted.ts';

const orEmpty = (value: string) => (value === '' ? 'vide' : value);

export const sheet: Words['problemTexts']['sheet'] = {
  notStaged: (reason) => `Pas préparé\u00a0: ${reason}`,
  outcomeUnknown: (reason) => `Résultat pas encore connu\u00a0: ${reason}`,
  notRefreshed: (reason) => `Pas actualisé\u00a0: ${reason}`,
  notGiven:
    'La réponse de Nova ne contient aucun paiement pour cette ligne\u202f; regardez la distribution dans Nova.',
  notListed: `${cellWords.notListed.fr}\u202f; regardez la distribution dans Nova.`,
  stagedFrom: (workbook, sheetName, time, who) =>
    `${cellWords.stagedFrom.fr} ${workbook}, feuille ${sheetName}, le ${time} UTC par ${who}.`,
  registeredFrom: (workbook, sheetName, time, who) =>
    `Enregistré depuis ${workbook}, feuille ${sheetName}, le ${time} UTC par ${who}.`,
  changed: (changes) =>
    `${cellWords.drift.fr} ${changes.map(({ label, staged, now }) => `${label} était ${orEmpty(staged)}, est ${orEmpty(now)}`).join('\u202f; ')}.`,
  quoted,
  changedCell: ({ label, staged, now }, id) =>
    `${quoted(label)} a été préparé dans ${id} avec la valeur ${orEmpty(staged)}\u202f; la cellule indique maintenant ${orEmpty(now)}. Nova garde ce qui a été préparé. Rétablissez la cellule, ou annulez la distribution dans Nova et préparez-la à nouveau.`,
  rowGone: (row) =>
    `Ce qui était à la ligne ${row} a été supprimé ou modifié, ou la ligne porte maintenant d’autres identifiants.`,
};
