/** The French of `../en/registration-rules.ts`. */
import type { registrationRules as english } from '../en/registration-rules.ts';
import { strings } from './strings.ts';

const fix = `«\u00a0${strings.corrections.fix}\u00a0»`;

export const registrationRules: typeof english = {
  'no-registration-rows': {
    title: 'Rien à enregistrer',
    reason: 'Sous l’en-tête de ce tableau, aucune ligne ne contient quoi que ce soit à enregistrer.',
    remedy:
      'Sélectionnez une cellule d’un tableau de coordonnées bancaires, d’entités ou de contacts, puis contrôlez de nouveau.',
  },
  'registered-id-twice': {
    title: 'Identifiant de Nova en double',
    reason: 'Une ligne copiée avec son identifiant passe pour enregistrée et ne serait jamais envoyée.',
    remedy: 'Si cette ligne doit être enregistrée, videz ses cellules de résultats. Sinon, supprimez-la.',
  },
  'row-twice': {
    title: 'Même ligne deux fois',
    reason:
      'Deux lignes égales sont une seule chose pour Nova, et personne ne pourrait dire à laquelle va l’identifiant.',
    remedy: 'Retirez l’une des deux.',
  },
  'reference-twice': {
    title: 'Référence externe en double',
    reason:
      'On retrouve les choses par leur référence externe, et Nova refuse une deuxième entité ou un deuxième contact avec la même.',
    remedy: 'Donnez à chaque ligne la sienne, ou aucune.',
  },
  'name-twice': {
    title: 'Nom en double',
    reason:
      'Deux entités du même nom, ou deux contacts à la même adresse, sont souvent un seul, saisi deux fois.',
    remedy: 'Retirez l’une des lignes, ou confirmez qu’il y en a deux.',
  },
  'text-has-hidden-character': {
    title: 'Caractère caché dans un texte',
    reason: 'Un saut de ligne ou un caractère que personne ne voit irait à la banque avec le texte.',
    remedy: `Choisissez ${fix} là où c’est proposé, ou tapez le texte de nouveau.`,
  },
  // Bank details
  'instructions-type-unknown': {
    title: 'Mode de paiement inconnu',
    reason:
      'Nova paie par ACH, domestic wire ou international wire. «\u00a0Wire\u00a0» seul pourrait être l’un ou l’autre.',
    remedy: 'Saisissez ACH, domestic wire ou international wire.',
  },
  'instructions-incomplete': {
    title: 'Coordonnées bancaires incomplètes',
    reason:
      'Nova prend des coordonnées bancaires auxquelles il manque quelque chose, mais elles ne permettent de payer personne.',
    remedy: 'Saisissez ce qui manque, ou confirmez que cela suivra.',
  },
  'instructions-part-not-sent': {
    title: 'Partie de la ligne non envoyée',
    reason: 'Pour ce mode de paiement, Nova n’a pas de place pour cela\u00a0: personne ne le recevrait.',
    remedy: 'Corrigez le mode de paiement, ou confirmez que le reste suffit.',
    example: 'Un code SWIFT n’est pas envoyé avec un domestic wire.',
  },
  'account-number-is-number': {
    title: 'Le numéro de compte est un nombre',
    reason: 'Excel supprime les zéros devant un nombre, et un numéro de compte peut commencer par des zéros.',
    remedy:
      'Mettez la cellule au format texte, et saisissez de nouveau le numéro de compte d’après sa source.',
  },
  'account-number-lost-digits': {
    title: 'Numéro de compte qui a perdu des chiffres',
    reason: 'Excel garde 15 chiffres d’un nombre et met des zéros à la place des autres.',
    remedy:
      'Mettez la cellule au format texte, et saisissez de nouveau le numéro de compte d’après sa source. La feuille ne l’a plus.',
  },
  'account-number-masked': {
    title: 'Numéro de compte masqué',
    reason: 'Des points ou des étoiles remplacent le numéro de compte.',
    remedy: 'Saisissez-le en entier d’après sa source.',
  },
  'account-number-malformed': {
    title: 'Pas un numéro de compte',
    reason: 'Il a trop de caractères, aucun chiffre, ou un caractère qu’aucun numéro de compte ne contient.',
    remedy: 'Saisissez-le de nouveau d’après sa source.',
  },
  'iban-malformed': {
    title: 'Erreur dans l’IBAN',
    reason:
      'Sa longueur, sa structure ou ses chiffres de contrôle ne sont pas ceux de son pays (ISO 13616). Un caractère au moins est faux.',
    remedy: 'Copiez l’IBAN de nouveau depuis sa source. Ne devinez jamais un caractère.',
  },
  'iban-missing': {
    title: 'IBAN attendu',
    reason:
      'Les banques de ce pays désignent les comptes par un IBAN et renvoient les virements qui n’en ont pas.',
    remedy: 'Demandez l’IBAN au bénéficiaire, ou confirmez le numéro de compte.',
  },
  'iban-in-us-payment': {
    title: 'IBAN dans un paiement aux États-Unis',
    reason: 'ACH et domestic wire paient des comptes aux États-Unis, qui n’ont pas d’IBAN.',
    remedy: 'Corrigez le mode de paiement ou le numéro de compte, ou confirmez-le.',
  },
  'routing-number-lost-zero': {
    title: 'Numéro de routage sans son zéro',
    reason:
      'Excel supprime le zéro devant un nombre. Vous seul pouvez le remettre, car un autre numéro peut être visé.',
    remedy: `Comparez-le avec sa source, puis choisissez ${fix}.`,
    example: '11000015 devient 011000015.',
  },
  'routing-number-malformed': {
    title: 'Erreur dans le numéro de routage',
    reason:
      'Sa longueur, ses premiers chiffres ou son chiffre de contrôle ne sont pas ceux d’un numéro de routage (ABA).',
    remedy: 'Copiez-le de nouveau depuis sa source.',
  },
  'bic-malformed': {
    title: 'Erreur dans le code SWIFT',
    reason: 'Un code SWIFT (BIC, ISO 9362) a 8 ou 11 caractères. Les caractères 5 et 6 nomment son pays.',
    remedy: 'Copiez-le de nouveau depuis sa source.',
  },
  'bic-disagrees-with-iban': {
    title: 'Le code SWIFT et l’IBAN se contredisent',
    reason:
      'Le code SWIFT nomme une banque d’un pays, l’IBAN un compte d’un autre. Aucune banque n’a un tel compte.',
    remedy: 'Demandez au bénéficiaire lequel est juste, et corrigez l’autre.',
  },
  'branch-code-is-number': {
    title: 'Le code d’agence est un nombre',
    reason: 'Excel supprime les zéros devant un nombre, et un code d’agence peut commencer par des zéros.',
    remedy: 'Mettez la cellule au format texte et saisissez le code de nouveau, ou confirmez-le.',
  },
  'address-incomplete': {
    title: 'Adresse incomplète',
    reason: 'Là où une adresse est donnée, Nova a besoin de la rue, de la ville et du pays.',
    remedy: 'Saisissez ce qui manque, ou videz toute l’adresse.',
  },
  'address-state-missing': {
    title: 'État ou code ZIP absent',
    reason: 'Nova prend une adresse aux États-Unis sans eux, mais les banques les demandent.',
    remedy: 'Saisissez-les, ou confirmez l’adresse telle quelle.',
  },
  'address-is-po-box': {
    title: 'Boîte postale comme adresse',
    reason: 'Nova ne prend pas de boîte postale comme adresse d’un virement.',
    remedy: 'Saisissez une rue.',
  },
  'country-malformed': {
    title: 'Pas un code de pays',
    reason: 'Un pays se désigne par ses deux lettres majuscules (ISO 3166-1).',
    remedy: `Choisissez ${fix} là où c’est proposé, ou saisissez le code.`,
    example: 'US, GB, CH',
  },
  'us-state-malformed': {
    title: 'Pas un État des États-Unis',
    reason: 'Un État des États-Unis se désigne par ses deux lettres majuscules.',
    remedy: `Choisissez ${fix} là où c’est proposé, ou saisissez les lettres.`,
    example: 'NY',
  },
  'zip-malformed': {
    title: 'Pas un code ZIP',
    reason:
      'Un code ZIP a 5 chiffres, ou 5 et 4 avec un trait d’union. Excel supprime les zéros devant un nombre.',
    remedy: `Choisissez ${fix} là où c’est proposé, ou saisissez le code comme texte.`,
    example: '02110 ou 02110-1234',
  },
  'beneficiary-unlike-entity': {
    title: 'Le titulaire n’est pas l’entité',
    reason:
      'De l’argent pour un bénéficiaire qui va sur un compte à un autre nom est une erreur ou une fraude, ou a une raison.',
    remedy:
      'Interrogez le bénéficiaire à un numéro que vous connaissiez déjà. Corrigez ensuite la ligne, ou confirmez-la.',
  },
  'account-on-two-entities': {
    title: 'Un compte pour deux entités',
    reason: 'Deux bénéficiaires avec un même compte sont souvent une ligne copiée et non modifiée.',
    remedy: 'Corrigez l’une des lignes, ou confirmez que les deux y sont payées.',
  },
  // Entities and contacts
  'entity-type-unknown': {
    title: 'Type d’entité inconnu',
    reason: 'Nova connaît seize types d’entités. Celui-ci n’en est pas un, ou pourrait en désigner deux.',
    remedy: 'Saisissez l’un d’eux.',
    example: 'Individual, IRA, corporation, LLC, partnership, trust, other entity.',
  },
  'email-malformed': {
    title: 'Pas une adresse e-mail',
    reason:
      'Un contact est averti à son adresse\u00a0: il doit donc y avoir ici une adresse, et rien d’autre.',
    remedy: 'Saisissez une adresse. Pour deux personnes, prenez deux lignes.',
    example: 'name@example.com',
  },
};
