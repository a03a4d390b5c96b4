/** See `../en/registration-problems.ts`. */
import { formatList } from '../format.ts';
import type { Words } from '../language.ts';
import { plural } from './plural.ts';

const asText = 'Mettez la cellule au format Texte et ressaisissez le numéro d’après sa source.';
const fromSource = 'Recopiez-le depuis sa source.';

const forType = {
  ach: 'un paiement ACH',
  domestic_wire: 'un virement national (domestic wire)',
  international_wire: 'un virement international (international wire)',
} as const;

const quote = (text: string) => `«\u00a0${text}\u00a0»`;
const quoted = (labels: readonly string[]) => formatList(labels.map(quote));

export const registrationProblems: Words['registrationProblems'] = {
  table: {
    noRows:
      'Aucune ligne sous l’en-tête ne contient quelque chose à enregistrer. Sélectionnez une cellule du tableau.',
    noColumn: (label, rows) =>
      `Aucune colonne ne contient ${quote(label)}\u202f; sans cette donnée, ${plural(rows, 'ligne ne peut pas être payée', 'lignes ne peuvent pas être payées')}. Choisissez la colonne, ou confirmez que le reste suivra.`,
  },

  ids: {
    notFromNova:
      'Ce qui figure ici n’est pas un identifiant donné par Nova. Rétablissez l’identifiant, ou videz la cellule si la ligne n’a jamais été enregistrée.',
    twice: (id, row) =>
      `${id} figure déjà à la ligne ${row}. Si cette ligne a été copiée et doit être enregistrée, videz ses cellules de résultat.`,
    notAnEntity:
      'Ce n’est pas un identifiant d’entité. Il doit commencer par ent_, suivi de lettres et de chiffres, exactement comme Nova l’affiche.',
  },

  rows: {
    same: (row, registeredAs) =>
      `La ligne ${row} dit la même chose${registeredAs === null ? '' : `, enregistrée sous ${registeredAs}`}. Supprimez l’une des deux.`,
    sameReference: (row) =>
      `La ligne ${row} porte la même référence externe. Donnez à chaque ligne la sienne, ou aucune.`,
    sameEmail: (row) =>
      `La ligne ${row} a la même adresse e-mail. Supprimez l’une des deux, ou confirmez qu’il y en a deux.`,
    sameName: (row) =>
      `La ligne ${row} a le même nom. Supprimez l’une des deux, ou confirmez qu’il y en a deux.`,
    sameAccount: (ending, row, other, here) =>
      `Ce compte (se terminant par ${ending}) figure à la ligne ${row} pour une autre entité\u00a0: ${other}, ici ${here}. Corrigez l’une des deux, ou confirmez que les deux y sont payées.`,
  },

  text: {
    hiddenCharacter: (label) =>
      `${quote(label)} contient un saut de ligne ou un caractère invisible. Supprimez-le.`,
    tooLong: (label, length, most) =>
      `${quote(label)} compte ${length} caractères\u202f; ${most} au plus peuvent être envoyés. Raccourcissez le texte.`,
    nameIsNumber: (label) => `${quote(label)} est un nombre. Saisissez un nom, ou confirmez-le.`,
    referenceInexact:
      'La référence est un nombre qu’Excel n’affiche peut-être pas exactement. Mettez la cellule au format Texte et ressaisissez-la.',
  },

  party: {
    entityType:
      'Nova ne connaît pas ce type, ou il pourrait en désigner deux. Saisissez l’un de sa liste, par exemple individual, IRA, corporation, LLC, partnership, trust ou other entity.',
    email:
      'Ce n’est pas une adresse e-mail. Saisissez-en une seule, par exemple name@example.com\u202f; pour deux personnes, prenez deux lignes.',
  },

  instructions: {
    wireOfWhichKind:
      'Le type ne dit pas si le virement est national (domestic) ou international. Saisissez l’un des deux.',
    typeUnknown: 'Nova ne paie pas selon ce type. Saisissez ACH, domestic wire ou international wire.',
    branchIsNumber:
      'Le code guichet est un nombre\u202f; ses zéros initiaux sont perdus s’il en avait. Saisissez-le comme texte, ou confirmez-le.',
    otherBeneficiary:
      'Le titulaire du compte porte un autre nom que l’entité. Corrigez l’un des deux, ou confirmez que l’argent va à un autre nom.',
    otherBeneficiaryNamed: (beneficiary, entity) =>
      `Le compte est au nom de ${quote(beneficiary)}, l’entité est ${quote(entity)}. Corrigez l’un des deux, ou confirmez que l’argent va à un autre nom.`,
    missing: (labels, type) =>
      `Il manque ${quoted(labels)}, sans quoi ${forType[type]} n’est pas exécuté. Complétez, ou confirmez que le reste suivra.`,
    notSent: (labels, type) =>
      `Nova n’accepte pas ${labels.length === 1 ? 'ce champ' : 'ces champs'} pour ${forType[type]}\u202f; ${quoted(labels)} de cette ligne ne ${labels.length === 1 ? 'sera pas envoyé' : 'seront pas envoyés'}. Corrigez le type, ou confirmez.`,
    address: 'adresse',
  },

  account: {
    lostDigits: `Le numéro de compte est un nombre de plus de chiffres qu’Excel n’en conserve\u202f; les derniers sont perdus. ${asText}`,
    isNumber: `Le numéro de compte est un nombre\u202f; ses zéros initiaux sont perdus s’il en avait. ${asText}`,
    powerOfTen: `Le numéro de compte est écrit comme une puissance de dix\u202f; ses chiffres sont perdus. ${asText}`,
    endsInZeros: `Le numéro de compte se termine par des zéros à partir du 16e chiffre, comme Excel les laisse quand des chiffres se perdent. ${asText}`,
    masked: 'Le numéro de compte est masqué. Saisissez-le en entier.',
    strangeCharacter: (position) =>
      `Le caractère ${position} du numéro de compte n’existe dans aucun numéro de compte, ou il est invisible. Ressaisissez le numéro.`,
    tooLong: (actual, longest) =>
      `Le numéro de compte compte ${actual} caractères\u202f; ${longest} au plus sont possibles ici. Corrigez-le.`,
    noDigit: 'Le numéro de compte ne contient aucun chiffre. Corrigez-le.',
    ibanInUs:
      'Le numéro de compte ressemble à un IBAN, mais ACH et domestic wire paient des comptes aux États-Unis. Corrigez le type ou le numéro, ou confirmez.',
    ibanMissing: (country) =>
      `Les banques de ${country} désignent les comptes par un IBAN, et ce numéro de compte n’en est pas un. Demandez l’IBAN, ou confirmez.`,
    bankElsewhere: (bankCountry, ibanCountry) =>
      `Le code SWIFT désigne une banque de ${bankCountry}, l’IBAN un compte de ${ibanCountry}. Corrigez l’un des deux.`,
  },

  iban: {
    strangeCharacter: (position) =>
      `Le caractère ${position} de l’IBAN n’est ni une lettre ni un chiffre. ${fromSource}`,
    noSuchCountry: `L’IBAN ne commence par le code d’aucun pays. ${fromSource}`,
    countryWithoutIban: (country) =>
      `L’IBAN commence par ${country}, où les comptes n’en ont pas. ${fromSource}`,
    wrongLength: (country, expected, actual) =>
      `Un IBAN de ${country} compte ${expected} caractères, celui-ci ${actual}. ${fromSource}`,
    wrongStructure: (country) =>
      `L’IBAN a des lettres là où ${country} a des chiffres, ou l’inverse. ${fromSource}`,
    wrongCheckDigits: `La clé de contrôle de l’IBAN ne correspond pas au reste\u00a0: au moins un caractère est faux. ${fromSource}`,
    wrongNationalCheck: (country) =>
      `La clé que ${country} place dans le numéro de compte est fausse\u00a0: au moins un caractère l’est. ${fromSource}`,
  },

  bic: {
    strangeCharacter: (position) =>
      `Le caractère ${position} du code SWIFT n’est ni une lettre ni un chiffre. ${fromSource}`,
    wrongLength: (actual) => `Un code SWIFT compte 8 ou 11 caractères, celui-ci ${actual}. ${fromSource}`,
    digitForLetter: (position) =>
      `Le caractère ${position} du code SWIFT est un chiffre là où il faut une lettre. ${fromSource}`,
    noSuchCountry: `Les caractères 5 et 6 du code SWIFT ne désignent aucun pays. ${fromSource}`,
    ofTestSystem: `Le code SWIFT appartient à un système de test, car son huitième caractère est 0. ${fromSource}`,
  },

  routing: {
    lostZero:
      'Le numéro de routage a huit chiffres\u202f; avec un zéro devant, c’en est un, et une cellule numérique supprime ce zéro. Comparez-le avec sa source, puis remettez le zéro en texte.',
    notDigits: (position) =>
      `Le caractère ${position} du numéro de routage n’est pas un chiffre. ${fromSource}`,
    wrongLength: (digits) => `Un numéro de routage compte 9 chiffres, celui-ci ${digits}. ${fromSource}`,
    allZeros: `Le numéro de routage ne contient que des zéros. ${fromSource}`,
    prefixNotAllotted: (prefix) => `Aucun numéro de routage ne commence par ${prefix}. ${fromSource}`,
    travelersChecks: `Le numéro de routage désigne des chèques de voyage. ${fromSource}`,
    wrongChecksum: `La clé de contrôle du numéro de routage est fausse\u00a0: au moins un chiffre l’est. ${fromSource}`,
  },

  address: {
    missing: (label) =>
      `Il manque ${quote(label)}, que Nova exige d’une adresse. Complétez, ou videz toute l’adresse.`,
    missingInUs: (label) =>
      `Il manque ${quote(label)} dans une adresse aux États-Unis. Complétez, ou confirmez.`,
    poBox: 'L’adresse est une boîte postale, que Nova n’accepte pas. Saisissez une rue.',
    country: 'Le pays n’est pas un code de deux majuscules, comme US ou GB. Saisissez son code ISO.',
    usState: 'L’État n’est pas le code de deux majuscules d’un État des États-Unis, comme NY. Saisissez-le.',
    zip: 'Le code postal n’est pas un code ZIP des États-Unis\u00a0: 5 chiffres, ou 5 et 4 avec un trait d’union. Corrigez-le.',
    zipLostZeros:
      'Le code ZIP a perdu ses zéros initiaux, car une cellule numérique les supprime. Saisissez les 5 chiffres comme texte.',
  },

  beside: {
    notRegistered: (why) => `Non enregistré\u00a0: ${why}`,
    holder: (id, name) => `La référence appartient à ${id} (${name}).`,
    unknown: (why) => `Résultat encore inconnu\u00a0: ${why}`,
    notSent: (why) => `Non envoyé\u00a0: ${why}`,
    rowGone: (row) =>
      `Ce qui figurait à la ligne ${row} a été supprimé ou modifié, ou porte un autre identifiant.`,
  },
};
