/** The German of `../en/oversight.ts`. */
import type { HistoryOutcome, Role } from '../../contract/index.ts';
import { formatCount, formatInstant, formatList, formatMoney } from '../format.ts';
import type { Words } from '../language.ts';
import { plural } from './plural.ts';

const roleNames: Record<Role, string> = {
  viewer: 'Leser',
  preparer: 'Vorbereiter',
  approver: 'Freigeber',
  admin: 'Admin',
};

const outcomeNames: Record<HistoryOutcome, string> = {
  accepted: 'Vorgemerkt',
  rejected: 'Von Nova abgelehnt',
  unknown: 'Nicht bekannt',
  'not-sent': 'Nicht gesendet',
  'awaiting-approval': 'Wartet auf Freigabe',
  approved: 'Freigegeben',
  returned: 'Zurückgegeben',
  refused: 'Abgewiesen',
};

const actionNames: Readonly<Record<string, string>> = {
  'sign-in': 'Angemeldet',
  'sign-out': 'Abgemeldet',
  'code-issued': 'Anmeldecode ausgegeben',
  'user-added': 'Benutzer hinzugefügt',
  'user-disabled': 'Benutzer gesperrt',
  'user-enabled': 'Benutzer entsperrt',
  'tokens-revoked': 'Überall abgemeldet',
  reserve: 'Vorbereitet',
  stage: 'Nochmals angefragt',
  send: 'Gesendet',
  refuse: 'Durch eine Regel angehalten',
  approve: 'Freigegeben',
  return: 'Zurückgegeben',
  expire: 'Freigabefrist abgelaufen',
  replace: 'Zeilen einer stornierten übernommen',
  link: 'Verknüpft',
  'declare-never-created': 'Für nie angelegt erklärt',
  'mode-mismatch': 'Alles Senden angehalten',
  release: 'Senden weitergehen lassen',
};

const payments = (count: number) => plural(count, 'Zahlung', 'Zahlungen');

export const oversight: Words['oversight'] = {
  menuApprovals: 'Freigaben',
  menuHistory: 'Verlauf',
  roles: (roles) => formatList(roles.map((role) => roleNames[role])),
  back: 'Zurück',
  backTo: { payouts: 'Zurück zu Auszahlungen', registrations: 'Zurück zu Empfängern' },

  approvals: {
    title: 'Freigaben',
    text: 'Das wurde vorbereitet und wartet auf eine zweite Person. Nichts davon wurde an Nova gesendet.',
    looking: 'Es wird nachgesehen, was wartet…',
    failed: 'Was wartet, konnte nicht gelesen werden',
    failedText: 'Wählen Sie „Erneut nachsehen“. Nichts wurde freigegeben oder gesendet.',
    none: 'Nichts wartet auf Freigabe',
    noneText: 'Was jemand über dem festgelegten Betrag vorbereitet, erscheint hier.',
    more: 'Es wartet mehr, als diese Liste zeigt. Entscheiden Sie zuerst hierüber.',
    waiting: (count) => `${plural(count, 'Eintrag wartet', 'Einträge warten')} auf Ihre Freigabe`,
    look: 'Ansehen',
    prepared: (who, when) => `Vorbereitet von ${who} am ${formatInstant(when)}`,
    expires: (when) => `Läuft ab am ${formatInstant(when)}`,
    from: (workbook, sheet) => `Aus ${workbook}, Blatt ${sheet}`,
    own: 'Das haben Sie vorbereitet, also muss es jemand anders freigeben.',
    refresh: 'Erneut nachsehen',
  },

  sealed: {
    text: 'Das würde gesendet, versiegelt, wie es vorbereitet wurde. Jede Änderung an den Zeilen macht daraus etwas anderes.',
    hash: 'Siegel',
    hashHint:
      'Die ersten 12 Zeichen des Siegels. Jede Änderung an dem, was gesendet würde, ergibt ein anderes.',
    reference: (reference) => `Referenz ${reference}`,
    repeat: (reason) => `Absichtlich erneut vorgemerkt. Grund: ${reason}`,
    changesTitle: (count) => `${payments(count)} zum Ansehen`,
    noChanges: 'Kein neuer Empfänger, und kein ungewöhnlicher Betrag',
    compared: ({ distributions, complete }) => {
      if (distributions === 0) return 'Bisher wurde nichts vorgemerkt, also gibt es nichts zum Vergleichen.';
      const counted = (one: string, other: string) => plural(distributions, one, other);
      return complete
        ? `Verglichen mit ${counted('früheren Ausschüttung', 'früheren Ausschüttungen')}.`
        : `Verglichen mit den letzten ${counted('früheren Ausschüttung', 'früheren Ausschüttungen')}; ältere wurden nicht angesehen, also kann ein neuer Empfänger ein alter sein.`;
    },
    instructions:
      'Ob sich Bankverbindungen geändert haben, lässt sich vor dem Vormerken nicht sagen. Sehen Sie sie in Nova an, wo es darauf ankommt.',
    change: (change, currency) => {
      switch (change.change) {
        case 'new-payee':
          return 'Neuer Empfänger';
        case 'new-currency':
          return 'Noch nie in dieser Währung bezahlt';
        case 'unusual-amount':
          return `Üblich ${formatMoney(change.usualCents, currency)}, zuletzt ${formatMoney(change.lastCents, currency)}`;
      }
    },
    last: (amount, when) => `Zuletzt ${amount} am ${formatInstant(when)}`,
    payments,
    paymentsOf: (name) => `Zahlungen von ${name}`,
    paysOn: (day) => `zahlbar ${day}`,
    approve: (count, amounts) => `${payments(count)} freigeben, ${amounts}`,
    return: 'Zurückgeben…',
    takeBack: 'Zurücknehmen…',
    own: 'Das haben Sie vorbereitet. Freigeben muss es jemand anders; Sie können es zurücknehmen.',
    noRole: 'Ihr Konto darf das ansehen, aber nicht freigeben.',
    approving: 'Wird an Nova gesendet…',
  },

  returning: {
    title: 'Zurückgeben?',
    text: (name) =>
      `${name} wird nicht gesendet. Wer es vorbereitet hat, sieht Ihren Grund und kann die Zeilen korrigieren und erneut vormerken.`,
    reason: 'Was stimmt daran nicht?',
    hint: 'Mindestens 10 Zeichen. Steht mit Ihrem Namen im Verlauf.',
    confirm: 'Zurückgeben',
    cancel: 'Abbrechen',
  },

  approved: {
    accepted: {
      title: 'Freigegeben und vorgemerkt',
      text: (name, amounts, id) => `${name}, ${amounts}, ist in Nova ${id}.`,
    },
    otherMode: {
      title: 'Freigegeben, aber im anderen Modus angelegt',
      text: (why) => `${why} Ihre IDs werden nicht geschrieben, und alles Senden ist angehalten.`,
    },
    rejected: {
      title: 'Freigegeben, aber Nova hat es abgelehnt',
      text: (why) => `Nichts wurde angelegt. ${why}`,
    },
    unknown: {
      title: 'Freigegeben, aber das Ergebnis ist noch nicht bekannt',
      text: (why) => `${why} Es wird von selbst wieder nachgefragt und kann nicht zweimal entstehen.`,
    },
    notSent: { title: 'Freigegeben, aber noch nicht gesendet' },
    returned: { title: 'Es wurde inzwischen zurückgegeben' },
  },
  returned: { title: 'Zurückgegeben', text: (name) => `Nichts von ${name} wurde gesendet.` },

  history: {
    title: 'Verlauf',
    text: 'Wer was getan hat, das Neueste zuerst. Nichts davon kann geändert oder gelöscht werden.',
    scope: 'Wessen Verlauf',
    scopes: { workbook: 'Diese Arbeitsmappe', all: 'Alle Arbeitsmappen' },
    knownAs: (names) =>
      `Was aus ${formatList(names)} gesendet wurde. Arbeitsmappen sind an ihrem Namen bekannt: Eine umbenannte und eine Kopie behalten die Namen, die sie hatten.`,
    notNamed: 'Excel hat den Namen dieser Arbeitsmappe nicht genannt, also ist dies der Verlauf von allen.',
    search: 'Suchen',
    searchHint: 'Name oder ID',
    who: 'Wer',
    workbook: 'Arbeitsmappe',
    outcome: 'Ergebnis',
    anyOutcome: 'Alle',
    from: 'Ab Tag (UTC)',
    to: 'Bis Tag (UTC)',
    filters: 'Filter',
    show: 'Anzeigen',
    more: 'Mehr anzeigen',
    export: 'Als CSV speichern',
    file: 'distribution-desk-history.csv',
    looking: 'Der Verlauf wird gelesen…',
    failed: 'Der Verlauf konnte nicht gelesen werden',
    failedText: 'Wählen Sie „Anzeigen“, um ihn nochmals zu lesen. Nichts darin wurde geändert.',
    nothingHere: 'Aus dieser Arbeitsmappe wurde noch nichts gesendet',
    nothingHereText: 'Was auch immer Sie aus ihr vormerken oder erfassen, steht von da an hier.',
    nothingYet: 'Noch wurde nichts getan',
    nothingYetText: 'Was auch immer vorgemerkt, erfasst oder freigegeben wird, steht von da an hier.',
    none: 'Dazu passt nichts',
    noneText: 'Keine Zeile des Verlaufs passt. Leeren Sie Suche und Filter, um alles zu sehen.',
    shown: (count) => `${plural(count, 'Zeile', 'Zeilen')} angezeigt`,
    list: 'Zeilen des Verlaufs',
    outcomeNames,
    action: (action) => actionNames[action] ?? action.replaceAll('-', ' '),
    line: (sequence) => `Nr. ${formatCount(sequence)}`,
    place: (workbook, sheet) => (sheet === null || sheet === '' ? workbook : `${workbook}, Blatt ${sheet}`),
    requests: (ids) => `Referenz für den Support von Nova: ${formatList(ids)}`,
  },

  modeLock: {
    title: 'Alles Senden ist angehalten',
    why: 'Warum, und was zu tun ist',
    forAdmin:
      'Sehen Sie sich die Ausschüttung und die Zugangsdaten an, und lassen Sie dann das Senden weitergehen.',
    forOthers: 'Sagen Sie es einem Admin. Prüfen und Aktualisieren gehen weiterhin.',
    release: 'Senden weitergehen lassen…',
    dialogTitle: 'Senden weitergehen lassen?',
    dialogText:
      'Nur wenn Sie wissen, warum die Antwort aus einem anderen Modus oder von einer anderen Organisation kam, und wenn es nicht wieder vorkommt.',
    reason: 'Was war die Ursache?',
    hint: 'Mindestens 10 Zeichen. Steht mit Ihrem Namen im Verlauf.',
    confirm: 'Senden weitergehen lassen',
    cancel: 'Abbrechen',
  },

  awaiting: ({ preparedBy, expiresAt, approvedBy }) =>
    approvedBy === null
      ? `Nichts wurde gesendet. Jemand anders als ${preparedBy} muss es bis ${formatInstant(expiresAt)} freigeben. Dann wird es gesendet, und seine IDs werden hier geschrieben.`
      : `${approvedBy} hat es freigegeben, aber es konnte noch nicht gesendet werden. Es wird von selbst wieder versucht.`,
  allWaiting: (count) => `${plural(count, 'Ausschüttung wartet', 'Ausschüttungen warten')} auf Freigabe`,

  alike: {
    badge: 'Ähnliches wurde schon vorgemerkt',
    text: ({ by, at, source, paymentCount, totalCents, currency, distributionId }) => {
      const amount =
        totalCents === null || currency === null ? '' : ` über ${formatMoney(totalCents, currency)}`;
      const id = distributionId === null ? '' : ` als ${distributionId}`;
      return `${by} hat am ${formatInstant(at)} aus ${source.workbook} eine gleichen Namens, Tages und Vehikels mit anderen Zahlungen (${payments(paymentCount)}${amount}) vorgemerkt${id}. Werden auch diese Zeilen vorgemerkt, werden beide gezahlt. Sollen sie an ihre Stelle treten, lassen Sie die andere zuerst in Nova stornieren.`;
    },
    other: 'Das ist eine andere Ausschüttung. Auch vormerken.',
  },

  limits: {
    vehicle: (vehicle) => `Die festgelegten Limits erlauben das Vehikel ${vehicle} nicht.`,
    currency: (currency) => `Die festgelegten Limits erlauben nichts in ${currency}.`,
    distribution: (amount, most) => `${amount} liegt über dem Limit von ${most} für eine Ausschüttung.`,
    payment: (amount, most) => `Eine Zahlung von ${amount} liegt über dem Limit von ${most}.`,
    approval: 'Das muss eine zweite Person freigeben. Danach wird es gesendet.',
    beyond: 'Hier liegt etwas über den festgelegten Limits, also kann so nichts vorgemerkt werden.',
  },

  noPreparer:
    'Ihr Konto darf prüfen und aktualisieren, aber nicht vormerken. Bitten Sie einen Admin um die Rolle des Vorbereiters.',

  waitingNews: {
    title: 'Neues von dem, was auf Freigabe wartete',
    staged: (count) =>
      `${plural(count, 'Ausschüttung wurde', 'Ausschüttungen wurden')} freigegeben und gesendet.`,
    returned: (count) =>
      `${plural(count, 'Ausschüttung kam', 'Ausschüttungen kamen')} zurück; den Grund sehen Sie unten.`,
  },

  bound: {
    title: 'Diese Arbeitsmappe gehört zu einem anderen Nova',
    text: (has, now) =>
      `Sie enthält IDs von ${has}, und dieser Aufgabenbereich arbeitet auf ${now}. Nichts wurde gesendet oder geschrieben. Nehmen Sie den Aufgabenbereich von ${has}; oder, wenn dies eine Kopie ist, aus der Sie die IDs von Nova entfernt haben, lösen Sie sie in den Prüfeinstellungen.`,
    name: (mode, organizationId) =>
      `${mode === 'live' ? 'Live' : 'Sandbox'}${organizationId === null ? '' : `, Organisation ${organizationId}`}`,
    settings: (name) => `Diese Arbeitsmappe gehört zu ${name}.`,
    release: 'Diese Arbeitsmappe lösen',
    releaseHint: 'Erst wenn ihre IDs von Nova entfernt sind: Anderswo bedeuten sie nichts.',
  },
};
