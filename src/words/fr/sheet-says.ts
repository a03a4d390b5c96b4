/** See `../en/sheet-says.ts`. */
import { formatAlternatives, formatCount, formatList } from '../format.ts';
import type { Words } from '../language.ts';
import { plural } from './plural.ts';

function some(names: readonly string[], list: (names: readonly string[]) => string): string {
  const rest = names.length - 3;
  const more = rest === 1 ? '1 autre' : `${formatCount(rest)} autres`;
  return list(rest > 0 ? [...names.slice(0, 3), more] : names);
}
const oneOf = (names: readonly string[]) => some(names, formatAlternatives);
const allOf = (names: readonly string[]) => some(names, formatList);

export const sheetSays: Words['sheetSays'] = {
  noAnswer: (seconds) =>
    `Excel ne répond pas depuis ${plural(seconds, 'seconde', 'secondes')}. Attendez qu’il réagisse, puis réessayez.`,
  editing:
    'Une cellule est en cours de modification. Appuyez sur Entrée ou Échap dans la feuille, puis réessayez.',
  isProtected:
    'La feuille est protégée ou en lecture seule, rien ne peut donc y être inscrit. Ôtez la protection, puis réessayez.',
  tableGone: (sheet) =>
    `Le tableau de la feuille «\u00a0${sheet}\u00a0» est introuvable. Sélectionnez le tableau des versements et contrôlez-le de nouveau.`,
  checkedSheetGone: 'La feuille contrôlée n’est plus dans ce classeur. Contrôlez le tableau de nouveau.',
  changed: 'La feuille a changé entre-temps, rien n’y a donc été inscrit. Réessayez.',
  noRoom: (needed, free) =>
    `Les résultats demandent ${plural(needed, 'colonne vide', 'colonnes vides')} à droite du tableau, et il y en a ${formatCount(free)}. Insérez-y des colonnes vides, puis réessayez.`,
  nameTaken: (header) =>
    `La colonne «\u00a0${header}\u00a0» contient des données ou des formules à vous, là où iraient les résultats de ce nom. Renommez-la, puis réessayez.`,
  noTable:
    'Il n’y a pas de tableau à l’endroit sélectionné. Sélectionnez une cellule du tableau des versements, puis réessayez.',
  severalTables: (names) =>
    `La sélection touche plusieurs tableaux\u00a0: ${formatList(names.map((name) => `«\u00a0${name}\u00a0»`))}. Sélectionnez une cellule de celui qu’il faut contrôler, puis réessayez.`,
  noCells:
    'La sélection n’est pas une plage de cellules. Sélectionnez une cellule du tableau des versements, puis réessayez.',
  noHeaderRow: (table) =>
    `Le tableau «\u00a0${table}\u00a0» n’affiche pas sa ligne d’en-tête. Activez-la (Création de tableau, Ligne d’en-tête), puis réessayez.`,
  tooManyResults:
    'Ce classeur contient mille feuilles de résultats. Supprimez-en quelques-unes, puis réessayez.',
  refused: (message, code) => `Refus d’Excel\u00a0: ${message} (${code})`,
  openInNova: 'Ouvrir dans Nova',

  taken: {
    blankColumn: (column) =>
      `La colonne ${column} est vide\u202f; les colonnes de part et d’autre ont été prises.`,
    blankRow: (row) => `La ligne ${row} est vide\u202f; les lignes qui suivent ont été prises aussi.`,
    moreBelow: (last, below) =>
      `Le tableau a été lu jusqu’à la ligne ${last}, mais des cellules à partir de la ligne ${below} semblent pouvoir en faire partie.`,
    headerAgain: (row) =>
      `Le même en-tête revient à la ligne ${row}\u202f; les lignes qui suivent ont été laissées de côté.`,
    twoHeaderRows: (first, second) => `Les lignes ${first} et ${second} ont été lues ensemble comme en-tête.`,
    noHeader: (row) =>
      `Aucune ligne ne ressemble à un en-tête\u202f; la ligne ${row} en tient lieu et n’est pas payée.`,
    nameEnds: (name, row) =>
      `Le nom «\u00a0${name}\u00a0» s’arrête à la ligne ${row}, mais d’autres lignes sont remplies en dessous.`,
    names: (taken, others) =>
      `La sélection se trouve dans plusieurs plages nommées\u202f; «\u00a0${taken}\u00a0» a été prise, et non ${oneOf(others)}.`,
    outside: (taken, others) =>
      others.length === 0
        ? `La sélection est en dehors du tableau\u202f; ${taken} a été pris.`
        : `La sélection est en dehors de tout tableau\u202f; ${taken} a été pris, et non ${oneOf(others)}.`,
    partly: (taken, outside) =>
      `Une partie seulement de la sélection se trouve dans le tableau pris, ${taken}\u202f; en dehors\u00a0: ${allOf(outside)}.`,
    others: (taken, others) =>
      `La sélection contient plusieurs tableaux\u202f; ${taken} a été pris, et non ${oneOf(others)}.`,
  },
};
