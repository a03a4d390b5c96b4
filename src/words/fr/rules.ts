/** The French of `../en/rules.ts`. */
import type { Words } from '../language.ts';
import { strings } from './strings.ts';
import { registrationRules } from './registration-rules.ts';

const columns = `«\u00a0${strings.mapping.title}\u00a0»`;
const fix = `«\u00a0${strings.corrections.fix}\u00a0»`;
const payeeDetails = `«\u00a0${strings.places.names.registrations}\u00a0»`;
const settings = `«\u00a0${strings.session.settings}\u00a0»`;

export const rules: Words['rules'] = {
  ...registrationRules,

  // The table as a whole
  'no-payout-rows': {
    title: 'Aucun versement trouvé',
    reason:
      'Sous l’en-tête de ce tableau, aucune ligne ne contient de versement\u00a0: il n’y a rien à préparer.',
    remedy: 'Sélectionnez une cellule du tableau de vos versements, puis contrôlez de nouveau.',
  },
  'nothing-selected': {
    title: 'Aucun versement sélectionné',
    reason: 'La sélection ne touche aucun versement. Les lignes vides et les totaux n’en sont pas.',
    remedy:
      'Sélectionnez les lignes à préparer, ou une cellule pour prendre tout le tableau, puis contrôlez de nouveau.',
  },
  'required-column-missing': {
    title: 'Colonne nécessaire absente',
    reason:
      'Aucune colonne ne contient une donnée dont Nova a besoin. Un versement a besoin d’un nom de distribution, d’un véhicule, d’une date, d’une entité et d’un montant.',
    remedy: `Choisissez la colonne sous ${columns}, ou ajoutez-en une au tableau et contrôlez de nouveau.`,
  },
  'column-mapped-twice': {
    title: 'Colonne choisie deux fois',
    reason:
      'Une colonne ne peut pas contenir deux choses. L’une des deux serait lue dans les mauvaises cellules.',
    remedy: `Sous ${columns}, choisissez une autre colonne pour l’une des deux.`,
  },
  'column-is-result': {
    title: 'Colonne de résultats choisie comme champ',
    reason: 'Distribution Desk écrit ses résultats dans cette colonne et les lirait comme vos données.',
    remedy: `Sous ${columns}, choisissez une autre colonne.`,
  },
  'result-column-twice': {
    title: 'Colonne de résultats en double',
    reason:
      'Ce qui est préparé se reconnaît aux identifiants des colonnes de résultats. Avec deux colonnes du même nom, personne ne peut dire laquelle contient les bons identifiants.',
    remedy: 'Renommez ou supprimez celle qui ne contient pas les identifiants, puis contrôlez de nouveau.',
  },
  'result-column-spelling': {
    title: 'Colonne de résultats mal orthographiée',
    reason:
      'Les identifiants et les statuts se lisent et s’écrivent sous des en-têtes exacts. Sous un en-tête seulement semblable, ils passeraient inaperçus.',
    remedy: 'Renommez l’en-tête comme le dit le message. Ses cellules restent telles quelles.',
  },
  'result-column-name-taken': {
    title: 'Nom d’une colonne de résultats déjà pris',
    reason:
      'L’une de vos colonnes porte le nom d’une colonne de résultats. Les résultats seraient écrits sur ses cellules.',
    remedy:
      'Renommez votre colonne, puis contrôlez de nouveau. La colonne de résultats s’ajoute à côté du tableau.',
  },
  'sheet-protected': {
    title: 'La feuille est protégée',
    reason:
      'Excel ne laisse personne écrire dans une feuille protégée\u00a0: les identifiants ne pourraient pas figurer à côté de vos lignes.',
    remedy:
      'Ôtez la protection dans Excel (Révision > Ôter la protection de la feuille), puis contrôlez de nouveau.',
  },
  'result-columns-blocked': {
    title: 'Pas de place pour les résultats',
    reason: 'Les résultats s’écrivent à droite du tableau, et jamais sur autre chose.',
    remedy:
      'Insérez des colonnes à droite du tableau, ou déplacez ce qui s’y trouve, puis contrôlez de nouveau.',
  },
  'changed-since-staged': {
    title: 'Modifié depuis la préparation',
    reason:
      'Nova paie ce qui a été préparé, quoi que dise la feuille depuis. Les deux ne disent plus la même chose.',
    remedy:
      'Remettez la cellule à ce qui a été préparé. Si la nouvelle valeur est la bonne, annulez la distribution dans Nova et préparez-la à nouveau.',
  },
  // Any cell
  'required-cell-blank': {
    title: 'Valeur nécessaire absente',
    reason: 'Nova a besoin de cette valeur pour chaque ligne.',
    remedy: 'Saisissez-la. Si la ligne ne fait pas partie du tableau, supprimez-la.',
  },
  'cell-error': {
    title: 'La cellule affiche une erreur',
    reason: 'La formule n’a pas de résultat. Une erreur n’est jamais lue comme zéro ni comme vide.',
    remedy: 'Corrigez la formule, ou saisissez la valeur.',
    example: '#REF! signifie que la formule renvoie à des cellules supprimées.',
  },
  'cell-is-boolean': {
    title: 'La cellule vaut VRAI ou FAUX',
    reason: 'VRAI ou FAUX n’est ni un montant, ni une date, ni un nom, ni un identifiant.',
    remedy: 'Saisissez la valeur, ou videz la cellule là où elle peut l’être.',
  },
  'text-too-long': {
    title: 'Texte trop long',
    reason:
      'Un texte envoyé a une longueur maximale, et rien n’est coupé\u00a0: 500 caractères pour les noms et références des versements, moins pour les autres.',
    remedy: 'Raccourcissez le texte. Le message indique la longueur possible.',
  },
  // Ids
  'id-has-invisible-character': {
    title: 'Caractère invisible dans un identifiant',
    reason:
      'L’identifiant contient un caractère que personne ne voit, comme en laisse une copie depuis un e-mail ou une page web. Ainsi, il ne désigne personne dans Nova.',
    remedy: `Choisissez ${fix} là où c’est proposé, ou copiez l’identifiant de nouveau depuis Nova.`,
  },
  'id-has-space': {
    title: 'Espace dans un identifiant',
    reason:
      'Un identifiant est exact au caractère près. Avec une espace ou un saut de ligne, c’en est un autre.',
    remedy: `Choisissez ${fix} là où c’est proposé, ou retirez l’espace.`,
  },
  'id-has-lookalike': {
    title: 'Lettre trompeuse dans un identifiant',
    reason:
      'Une lettre d’un autre alphabet ressemble à la bonne. L’identifiant désignerait quelqu’un d’autre, ou personne.',
    remedy: 'Copiez l’identifiant de nouveau depuis Nova au lieu de le taper.',
    example: 'Le «\u00a0А\u00a0» cyrillique et le «\u00a0A\u00a0» latin se ressemblent et sont deux lettres.',
  },
  'id-wrong-kind': {
    title: 'Identifiant d’une autre sorte',
    reason: 'Un identifiant commence par ce qu’il désigne. Celui-ci désigne autre chose que ce qui va ici.',
    remedy: `Saisissez le bon identifiant. Si toute la colonne est ainsi, choisissez-en une autre sous ${columns}.`,
    example: 'veh_… désigne un véhicule, ent_… une entité, cnt_… un contact.',
  },
  'id-prefix-case': {
    title: 'Identifiant commençant par des majuscules',
    reason: 'Nova distingue majuscules et minuscules, et ses identifiants commencent par des minuscules.',
    remedy: `Choisissez ${fix} là où c’est proposé, ou copiez l’identifiant de nouveau depuis Nova.`,
    example: 'ENT_… doit être ent_….',
  },
  'id-malformed': {
    title: 'Pas un identifiant de Nova',
    reason:
      'Un identifiant de Nova commence par ce qu’il désigne et ne contient ensuite que des lettres et des chiffres.',
    remedy:
      'Copiez l’identifiant depuis Nova, tel qu’il y figure. Pour un contact, saisissez son identifiant et non son adresse e-mail.',
    example: 'ent_7Kd2Qm81 pourrait être une entité.',
  },
  // Amount and currency
  'amount-is-text': {
    title: 'Le montant est du texte',
    reason:
      'La cellule contient du texte, même s’il ressemble à un nombre. Un texte peut se lire de plusieurs façons\u00a0: un montant ne se prend que d’un nombre.',
    remedy: `Choisissez ${fix} là où c’est proposé et montre le bon montant, ou tapez le montant comme nombre.`,
    example: 'Un nombre précédé d’une apostrophe ou d’une espace est du texte.',
  },
  'amount-not-a-number': {
    title: 'Le montant n’est pas un nombre',
    reason: 'Aucun montant ne peut se lire dans cette cellule, et aucun n’est deviné.',
    remedy: 'Saisissez le montant comme nombre.',
  },
  'amount-has-fraction-of-cent': {
    title: 'Fraction de centime',
    reason:
      'On paie des centimes entiers. Rien n’est arrondi ici, car un arrondi change ce que quelqu’un reçoit et le total.',
    remedy: 'Arrondissez le montant dans la feuille, puis contrôlez de nouveau.',
    example: '=ARRONDI(A2*B2;2)',
  },
  'amount-zero': {
    title: 'Le montant est nul',
    reason: 'Nova ne prend que des montants supérieurs à zéro.',
    remedy: 'Saisissez le montant. Si rien n’est payé, supprimez la ligne.',
  },
  'amount-negative': {
    title: 'Le montant est négatif',
    reason: 'Nova paie et ne peut pas encaisser\u00a0: il ne prend que des montants supérieurs à zéro.',
    remedy: 'Corrigez le montant, ou retirez la ligne du tableau.',
  },
  'amount-too-large': {
    title: 'Montant trop grand',
    reason: 'Excel garde 15 chiffres d’un nombre. Au-delà, les centimes ne sont plus ceux qui ont été tapés.',
    remedy: 'Corrigez le montant, ou répartissez-le sur plusieurs lignes.',
  },
  'total-too-large': {
    title: 'Total trop grand',
    reason: 'Au-delà de 90 billions (90 × 10¹²), le total n’est plus exact au centime.',
    remedy: 'Corrigez le montant, ou divisez le tableau.',
  },
  'currency-malformed': {
    title: 'Pas un code de devise',
    reason: 'Une devise se désigne par ses trois lettres (ISO 4217).',
    remedy: `Saisissez le code. Une cellule vide prend la devise par défaut de ${settings}.`,
    example: 'USD',
  },
  'currency-not-supported': {
    title: 'Devise non prise en charge',
    reason: 'Aujourd’hui, Nova ne paie qu’en USD.',
    remedy: `Si le montant est en USD, corrigez la devise, dans la cellule ou sous ${settings}. Sinon, retirez la ligne du tableau.`,
  },
  // Dates
  'date-is-text': {
    title: 'La date est du texte',
    reason:
      'La cellule contient du texte, même s’il ressemble à une date. Le jour et le mois peuvent être dans l’un ou l’autre ordre\u00a0: comme texte, seul AAAA-MM-JJ est pris.',
    remedy: `Choisissez ${fix} là où c’est proposé et montre le bon jour, ou saisissez une date.`,
    example: '2026-01-30',
  },
  'date-never-was': {
    title: 'Date qui n’a jamais existé',
    reason:
      'Excel compte le 29 février 1900 et le «\u00a00 janvier 1900\u00a0», qui n’ont jamais existé. Le second est le plus souvent une cellule vide derrière une formule.',
    remedy: 'Saisissez la date, ou corrigez la formule.',
  },
  'date-out-of-range': {
    title: 'Date inconnue d’Excel',
    reason: 'Le nombre de cette cellule n’est pas une date qu’Excel connaît.',
    remedy: 'Saisissez une date.',
    example: '2026-01-30',
  },
  'date-has-time': {
    title: 'Date avec une heure',
    reason: 'Une date de versement n’a pas d’heure. Le jour est envoyé, et l’heure est laissée de côté.',
    remedy: 'Assurez-vous que le jour est le bon, ou retirez l’heure.',
  },
  'date-in-past': {
    title: 'Date dans le passé',
    reason: 'Une date passée vient souvent du tableau de la dernière fois.',
    remedy: 'Corrigez la date, ou confirmez-la.',
  },
  'date-on-weekend': {
    title: 'Date en fin de semaine',
    reason: 'Les banques ne paient ni le samedi ni le dimanche. Les jours fériés ne sont pas contrôlés.',
    remedy: 'Choisissez un jour ouvré, ou confirmez la date.',
  },
  'date-far-ahead': {
    title: 'Date lointaine',
    reason: 'Une date dans plus de deux ans est souvent une faute de frappe.',
    remedy: 'Corrigez la date, ou confirmez-la.',
  },
  // Values that can be read in more than one way
  'amount-is-ambiguous': {
    title: 'Le montant peut se lire de deux façons',
    reason: 'Dans une notation, le texte vaut mille fois ce qu’il vaut dans l’autre.',
    remedy: 'Tapez le montant comme nombre.',
    example: '«\u00a01,234\u00a0» vaut 1234 pour les uns, et 1 et 234 millièmes pour les autres.',
  },
  'currency-disagrees': {
    title: 'Les devises se contredisent',
    reason:
      'La colonne de la devise, le signe dans la cellule et son format de nombre nomment des devises différentes. Personne ne peut dire laquelle est voulue.',
    remedy: 'Faites-leur nommer la même devise.',
    example: 'La colonne dit USD, et la cellule est au format €.',
  },
  'date-order-ambiguous': {
    title: 'La date peut se lire de deux façons',
    reason: 'Certains pays écrivent le jour en premier, d’autres le mois. Le texte peut désigner deux jours.',
    remedy: 'Saisissez une date, ou écrivez-la AAAA-MM-JJ.',
    example: '03/04/2027 est le 3 avril dans un pays et le 4 mars dans un autre.',
  },
  'cell-merged': {
    title: 'Cellules fusionnées',
    reason:
      'Des cellules fusionnées contiennent une seule valeur, et Excel la donne à la première d’entre elles.',
    remedy: 'Annulez la fusion dans Excel (Accueil > Fusionner et centrer), et remplissez chaque cellule.',
  },
  // Contacts, names, references
  'contact-twice': {
    title: 'Contact nommé deux fois',
    reason: 'Un contact est averti une fois d’un paiement, même s’il est nommé plusieurs fois.',
    remedy: 'Confirmez-le, ou saisissez l’identifiant de la personne qui était visée.',
  },
  'too-many-contacts': {
    title: 'Trop de contacts',
    reason: 'Un paiement prend au plus 100 contacts.',
    remedy: 'Retirez des contacts de la cellule.',
  },
  'name-is-number': {
    title: 'Le nom est un nombre',
    reason: 'Un nombre comme nom est souvent une date, ou une autre colonne que celle qui était voulue.',
    remedy: `Saisissez le nom, choisissez une autre colonne sous ${columns}, ou confirmez-le.`,
    example: '46052 est ce qu’Excel garde pour le 30 janvier 2026.',
  },
  'reference-inexact': {
    title: 'Référence inexacte',
    reason: 'Excel garde 15 chiffres d’un nombre. Une référence plus longue a perdu ses derniers chiffres.',
    remedy: 'Mettez la cellule au format texte, et saisissez la référence de nouveau.',
  },
  // What Nova knows of the payees
  'entity-unknown': {
    title: 'Entité inconnue de Nova',
    reason:
      'Votre organisation n’a pas cette entité dans Nova, qui refuse une distribution qui en nomme une telle.',
    remedy: `Vérifiez l’identifiant dans Nova. Si le bénéficiaire est nouveau, enregistrez-le d’abord sous ${payeeDetails}.`,
    example: 'Un identifiant de Sandbox est inconnu de Live, et inversement.',
  },
  'contact-unknown': {
    title: 'Contact inconnu de Nova',
    reason:
      'Votre organisation n’a pas ce contact dans Nova, qui refuse une distribution qui en nomme un tel.',
    remedy: `Vérifiez l’identifiant dans Nova. Si le contact est nouveau, enregistrez-le d’abord sous ${payeeDetails}.`,
  },
  'payee-name-differs': {
    title: 'Le bénéficiaire a un autre nom dans Nova',
    reason:
      'L’identifiant de l’entité décide qui est payé, et son nom légal n’est pas le bénéficiaire de la ligne. L’un des deux peut être faux. La casse, les accents, la ponctuation, les formes juridiques, «\u00a0The\u00a0», «\u00a0&\u00a0» et l’ordre des mots ne comptent pas.',
    remedy: 'Corrigez le bénéficiaire ou l’identifiant, ou confirmez que les deux sont le même.',
  },
  'payee-without-instructions': {
    title: 'Pas de coordonnées bancaires',
    reason:
      'Nova n’a pas de coordonnées bancaires de cette entité. Le paiement peut être préparé, mais pas exécuté.',
    remedy: `Enregistrez d’abord les coordonnées bancaires sous ${payeeDetails}, ou confirmez qu’elles suivront.`,
  },
  'payees-not-checked': {
    title: 'Bénéficiaires non contrôlés',
    reason:
      'Nova n’a pas pu être interrogé sur certains bénéficiaires\u00a0: leurs identifiants, noms et coordonnées bancaires n’ont pas été comparés.',
    remedy: `Choisissez «\u00a0${strings.problems.again}\u00a0». Si cela reste, regardez ces bénéficiaires dans Nova avant de continuer.`,
  },
  // Results that stand in the row already
  'result-id-malformed': {
    title: 'Identifiant de résultat illisible',
    reason:
      'Les identifiants des colonnes de résultats disent ce qui a déjà été envoyé\u00a0: ils doivent être exacts. Celui-ci n’en est pas un.',
    remedy:
      'Rétablissez l’identifiant, par exemple avec «\u00a0Annuler\u00a0» dans Excel. Ne videz la cellule que si la ligne n’a jamais été envoyée.',
  },
  'result-ids-incomplete': {
    title: 'Identifiant de distribution absent',
    reason:
      'La ligne a un identifiant de paiement et pas d’identifiant de distribution. La moitié de ce que Nova a donné est perdue.',
    remedy:
      'Rétablissez l’identifiant de distribution. Ne videz les deux que si la ligne n’a jamais été préparée.',
  },
  'payment-id-twice': {
    title: 'Identifiant de paiement en double',
    reason: 'Une ligne copiée avec ses identifiants passe pour préparée et ne serait jamais payée.',
    remedy: 'Si cette ligne doit être payée, videz ses cellules de résultats. Sinon, supprimez-la.',
  },
  // Distributions
  'distribution-partly-staged': {
    title: 'Distribution préparée en partie',
    reason:
      'Certaines de ses lignes sont préparées, d’autres non. Une distribution préparée ne prend plus de paiements.',
    remedy:
      'Donnez aux nouvelles lignes un autre nom de distribution ou une autre référence externe. Si elles sont préparées aussi, rétablissez leurs identifiants.',
  },
  'distribution-too-large': {
    title: 'Distribution trop grande',
    reason: 'Une distribution prend au plus 20\u202f000 paiements.',
    remedy: 'Divisez-la par le nom ou par la référence externe.',
  },
  'payee-twice': {
    title: 'Bénéficiaire deux fois dans une distribution',
    reason:
      'Deux lignes d’une distribution paient la même entité. Un paiement fait par erreur est difficile à récupérer.',
    remedy: 'Retirez l’une des lignes, ou confirmez que les deux sont payées.',
  },
  'reference-on-two-distributions': {
    title: 'Référence sur deux distributions',
    reason:
      'On retrouve une distribution par sa référence externe\u00a0: elle ne devrait figurer que sur une seule.',
    remedy: 'Donnez à chacune la sienne, ou confirmez-le.',
  },
  'reference-splits-distribution': {
    title: 'Référence qui divise une distribution',
    reason:
      'Les lignes ont le même nom, le même véhicule et la même date, et une autre référence externe. Elles deviennent une distribution à part.',
    remedy: 'Si elles vont ensemble, rendez les références égales. Sinon, confirmez-le.',
  },
  'name-with-two-dates': {
    title: 'Un nom avec deux dates',
    reason:
      'Un nom et un véhicule avec deux dates deviennent deux distributions. Souvent, une date est une faute de frappe.',
    remedy: 'Corrigez la date, ou confirmez qu’il y en a deux.',
  },
  'name-nearly-equal': {
    title: 'Noms presque égaux',
    reason:
      'Des noms qui ne diffèrent que par les espaces, la casse ou la ponctuation deviennent deux distributions.',
    remedy: 'S’ils vont ensemble, rendez les noms égaux. Sinon, confirmez-le.',
    example: '«\u00a0Q4 2026\u00a0» et «\u00a0Q4-2026\u00a0»',
  },
  'distribution-cents-differ': {
    title: 'Centimes perdus par arrondi',
    reason:
      'Des formules peuvent contenir des fractions de centime que le format cache. Les cellules donnent alors un autre total que ce qui est payé, et quelqu’un reçoit la différence.',
    remedy: 'Arrondissez les montants dans la feuille, et décidez quel paiement prend la différence.',
  },
  'subtotal-among-rows': {
    title: 'Sous-total parmi les lignes',
    reason:
      'La ligne est la somme des lignes au-dessus. Lue comme un versement, elle les paierait toutes une deuxième fois.',
    remedy: 'Supprimez la ligne, ou déplacez-la hors du tableau.',
  },
  'amount-equals-rows-above': {
    title: 'Montant égal aux lignes au-dessus',
    reason:
      'Le montant est exactement la somme des lignes juste au-dessus. Ce peut être un sous-total avec un bénéficiaire.',
    remedy: 'Si c’est un sous-total, supprimez la ligne. Sinon, confirmez qu’elle est payée aussi.',
  },
  'amount-unusual': {
    title: 'Montant inhabituel',
    reason:
      'Le montant vaut au moins dix fois la médiane de sa distribution, ou au plus un dixième\u00a0: souvent une virgule mal placée. Les distributions de moins de quatre paiements, ou en deux devises, ne sont pas jugées. Là où plus de trois et plus d’un dixième du tout sont aussi éloignés, le plus éloigné est nommé pour tous.',
    remedy:
      'Comparez le montant avec sa source, puis corrigez-le ou confirmez-le. Là où il est nommé pour tous, regardez aussi les autres.',
  },
  'tie-out-differs': {
    title: 'Total différent de la cellule de rapprochement',
    reason:
      'La cellule contient le total qui a été approuvé, et les lignes en donnent un autre. L’un des deux a changé depuis. Les lignes déjà préparées comptent aussi.',
    remedy: 'Cherchez la différence dans les lignes, ou corrigez la cellule.',
  },
  'currencies-mixed': {
    title: 'Monnaies mélangées',
    reason: 'Une distribution en deux devises n’a pas un seul total à comparer.',
    remedy: 'Divisez-la par le nom ou par la référence externe, ou confirmez-le.',
  },
};
