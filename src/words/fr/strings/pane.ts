/** The French of `../../en/strings/pane.ts`. */
import type { paneStrings as english } from '../../en/strings/pane.ts';
import { formatCount } from '../../format.ts';
import { isOne } from './counts.ts';

export const paneStrings: typeof english = {
  productName: 'Distribution Desk',

  named: (name, what) => `${name}\u00a0: ${what}`,

  statuses: {
    draft: 'brouillon',
    published: 'publiée',
    approved: 'approuvée',
    executed: 'exécutée',
    cancelled: 'annulée',
    staged: 'préparé',
    recipient_confirmed: 'confirmé par le bénéficiaire',
    verified: 'vérifié',
    disbursed: 'versé',
    failed: 'échoué',
  },

  outside: {
    title: 'Ouvrez cette page dans Excel',
    text: 'Distribution Desk fonctionne dans Excel. Ouvrez votre classeur dans Excel, puis choisissez Distributions dans l’onglet Accueil.',
  },

  tooOld: {
    title: 'Cet Excel est trop ancien',
    text: 'Distribution Desk a besoin d’Excel sur le web, d’Excel 2021 ou ultérieur, ou de Microsoft 365. Mettez Excel à jour, ou ouvrez le classeur dans Excel sur le web.',
  },

  version: {
    reload: 'Recharger',
    newer: {
      title: 'Une nouvelle version de ce volet est prête',
      text: 'Rechargez le volet quand vous aurez terminé ce que vous faites. Ce qui a été préparé est conservé.',
    },
    older: {
      title: 'Le serveur Distribution Desk est plus ancien que ce volet',
      text: 'Il est peut-être en cours de mise à jour. Rechargez le volet dans quelques minutes\u202f; si cela persiste, dites-le aux responsables de Distribution Desk.',
    },
  },

  crash: {
    title: 'Distribution Desk s’est arrêté',
    text: 'Une erreur s’est produite dans le volet, et il s’est arrêté avant de faire quoi que ce soit d’autre. Rechargez-le, puis contrôlez de nouveau\u00a0: ce qui a déjà été préparé est reconnu et n’est jamais envoyé deux fois.',
    reload: 'Recharger',
  },

  session: {
    sandbox: 'Sandbox',
    sandboxHint: 'Sandbox\u00a0: aucun argent ne circule',
    live: 'Live',
    liveHint: 'Live\u00a0: de vrais paiements sont préparés',
    menu: (userName) => `Compte de ${userName}`,
    organization: (id) => `Organisation ${id}`,
    settings: 'Réglages du contrôle',
    signOut: 'Se déconnecter',
  },

  steps: {
    label: 'Étapes',
    names: { check: 'Contrôler', preview: 'Aperçu', confirm: 'Confirmer', result: 'Résultat' },
  },

  places: {
    label: 'Sur quoi travailler',
    names: { payouts: 'Versements', registrations: 'Bénéficiaires' },
    looksLike: {
      payout: 'Cela ressemble à un tableau de versements.',
      'payment-instructions': 'Cela ressemble à un tableau de coordonnées bancaires.',
      entity: 'Cela ressemble à un tableau d’entités.',
      contact: 'Cela ressemble à un tableau de contacts.',
    },
    checkThere: (place: string) => `Contrôler dans ${place}`,
    waitTitle: 'Pas maintenant',
    waitText: (isSending) =>
      isSending
        ? 'Un envoi ou une écriture est en cours. Vous pourrez changer quand ce sera terminé.'
        : 'Une recherche ou un contrôle est en cours. Vous pourrez changer quand ce sera terminé.',
  },

  starting: 'Démarrage…',
  stillWorking: 'Toujours en cours…',

  connection: {
    offline: {
      title: 'Cet ordinateur est hors ligne',
      text: 'Rien ne peut être contrôlé ni envoyé avant le retour de la connexion. Rien n’est perdu, et rien n’est envoyé deux fois.',
    },
    silent: {
      title: 'Le serveur Distribution Desk ne répond pas',
      text: 'Il est interrogé de nouveau automatiquement. Rien n’est perdu, et rien n’est envoyé deux fois. Si cela persiste, dites-le aux responsables de Distribution Desk.',
    },
    ask: 'Interroger maintenant',
    back: 'Le serveur Distribution Desk répond à nouveau.',
  },

  whyNot: {
    away: 'Cela attend que le serveur réponde de nouveau.',
    locked:
      'Tout envoi est arrêté, comme indiqué ci-dessus. Rien ne peut être envoyé avant qu’un admin ne le permette.',
    notOnLive: 'Votre compte peut consulter Live, mais n’y rien envoyer. Demandez à un admin de l’autoriser.',
    warnings: (count) =>
      isOne(count)
        ? 'Regardez l’avertissement, puis cochez que vous l’avez fait.'
        : `Regardez les ${formatCount(count)} avertissements, puis cochez que vous l’avez fait.`,
    noTotal: (currency) => `Saisissez d’abord le total de contrôle en ${currency}.`,
    otherTotal: (currency) => `Le total de contrôle en ${currency} ne correspond pas à la feuille.`,
  },

  signIn: {
    title: 'Se connecter',
    text: 'Saisissez le code à usage unique que vous avez reçu.',
    resume: 'Votre travail est conservé. Après la connexion, vous reprenez là où vous étiez.',
    account: 'Se connecter avec Microsoft',
    accountText: 'Utilisez le compte de votre organisation. Une fenêtre peut s’ouvrir pour cela.',
    waitTitle: 'Vous pourrez vous connecter dans un instant',
    waitText: 'La connexion apparaît ici dès que le serveur répond.',
    code: 'Code de connexion',
    button: 'Se connecter',
    retry: 'Réessayer',
  },
};
