/** The French of `../en/help.ts`. */
import { oversight } from './oversight.ts';
import { strings } from './strings.ts';
import type { Words } from '../language.ts';

const take = `«\u00a0${strings.confirm.take}\u00a0»`;
const takeTieOut = `«\u00a0${strings.tieOut.take}\u00a0»`;
const approvals = `«\u00a0${oversight.menuApprovals}\u00a0»`;
const again = `«\u00a0${strings.problems.again}\u00a0»`;

const topics: Words['help']['topics'] = {
  'control-total': {
    title: 'Pourquoi taper le total\u202f?',
    reason:
      'Le volet ne connaît que ce qui est dans la feuille. Une ligne ajoutée, modifiée ou perdue se voit quand le total vient d’ailleurs\u00a0: de votre approbation, de votre comptabilité, de votre fichier bancaire.',
    remedy: `Tapez le total approuvé, ou sélectionnez la cellule qui le contient et choisissez ${take}. S’il diffère, cherchez la différence dans la feuille avant de préparer.`,
    example: 'Approuvé 1284310.55, dans la feuille 1284301.55\u00a0: deux chiffres sont intervertis.',
  },
  'second-person': {
    title: 'Pourquoi une deuxième personne\u202f?',
    reason:
      'Votre organisation a décidé que personne n’envoie seul un tel montant. Tant que quelqu’un d’autre n’a pas approuvé, rien n’est envoyé à Nova.',
    remedy: `Demandez à un approbateur d’ouvrir le menu du compte, de choisir ${approvals} et de regarder. C’est alors envoyé, et les identifiants viennent d’eux-mêmes dans votre feuille.`,
  },
  'second-person-details': {
    title: 'Pourquoi une deuxième personne\u202f?',
    reason:
      'Qui peut changer des coordonnées bancaires peut détourner le prochain versement. Là où une entité en a déjà, quelqu’un d’autre approuve les suivantes.',
    remedy: `Enregistrez-les tout de même\u00a0: elles attendent. Demandez à un approbateur d’ouvrir le menu du compte et de choisir ${approvals}. Contrôlez ensuite de nouveau et enregistrez les mêmes lignes, car aucun numéro de compte n’est gardé entre-temps.`,
  },
  'call-back': {
    title: 'Pourquoi appeler le bénéficiaire\u202f?',
    reason:
      'Un message avec de nouvelles coordonnées bancaires peut venir de quelqu’un d’autre, même depuis la messagerie du bénéficiaire. L’argent parti sur un compte falsifié reste le plus souvent perdu.',
    remedy:
      'Appelez un numéro que vous connaissiez déjà, et non celui du message. Faites-vous lire le numéro de compte, et comparez-le avec la feuille.',
  },
  repeat: {
    title: 'Pourquoi n’est-ce pas renvoyé\u202f?',
    reason:
      'Les mêmes paiements ont déjà été préparés, depuis ce classeur ou un autre. Ils sont reconnus à leur contenu, afin que personne ne soit payé deux fois par erreur.',
    remedy:
      'Regardez d’abord la distribution précédente dans Nova. Ne préparez de nouveau que si les bénéficiaires doivent être payés une deuxième fois\u00a0: il faut un motif, qui est gardé avec votre nom.',
  },
  limits: {
    title: 'Pourquoi une limite\u202f?',
    reason:
      'Votre organisation a fixé ce qui peut être envoyé au plus, par paiement, par distribution et par jour, et pour quels véhicules et quelles devises.',
    remedy:
      'Comparez le montant avec sa source\u00a0: le plus souvent, une virgule est mal placée. S’il est juste, la personne qui gère Distribution Desk peut changer la limite.',
  },
  'mode-lock': {
    title: 'Pourquoi tout envoi est-il arrêté\u202f?',
    reason:
      'Nova a répondu pour un autre mode ou une autre organisation que ceux de ce serveur. De vrais paiements pourraient être préparés là où un essai était voulu, ou pour quelqu’un d’autre\u00a0: personne n’envoie donc rien avant que ce soit regardé.',
    remedy:
      'Prévenez un admin. Entre-temps, rien n’est envoyé\u202f; le contrôle et l’actualisation fonctionnent, et vos lignes restent telles quelles.',
  },
  'not-known': {
    title: 'Que veut dire «\u00a0inconnu\u00a0»\u202f?',
    reason:
      'L’envoi est parti, et la réponse s’est perdue en chemin. Personne ne peut encore dire si Nova l’a créé\u00a0: il n’est ni préparé ni refusé.',
    remedy: `Ne le saisissez pas à la main dans Nova. Choisissez ${again} et envoyez-le encore une fois\u00a0: pendant un jour, Nova le reconnaît et ne le crée pas deux fois. Ensuite, rien n’est envoyé\u202f; cherchez-le dans Nova, et dites ici ce qu’il est devenu.`,
  },
  'tie-out': {
    title: 'Qu’est-ce qu’un rapprochement\u202f?',
    reason:
      'L’une de vos cellules contient le total que les lignes doivent donner. Chaque contrôle compare les deux, afin qu’une ligne modifiée se voie tout de suite et non à la fin.',
    remedy: `Sélectionnez la cellule et choisissez ${takeTieOut}. Tant que les deux diffèrent, rien ne peut être préparé.`,
    example: 'Le total de l’avis de distribution approuvé, dans une cellule au-dessus du tableau.',
  },
  'default-currency': {
    title: 'Quand sert-elle\u202f?',
    reason:
      'Seulement là où une ligne ne nomme pas de devise\u00a0: ni colonne de devise, ni signe, ni format de nombre qui en porte une.',
    remedy:
      'Laissez USD, que Nova paie aujourd’hui. Si le tableau est dans une autre devise, ne changez rien ici\u202f; payez-le autrement.',
  },
};

export const help: Words['help'] = {
  about: (title) => `Pourquoi\u202f? ${title}`,
  remedy: 'Que faire\u00a0:',
  example: 'Par exemple\u00a0:',
  close: 'Fermer',
  topics,

  tour: {
    menu: 'Montrer la visite',
    label: 'Visite',
    step: (number, count) => `Étape ${number} sur ${count}`,
    next: 'Suivant',
    back: 'Retour',
    skip: 'Passer la visite',
    done: 'Terminer',
    again: 'Vous la retrouvez dans le menu du compte.',
    steps: [
      {
        title: 'Contrôler',
        text: `Sélectionnez une cellule de vos versements et choisissez «\u00a0${strings.source.check}\u00a0». Chaque ligne est contrôlée, et rien n’est envoyé.`,
      },
      {
        title: 'Corriger',
        text: 'Choisissez un problème, et sa cellule est sélectionnée. Le point d’interrogation à côté de son titre dit pourquoi la règle existe et que faire.',
      },
      {
        title: 'Confirmer',
        text: 'Regardez chaque distribution, puis tapez le total de vos propres documents. Au centime près, sinon rien ne peut être envoyé.',
      },
      {
        title: 'Préparer',
        text: 'Les identifiants et statuts de Nova viennent dans la feuille à côté de vos lignes. Les mêmes lignes sont reconnues plus tard, et ne sont renvoyées que si vous le décidez.',
      },
    ],
  },
};
