/** The French of `../en/cell-problems.ts`. */
import { minorUnitDigits, type IdPrefix } from '../../contract/index.ts';
import type { DayField, Place } from '../en/cell-problems.ts';
import { formatCount, formatDay, formatDayInWords, formatDecimal } from '../format.ts';
import type { Words } from '../language.ts';
import { quoted } from './quoted.ts';

type Texts = Words['problemTexts'];

const kinds: Readonly<Record<IdPrefix, string>> = {
  veh: 'identifiant de véhicule',
  ent: 'identifiant d’entité',
  cnt: 'identifiant de contact',
  dst: 'identifiant de distribution',
  dpmt: 'identifiant de paiement',
  dntf: 'identifiant de notification',
  pmi: 'identifiant de coordonnées bancaires',
  org: 'identifiant d’organisation',
};

const invisible: Readonly<Record<string, string>> = {
  '\u00ad': 'un trait d’union conditionnel',
  '\u180e': 'un séparateur de voyelles mongol',
  '\u200b': 'une espace sans chasse',
  '\u200c': 'un antiliant sans chasse',
  '\u200d': 'un liant sans chasse',
  '\u200e': 'une marque de gauche à droite',
  '\u200f': 'une marque de droite à gauche',
  '\u2060': 'un gluon de mots',
  '\ufeff': 'une espace insécable sans chasse',
};

const spaces: Readonly<Record<string, string>> = {
  ' ': 'une espace',
  '\t': 'une tabulation',
  '\n': 'un saut de ligne',
  '\r': 'un saut de ligne',
  '\u00a0': 'une espace insécable',
  '\u2007': 'une espace de la largeur d’un chiffre',
  '\u202f': 'une espace fine insécable',
  '\u3000': 'une espace idéographique',
};

const at = ({ position, length }: Place) => `à la position ${position} sur ${length}`;

export const ids: Texts['ids'] = {
  malformed: (text, wanted) =>
    `${quoted(text)} n’est pas un ${kinds[wanted]}. Copiez l’identifiant depuis Nova\u00a0: ${wanted}_ suivi de lettres et de chiffres.`,
  invisible: (place) =>
    `L’identifiant contient ${at(place)} ${invisible[place.character] ?? 'un caractère invisible'}, que personne ne voit. Copiez l’identifiant de nouveau depuis Nova.`,
  space: (place) =>
    `L’identifiant contient ${at(place)} ${spaces[place.character] ?? 'une espace d’une autre largeur'}. Retirez ce caractère.`,
  lookalike: (place, latin) =>
    `Le ${quoted(place.character)} ${at(place)} ressemble seulement à ${quoted(latin)}. Copiez l’identifiant de nouveau depuis Nova.`,
  wrongKind: (found, wanted) =>
    `Ceci est un ${kinds[found]} (${found}_…), et c’est un ${kinds[wanted]} (${wanted}_…) qui va ici. Saisissez le bon identifiant, ou choisissez une autre colonne.`,
  prefixCase: (start, wanted) =>
    `L’identifiant commence par ${start}_ et doit commencer par ${wanted}_ en minuscules. Copiez l’identifiant de nouveau depuis Nova.`,
  contactIsEmail: (text) =>
    `${quoted(text)} est une adresse e-mail. Saisissez plutôt l’identifiant du contact (cnt_…).`,
  resultMalformed: (text) =>
    `${quoted(text)} n’est pas un identifiant que Nova a donné. Rétablissez l’identifiant, ou videz la cellule si la ligne n’a jamais été préparée.`,
  resultIncomplete: (paymentId) =>
    `L’identifiant de paiement ${paymentId} figure sans id de distribution. Rétablissez l’identifiant de distribution, ou videz les deux si la ligne n’a jamais été préparée.`,
  paymentTwice: (paymentId, address) =>
    `${paymentId} figure déjà en ${address}. Si cette ligne a été copiée et doit être payée, videz ses cellules de résultats.`,
};

export const amounts: Texts['amounts'] = {
  notFinite: 'Le montant n’est pas un nombre. Saisissez un nombre.',
  zero: 'Le montant est nul. Saisissez un montant supérieur à zéro, ou supprimez la ligne.',
  negative:
    'Le montant est inférieur à zéro, et Nova ne peut pas encaisser. Saisissez un montant supérieur à zéro, ou retirez la ligne du tableau.',
  tooLarge:
    'Le montant a plus de chiffres qu’Excel n’en garde exactement. Corrigez-le, ou répartissez-le sur plusieurs lignes.',
  textTooLarge: (text) =>
    `${quoted(text)} a plus de chiffres qu’Excel n’en garde exactement. Corrigez-le, ou répartissez-le sur plusieurs lignes.`,
  totalTooLarge:
    'Avec ce montant, le total est trop grand pour être exact au centime. Corrigez le montant, ou divisez le tableau.',
  fraction: (value, currency) => {
    const digits = minorUnitDigits(currency);
    const unit = digits === 2 ? 'de centime' : `de la plus petite unité de ${currency}`;
    return `${formatDecimal(String(value))} contient une fraction ${unit}. Arrondissez dans la feuille, par exemple avec =ARRONDI(…;${digits}).`;
  },
  notAnAmount: (text) =>
    `${quoted(text)} n’est pas un montant. Saisissez un nombre, par exemple ${formatDecimal('1234.56')}.`,
  ambiguous: (text, one, other) =>
    `${quoted(text)} est du texte qui peut se lire ${formatDecimal(one, 'plain')} ou ${formatDecimal(other, 'plain')}. Tapez le montant comme nombre.`,
  ungrouped: (text) =>
    `${quoted(text)} est du texte, et ses chiffres ne sont pas groupés comme ceux d’un nombre. Tapez le montant comme nombre.`,
  isText: (text, decimal) =>
    `${quoted(text)} est du texte qui se lit ${formatDecimal(decimal)}. Convertissez la cellule en nombre, ou tapez le montant de nouveau.`,
};

export const currencies: Texts['currencies'] = {
  disagree: ({ column, text, format }) => {
    const said = [
      ...(column === null ? [] : [`la colonne de la devise dit ${column}`]),
      ...(text === null ? [] : [`le texte de la cellule dit ${text}`]),
      ...(format === null ? [] : [`son format de nombre montre ${format}`]),
    ];
    return `La devise de ce montant n’est pas certaine\u00a0: ${said.join(', ')}. Mettez-les d’accord.`;
  },
  columnNotPaid: (code) =>
    `Aujourd’hui, Nova ne paie qu’en USD, pas en ${code}. Corrigez la devise, ou retirez la ligne du tableau.`,
  amountNotPaid: (code, by) =>
    `Le montant est en ${code}, comme ${by === 'text' ? 'le dit son texte' : 'le montre son format de nombre'}, et aujourd’hui Nova ne paie qu’en USD. Corrigez-le, ou retirez la ligne du tableau.`,
  defaultNotPaid: (code) =>
    `Aujourd’hui, Nova ne paie qu’en USD, et la devise par défaut des réglages est ${code || 'vide'}. Mettez USD.`,
  hidden: (code) =>
    `La devise ${quoted(code)} contient un caractère que personne ne voit. Tapez-la de nouveau.`,
  malformed: (text) =>
    `${quoted(text)} n’est pas un code de devise. Saisissez ses trois lettres, par exemple USD.`,
  lookalike: (text) =>
    `${quoted(text)} n’est pas un code de devise\u00a0: l’une des lettres ressemble seulement à une lettre latine. Saisissez les trois lettres, par exemple USD.`,
};

const dayFields: Readonly<Record<DayField, string>> = {
  distributionDate: 'La date du',
  dateOverride: 'La date de paiement différente du',
};

export const dates: Texts['dates'] = {
  ambiguous: (text, one, other) =>
    `${quoted(text)} peut être le ${formatDayInWords(one)} ou le ${formatDayInWords(other)}. Saisissez une date, ou écrivez ${one} ou ${other}.`,
  noSuchDay: (text) => `${text} est un jour qui n’existe pas. Saisissez une autre date.`,
  notADate: (text) =>
    `${quoted(text)} est du texte, pas une date. Saisissez une date, ou écrivez-la AAAA-MM-JJ.`,
  shortYear: (text, day) =>
    `${quoted(text)} est du texte dont l’année a deux chiffres, peut-être le ${formatDayInWords(day)}. Saisissez une date, ou écrivez-la AAAA-MM-JJ.`,
  isText: (text, day) =>
    `${quoted(text)} est du texte qui se lit ${formatDayInWords(day)}. Saisissez une date, ou écrivez ${day}.`,
  leapDayOf1900:
    'La date est le 29 février 1900, un jour qui n’a jamais existé. Saisissez la date de nouveau.',
  day0Of1900:
    'La date est ce qu’Excel montre comme le 0 janvier 1900\u00a0: le plus souvent une cellule vide derrière une formule. Saisissez la date, ou corrigez la formule.',
  outOfRange: (value) =>
    `${value} n’est pas une date qu’Excel connaît. Saisissez une date, par exemple 2026-01-30.`,
  hasTime: (day) =>
    `La date a une heure. Le ${formatDay(day)} est envoyé, sans l’heure. Retirez l’heure, ou confirmez la date.`,
  inPast: (field, day) =>
    `${dayFields[field]} ${formatDay(day)} est dans le passé. Corrigez-la ou confirmez-la.`,
  farAhead: (field, day) =>
    `${dayFields[field]} ${formatDay(day)} est dans plus de deux ans. Corrigez-la ou confirmez-la.`,
  onWeekend: (field, day, isSaturday) =>
    `${dayFields[field]} ${formatDay(day)} est un ${isSaturday ? 'samedi' : 'dimanche'}. Choisissez un jour ouvré, ou confirmez-la.`,
};

/** As a French Excel shows them; what it shows alike in both languages is left out. */
const errors: Readonly<Record<string, string>> = {
  '#VALUE!': '#VALEUR!',
  '#NAME?': '#NOM?',
  '#NUM!': '#NOMBRE!',
  '#NULL!': '#NUL!',
};

export const cells: Texts['cells'] = {
  blank: (label, advice) => `La valeur de ${quoted(label)} manque. ${advice}`.trim(),
  isBoolean: (label, value) =>
    `La cellule contient ${value ? 'VRAI' : 'FAUX'} et non une valeur pour ${quoted(label)}. Saisissez la valeur, ou videz la cellule.`,
  error: (shown) => {
    const here = errors[shown];
    return `La cellule affiche ${here === undefined ? shown : `${here} (${shown})`}. Corrigez sa formule, ou saisissez la valeur.`;
  },
  textTooLong: (label, length, longest) =>
    `${quoted(label)} a ${formatCount(length)} caractères\u202f; au plus ${formatCount(longest)} peuvent être envoyés. Raccourcissez le texte.`,
  merged: (address) =>
    `Les cellules ${address} sont fusionnées\u00a0: seule la première contient une valeur. Annulez la fusion, et remplissez chaque cellule.`,
  nameIsNumber: (value) =>
    `La distribution aurait le nombre ${value} pour nom. Saisissez un nom, ou confirmez-le.`,
  referenceInexact: (value) =>
    `La référence est un nombre qu’Excel n’affiche peut-être pas exactement (${value}). Mettez la cellule au format texte, et saisissez la référence de nouveau.`,
  contactTwice: (id) =>
    `${id} est nommé deux fois et sera averti une fois. Retirez l’une des mentions, ou confirmez-le.`,
  tooManyContacts: (count, most) =>
    `La cellule nomme ${formatCount(count)} contacts, et un paiement en prend au plus ${formatCount(most)}. Retirez-en.`,
};
