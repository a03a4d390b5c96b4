/** The French of `../../en/strings/check.ts`. */
import type { checkStrings as english } from '../../en/strings/check.ts';
import { formatCount, formatShare } from '../../format.ts';
import { plural } from '../plural.ts';
import { rows, isOne, someOf } from './counts.ts';

export const checkStrings: typeof english = {
  checkProgress: {
    bar: 'Avancement du contrôle',
    shown: ({ stage, done, total }) =>
      stage === 'payees'
        ? `${formatCount(done)} bénéficiaires sur ${formatCount(total)} demandés à Nova`
        : `${stage === 'reading' ? 'Lecture' : 'Contrôle'}\u00a0: ${formatCount(done)} sur ${rows(total)}`,
    spoken: ({ stage, done, total }) => {
      const quarters = Math.floor((done * 4) / total);
      const all =
        stage === 'payees'
          ? `Questions à Nova sur ${plural(total, 'bénéficiaire', 'bénéficiaires')}`
          : `${stage === 'reading' ? 'Lecture' : 'Contrôle'} de ${rows(total)}`;
      return quarters === 0 ? all : `${all}\u00a0: ${formatShare(quarters, 4)} terminé`;
    },
  },

  source: {
    title: 'Préparer les versements de ce classeur',
    text: 'Sélectionnez une cellule de votre tableau des versements, puis choisissez «\u00a0Contrôler\u00a0».',
    steps: [
      'Chaque ligne est contrôlée. Rien n’est envoyé.',
      'Vous voyez les distributions et confirmez leur total.',
      'Les identifiants et les statuts s’écrivent à côté de vos lignes.',
    ],
    check: 'Contrôler',
    checkTable: (name: string, count: number) => `Contrôler ${rows(count)} de ${name}`,
    checkSelected: (name: string, count: number) =>
      `Contrôler ${plural(count, 'ligne sélectionnée', 'lignes sélectionnées')} de ${name}`,
    checkAgainOf: (name: string, count: number) => `Contrôler de nouveau ${rows(count)} de ${name}`,
    takeAgain: (name: string, count: number) => `Reprendre ${name}, ${rows(count)}`,
    blankSheet: (select: string) => `Cette feuille est vide. ${select}`,
    emptyTitle: 'Pas encore de versements dans ce classeur',
    emptyText:
      'Saisissez-les sous une ligne d’en-têtes\u00a0: nom de la distribution, véhicule, date de distribution, entité et montant. Ce volet pourra alors les contrôler.',
    choose: 'Choisir un tableau dans une liste',
    refresh: 'Actualiser les statuts',
    checking: 'Lecture et contrôle du tableau…',
    refreshing: 'Demande des statuts à Nova…',
  },

  choose: {
    title: 'Quel tableau\u202f?',
    text: 'Voici les tableaux de ce classeur. Choisissez celui à contrôler.',
    list: 'Tableaux de ce classeur',
    noneTitle: 'Aucun tableau dans ce classeur',
    none: 'Saisissez vos lignes sous une ligne d’en-têtes, puis choisissez «\u00a0Retour\u00a0» et «\u00a0Contrôler\u00a0».',
    kinds: { table: 'Tableau Excel', name: 'Plage nommée', region: 'Cellules avec en-tête' },
    hidden: 'feuille masquée',
    reading: 'Lecture et contrôle du tableau…',
    back: 'Retour',
  },

  table: {
    another: 'Choisir un autre tableau',
    ambiguityTitle: 'Voyez ce qui a été pris',
    foundBy: {
      table: 'Le tableau Excel autour de votre sélection',
      name: 'La plage nommée autour de votre sélection',
      region: 'La zone remplie autour de la cellule sélectionnée',
      selection: 'La plage sélectionnée',
    },
    rowCount: (count) => plural(count, 'versement', 'versements'),
    hidden: (count) => plural(count, 'masqué', 'masqués'),
    leftOut: (count) => plural(count, 'ligne laissée de côté', 'lignes laissées de côté'),
    leftOutReason: {
      blank: 'vide',
      'totals-row': 'ligne de total',
    },
    leftOutRow: (sheetRow, reason) => `Ligne ${sheetRow} (${reason})`,
    leftOutMore: (count) => `et ${formatCount(count)} de plus`,
  },

  mapping: {
    title: 'Colonnes',
    summary: (mapped, total) =>
      `${formatCount(mapped)} sur ${formatCount(total)} ${isOne(mapped) ? 'reconnue' : 'reconnues'}`,
    text: 'Choisissez ce que contient chaque colonne. Votre choix est conservé dans ce classeur.',
    none: '—',
    noHeader: (column) => `(colonne ${column}, sans en-tête)`,
    missing: 'Choisissez une colonne',
    because: {
      header: 'Reconnue à son en-tête',
      'similar-header': 'Reconnue à un en-tête semblable',
      content: 'Reconnue à son contenu',
    },
    chosen: 'Choisie pour ce classeur',
    samples: (values) => `Premières valeurs\u00a0: ${values.join(' · ')}`,
    noSamples: 'Aucune valeur dans cette colonne',
  },

  problems: {
    title: (count) => plural(count, 'problème', 'problèmes'),
    text: 'Corrigez ceci dans la feuille, puis contrôlez de nouveau. Rien ne peut être préparé avant.',
    warningsTitle: (count) => plural(count, 'avertissement', 'avertissements'),
    warningsText: 'Rien de ceci ne bloque, mais regardez chaque point avant de continuer.',
    seen: (count) =>
      isOne(count) ? 'J’ai regardé l’avertissement' : `J’ai regardé les ${formatCount(count)} avertissements`,
    none: 'Aucun problème trouvé',
    noneText: 'Toutes les lignes ont passé tous les contrôles.',
    wholeTable: 'Tableau',
    goTo: (address) => `Aller à la cellule ${address}`,
    again: 'Contrôler de nouveau',
    continue: 'Continuer vers l’aperçu',
    continueWith: (what) => `Continuer vers l’aperçu\u00a0: ${what}`,
    back: 'Retour',
    rechecking: 'Nouveau contrôle…',
    mark: 'Montrer dans la feuille',
    markHint:
      'Colore les cellules tant que ce contrôle est affiché. Votre propre mise en forme reste telle quelle.',
    groupItems: (title, count) => `${title}, ${formatCount(count)}`,
  },

  search: {
    problems: 'Rechercher des problèmes',
    payments: 'Rechercher des paiements',
    distributions: 'Rechercher des distributions',
    results: 'Rechercher des résultats',
    rows: 'Rechercher des lignes',
    filter: 'Afficher',
    found: (count, total) =>
      `${formatCount(count)} sur ${formatCount(total)} ${isOne(count) ? 'affiché' : 'affichés'}`,
    none: 'Rien ne correspond. Effacez la recherche pour tout voir.',
    kinds: {
      all: 'Tout',
      problem: 'Problèmes',
      warning: 'Avertissements',
      fixable: 'Avec une correction',
      unusual: 'Montants inhabituels',
      new: 'Nouveaux bénéficiaires',
      hidden: 'Lignes masquées',
      override: 'Avec leur propre date',
      decide: 'À décider',
      before: 'Préparées auparavant',
      open: 'Non préparées',
      done: 'Préparées',
    },
  },

  corrections: {
    becomes: (to) => `Devient ${to}`,
    fix: 'Corriger',
    fixAt: (address, to) => `Corriger ${address}\u00a0: devient ${to}`,
    fixAll: (count) => (isOne(count) ? 'Corriger' : `Corriger les ${formatCount(count)}`),
    fixAllText: (count) =>
      `${plural(count, 'cellule a', 'cellules ont')} une correction sûre. ${count <= 2_000 ? 'Une seule annulation' : 'L’annulation'} dans Excel permet de revenir en arrière.`,
    working: 'Correction des cellules…',
    skippedTitle: (count) =>
      plural(count, 'cellule n’a pas été corrigée', 'cellules n’ont pas été corrigées'),
    skippedText: (addresses) =>
      `Modifié depuis le contrôle\u00a0: ${someOf(addresses)}. Rien n’y a donc été écrit. Voyez ce que dit maintenant le contrôle.`,
    undoStepsTitle: 'Les cellules ont été corrigées en plusieurs étapes',
    undoStepsText: (steps) =>
      `Elles étaient trop nombreuses pour qu’Excel les prenne en une fois. Pour revenir sur toutes, annulez ${formatCount(steps)} fois dans Excel.`,
  },

  tieOut: {
    title: 'Rapprocher d’une cellule',
    text: 'Sélectionnez la cellule qui contient votre propre total, puis prenez-la. Chaque contrôle la compare aux lignes.',
    take: 'Prendre la cellule sélectionnée',
    takeOther: 'Prendre une autre cellule',
    clear: 'Supprimer le rapprochement',
    at: (address) => `Total en ${address}`,
    unreadable: (address) =>
      `${address} ne contient plus de montant. Prenez une autre cellule, ou supprimez le rapprochement, pour continuer.`,
    noNumberTitle: 'Aucun total dans la cellule sélectionnée',
    noNumber: 'Sélectionnez la cellule qui contient votre total sous forme de nombre, puis prenez-la.',
  },

  settings: {
    title: 'Réglages du contrôle',
    text: 'Ils sont conservés dans ce classeur.',
    currency: 'Devise par défaut',
    currencyHint: 'Utilisée là où une ligne n’indique pas de devise.',
    currencyWrong: 'Saisissez un code de trois lettres, comme USD.',
    rules: 'Traiter comme un problème',
    rulesText:
      'Un avertissement vous demande de regarder. Ce qui est activé ici empêche la préparation jusqu’à la correction.',
    workbook: 'Ce classeur',
    opens: 'Ouvrir ce volet avec le classeur',
    opensText:
      'Pour tous ceux qui l’ouvrent et ont installé Distribution Desk. Conservé quand le classeur est enregistré.',
    save: 'Enregistrer',
    cancel: 'Annuler',
  },
};
