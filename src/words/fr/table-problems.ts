/** The French of `../en/table-problems.ts`. */
import { formatCount, formatDay, formatList, formatMoney } from '../format.ts';
import type { Words } from '../language.ts';
import { plural } from './plural.ts';
import { quoted } from './quoted.ts';

type Texts = Words['problemTexts'];

export const table: Texts['table'] = {
  noRows:
    'Aucune ligne sous l’en-tête ne contient de versement. Sélectionnez une cellule du tableau des versements.',
  nothingSelected:
    'La sélection ne touche aucun versement. Sélectionnez au moins une ligne d’une distribution.',
  columnMissing: (label) =>
    `Aucune colonne ne contient ${quoted(label)}. Choisissez la colonne, ou ajoutez-en une au tableau.`,
  columnTwice: (header, one, other) =>
    `La colonne ${quoted(header)} est choisie à la fois pour ${quoted(one)} et pour ${quoted(other)}. Choisissez une autre colonne pour l’un des deux.`,
  columnIsResult: (header, label) =>
    `La colonne ${quoted(header)} contient des résultats et ne peut pas être ${quoted(label)}. Choisissez une autre colonne.`,
  resultTwice: (name) =>
    `Deux colonnes s’appellent ${quoted(name)}. Renommez ou supprimez celle qui ne contient pas les résultats.`,
  resultNameTaken: (header) =>
    `Les résultats seraient écrits dans votre colonne ${quoted(header)}. Renommez cette colonne.`,
  resultSpelling: (header, name) =>
    `La colonne ${quoted(header)} doit s’appeler exactement ${quoted(name)}, pour que ses identifiants soient lus et écrits. Renommez-la.`,
  isProtected:
    'La feuille est protégée\u00a0: les résultats ne peuvent pas être écrits. Ôtez la protection\u00a0: Révision > Ôter la protection de la feuille.',
  noRoom: (needed, free) =>
    `Les résultats demandent ${plural(needed, 'colonne libre', 'colonnes libres')} à droite des données, et ${plural(free, 'est libre', 'sont libres')}. Insérez des colonnes à cet endroit, ou déplacez ce qui s’y trouve.`,
  tieOut: (rows, cell, currency, address, uncounted) => {
    const difference = formatMoney(Math.abs(rows - cell), currency);
    const missing =
      uncounted === 0
        ? ''
        : ` ${uncounted === 1 ? 'Une ligne qui a un problème n’est pas comptée' : `${formatCount(uncounted)} lignes qui ont des problèmes ne sont pas comptées`}.`;
    return `Les lignes donnent ${formatMoney(rows, currency)}, mais ${address} indique ${formatMoney(cell, currency)}\u00a0: ${difference} de ${rows > cell ? 'plus' : 'moins'} dans le tableau.${missing} Corrigez le tableau ou la cellule.`;
  },
};

const centsDifference: Texts['distributions']['centsDifference'] = (differenceCents, currency) =>
  `${formatMoney(Math.abs(differenceCents), currency)} de ${differenceCents > 0 ? 'plus' : 'moins'} dans les cellules`;

export const distributions: Texts['distributions'] = {
  partlyStaged: (open, all, distributionId) =>
    `${formatCount(open)} des ${formatCount(all)} lignes de cette distribution ${open === 1 ? 'n’est pas préparée' : 'ne sont pas préparées'}\u202f; les autres sont dans ${distributionId}. Une distribution préparée ne prend plus de paiements. Donnez aux nouvelles lignes un autre nom ou une autre référence externe, ou rétablissez les identifiants qui manquent.`,
  payeeTwice: (row, isSameAmount) =>
    `Cette entité est déjà payée à la ligne ${row} de la même distribution${isSameAmount ? ', du même montant' : ''}. Retirez l’une des deux, ou confirmez les deux.`,
  tooLarge: (payments, most) =>
    `La distribution a ${formatCount(payments)} paiements\u202f; une distribution en prend au plus ${formatCount(most)}. Divisez-la par le nom ou par la référence externe.`,
  currenciesMixed: (codes) =>
    `La distribution mélange ${formatList(codes)}. Divisez-la par le nom ou par la référence externe, ou confirmez-le.`,
  referenceOnTwo: (reference, row) =>
    `La référence externe ${quoted(reference)} figure déjà sur la distribution de la ligne ${row}. Donnez à chacune la sienne, ou confirmez-le.`,
  nameWithTwoDates: (row, day) =>
    `La ligne ${row} a le même nom et le même véhicule, et la date du ${formatDay(day)}. Corrigez la date, ou confirmez deux distributions.`,
  referenceSplits: (row) =>
    `Cette ligne a le nom, le véhicule et la date de la ligne ${row} et une autre référence externe\u00a0: elle devient une distribution à part. Rendez les références égales, ou confirmez-le.`,
  nameNearlyEqual: (name, row) =>
    `Le nom ne diffère de ${quoted(name)} à la ligne ${row} que par les espaces, la casse ou la ponctuation\u00a0: il y aurait deux distributions. Rendez les noms égaux, ou confirmez-le.`,
  centsDifference,
  centsDiffer: (cells, paid, currency) =>
    `Les cellules de cette distribution donnent ${formatMoney(cells, currency)}, mais ${formatMoney(paid, currency)} quand chacune est arrondie au centime\u00a0: ${centsDifference(cells - paid, currency)}. Arrondissez les montants dans la feuille, et décidez quel paiement prend la différence.`,
  subtotal: (amountCents, currency, rowsAbove) =>
    `${formatMoney(amountCents, currency)} est la somme des ${formatCount(rowsAbove)} lignes au-dessus\u00a0: cette ligne est un sous-total et non un versement. Supprimez-la, ou déplacez-la hors du tableau.`,
  equalsRowsAbove: (amountCents, currency, rowsAbove) =>
    `${formatMoney(amountCents, currency)} est exactement la somme des ${formatCount(rowsAbove)} lignes au-dessus. Si c’est un sous-total, supprimez la ligne. Sinon, confirmez qu’elle est payée aussi.`,
  unusual: (times, isMore, medianCents, currency) => {
    const median = formatMoney(medianCents, currency);
    const compared = isMore
      ? `Le montant vaut au moins ${formatCount(times)} fois la médiane de sa distribution, ${median}.`
      : `La médiane de sa distribution, ${median}, vaut au moins ${formatCount(times)} fois ce montant.`;
    return `${compared} Cherchez une virgule mal placée, ou confirmez-le.`;
  },
  manyUnusual: (unusual, all, medianCents, amountCents, currency) =>
    `${formatCount(unusual)} des ${formatCount(all)} paiements de cette distribution valent au moins dix fois sa médiane de ${formatMoney(medianCents, currency)}, ou au plus un dixième. Celui-ci, ${formatMoney(amountCents, currency)}, en est le plus éloigné. Cherchez des virgules mal placées, ou confirmez-les.`,
};

export const payees: Texts['payees'] = {
  entityUnknown: (id) =>
    `Votre organisation n’a pas d’entité ${id} dans Nova. Vérifiez l’identifiant, ou enregistrez d’abord l’entité.`,
  contactUnknown: (id) =>
    `Votre organisation n’a pas de contact ${id} dans Nova. Vérifiez l’identifiant, ou enregistrez d’abord le contact.`,
  nameDiffers: (payee, legalName, entity) =>
    `La ligne nomme ${quoted(payee)}, mais dans Nova le nom légal de ${entity} est ${quoted(legalName)}, et l’identifiant décide qui est payé. Corrigez le bénéficiaire ou l’identifiant, ou confirmez que les deux sont le même.`,
  withoutBankDetails: (legalName, entity) =>
    `${quoted(legalName)} (${entity}) n’a pas de coordonnées bancaires dans Nova\u00a0: le paiement peut être préparé, mais pas exécuté. Enregistrez d’abord les coordonnées bancaires, ou confirmez-le.`,
  notChecked: (count, reason) =>
    `${plural(count, 'entité ou contact n’a pas été contrôlé', 'entités et contacts n’ont pas été contrôlés')} avec Nova\u00a0: ${reason ?? 'le temps n’a pas suffi pour tous.'} Contrôlez de nouveau, ou continuez en sachant que ni les noms ni les coordonnées bancaires n’ont été comparés.`,
};
