/** The German of `../../en/strings/result.ts`. */
import type { resultStrings as english } from '../../en/strings/result.ts';
import { formatCount, formatInstant, formatList } from '../../format.ts';
import { plural } from '../plural.ts';
import { distributions, modeOf, payments, rows } from './counts.ts';

export const resultStrings: typeof english = {
  progress: {
    title: 'Wird vorgemerkt',
    rereading: 'Das Blatt wird noch einmal gelesen…',
    sending: (index, total) => `Ausschüttung ${formatCount(index)} von ${formatCount(total)}`,
    cancel: 'Nach dieser anhalten',
    cancelling: 'Hält nach dieser an…',
    keepOpen:
      'Lassen Sie diesen Aufgabenbereich offen. Wird er geschlossen, prüfen Sie erneut: Nichts wird zweimal gesendet.',
    bar: 'Vorgemerkte Ausschüttungen',
  },

  result: {
    cards: 'Was aus jeder Ausschüttung wurde',
    staged: (count) => `${distributions(count)} vorgemerkt`,
    stagedSome: (count, total) => `${formatCount(count)} von ${distributions(total)} vorgemerkt`,
    none: 'Nichts wurde vorgemerkt',
    fatesLabel: 'Was daraus wurde',
    fates: {
      done: (count: number) => `${distributions(count)} in Nova`,
      rejected: (count: number) => `${distributions(count)} abgelehnt`,
      unknown: (count: number) => `${distributions(count)} nicht bekannt`,
      otherMode: (count: number) => `${distributions(count)} im anderen Modus`,
      person: (count: number) => `${distributions(count)} nachzuschlagen`,
      waiting: (count: number) => `${distributions(count)} freizugeben`,
      returned: (count: number) => `${distributions(count)} zurückgegeben`,
      notSent: (count: number) => `${distributions(count)} nicht gesendet`,
    },
    next: {
      writing: 'Lassen Sie diesen Aufgabenbereich offen, bis die IDs im Blatt stehen.',
      write: 'Bringen Sie als Nächstes die IDs ins Blatt: Wählen Sie „Ergebnisse nochmals schreiben“.',
      look: 'Sehen Sie als Nächstes an, was nicht wie vorgesehen geschrieben werden konnte; es ist unten genannt.',
      otherMode:
        'Lassen Sie als Nächstes einen Admin in Nova nachsehen, was im anderen Modus angelegt wurde. Die IDs davon werden nicht geschrieben, und es wird nichts weiter gesendet.',
      person:
        'Schlagen Sie als Nächstes in Nova nach, was daraus wurde, und geben Sie es unten an. Vorher wird nichts dafür gesendet.',
      unknown:
        'Wählen Sie als Nächstes „Erneut prüfen“. Was nicht bekannt ist, wird nochmals abgefragt, und nichts wird zweimal angelegt.',
      rejected:
        'Korrigieren Sie als Nächstes, was abgelehnt wurde, und wählen Sie dann „Erneut prüfen“. Dafür wurde nichts angelegt.',
      returned:
        'Sehen Sie als Nächstes nach, warum es zurückkam, korrigieren Sie die Zeilen und wählen Sie dann „Erneut prüfen“. Davon wurde nichts gesendet.',
      notSent:
        'Wählen Sie als Nächstes „Erneut prüfen“, um den Rest vorzumerken. Dafür wurde nichts gesendet.',
      waiting:
        'Für Sie ist nichts mehr zu tun. Sobald eine zweite Person es freigegeben hat, wird es gesendet, und dieser Aufgabenbereich schreibt die IDs.',
      done: 'Es ist nichts mehr zu tun. „Status aktualisieren“ zeigt später, was aus den Zahlungen wird.',
    },
    statuses: 'Zahlungen nach Status',
    notStaged: 'nicht vorgemerkt',
    notListed: 'Status nicht bekannt',
    verified: (verified, expected) => `${formatCount(verified)} von ${formatCount(expected)} bestätigt`,
    verifiedText: 'Jede ID wurde so aus dem Blatt zurückgelesen, wie sie geschrieben wurde.',
    notVerifiedText: 'Einige Zellen enthalten nicht, was geschrieben wurde:',
    nothingToWrite: 'Keine IDs zu schreiben',
    writing: 'IDs und Status werden in das Blatt geschrieben…',
    waitingForEdit:
      'Eine Zelle wird gerade bearbeitet. Drücken Sie im Blatt die Eingabetaste oder Esc: Das Schreiben geht von selbst weiter, und nichts geht verloren.',
    toSheet: 'In ein Ergebnisblatt schreiben',
    download: 'CSV herunterladen',
    sheetTitle: (name) => `In das Blatt „${name}“ geschrieben`,
    sheetText: (verified, expected) =>
      `${formatCount(verified)} von ${plural(expected, 'Zeile', 'Zeilen')} bestätigt.`,
    outcomes: {
      accepted: 'Vorgemerkt',
      existing: 'Bereits vorgemerkt',
      rejected: 'Abgelehnt',
      unknown: 'Nicht bekannt',
      inDoubt: 'Nicht bekannt',
      notSent: 'Nicht gesendet',
      awaiting: 'Wartet auf Freigabe',
      returned: 'Zurückgegeben',
    },
    existing: (when, who) => `Vorgemerkt am ${formatInstant(when)} von ${who}. Jetzt wurde nichts gesendet.`,
    rejected: 'Nichts wurde angelegt. Beheben Sie die Ursache, und prüfen Sie dann erneut.',
    unknown: (until) =>
      `Prüfen Sie erneut, und merken Sie sie noch einmal vor: Bis ${formatInstant(until)} erkennt Nova sie wieder, also kann sie nicht zweimal entstehen. Danach wird nichts gesendet, und Sie sehen in Nova nach.`,
    otherMode: (isLive) =>
      `Nova hat sie in ${modeOf(isLive)} angelegt, während der Distribution-Desk-Server auf ${modeOf(!isLive)} eingestellt ist. Ihre IDs gehören zu ${modeOf(isLive)} und werden nicht in diese Arbeitsmappe geschrieben. Schlagen Sie sie in Nova unter dieser ID nach.`,
    inDoubt:
      'Die Verbindung brach ab, bevor die Antwort kam. Prüfen Sie erneut: Wurde sie vorgemerkt, so wird sie erkannt und nicht zweimal gesendet.',
    notSent: 'Nichts wurde gesendet. Prüfen Sie erneut, um sie vorzumerken.',
    open: 'In Nova öffnen',
    cancelled: 'Angehalten, wie Sie es wollten',
    cancelledText: (count) =>
      `${distributions(count)} nicht gesendet. Prüfen Sie erneut, um den Rest vorzumerken.`,
    stoppedUnknown: 'Nach einem Ergebnis angehalten, das nicht bekannt ist',
    stoppedUnknownText: (count) =>
      count === 0
        ? 'Unten steht, was zu tun ist.'
        : `${distributions(count)} nicht gesendet, weil Nova vielleicht gestört ist. Prüfen Sie später erneut.`,
    stopped: 'Das Vormerken hat angehalten',
    writeAgain: 'Ergebnisse nochmals schreiben',
    writeAgainTo: (count) => `Ergebnisse nochmals in ${rows(count)} schreiben`,
    writeFailedTitle: 'Die Ergebnisse stehen noch nicht im Blatt',
    keptText: (why, partly) =>
      `${why} ${partly}Die Ergebnisse bleiben hier erhalten, bis sie im Blatt stehen.`,
    partlyText: (held, placed) =>
      `${formatCount(held)} von ${plural(placed, 'Zeile', 'Zeilen')} ${held === 1 ? 'trägt ihre' : 'tragen ihre'} IDs bereits und ${held === 1 ? 'behält' : 'behalten'} sie.`,
    lostTitle: (count) => plural(count, 'Zeile hat ihre IDs verloren', 'Zeilen haben ihre IDs verloren'),
    lostText:
      'Sie standen im Blatt und wurden seither rückgängig gemacht oder gelöscht. Die Ergebnisse bleiben hier erhalten: Schreiben Sie sie nochmals, oder lassen Sie sie weg.',
    showCell: (address) => `${address} im Blatt zeigen`,
    moreCells: (count) => `und ${plural(count, 'weitere Zelle', 'weitere Zellen')}`,
    copyAll: 'Alle IDs kopieren',
    unplacedTitle: (count) => plural(count, 'Ergebnis hat keine Zeile', 'Ergebnisse haben keine Zeile'),
    unplacedText:
      'Das wurde vorgemerkt, aber seine Zeilen wurden seither geändert oder gelöscht. Kopieren Sie die IDs, bevor Sie weitergehen.',
    copy: 'Kopieren',
    copied: 'Kopiert',
    notCopied: 'Der Browser ließ das Kopieren nicht zu',
    checkAgain: 'Erneut prüfen',
    refresh: 'Status aktualisieren',
    restoredTitle: 'Diese Ergebnisse stehen noch nicht im Blatt',
    restoredText:
      'Der Aufgabenbereich wurde geschlossen, bevor sie geschrieben waren. Wählen Sie „Ergebnisse nochmals schreiben“.',
    leave: 'Fertig',
  },

  receipt: {
    heading: 'Beleg',
    open: 'Beleg',
    openOf: (name: string) => `Beleg zu ${name}`,
    statusesNote: 'Die Status sind die der letzten Abfrage bei Nova.',
    noneTitle: 'Kein Beleg dazu',
    noneText: 'Distribution Desk hat keine Ausschüttung mit dieser ID vorgemerkt. Sehen Sie in Nova nach.',
    text: 'Was vorgemerkt wurde, von wem und wann, mit allen IDs.',
    save: 'Als CSV speichern',
    print: 'Drucken',
    file: 'nova-receipt.csv',
    title: 'Beleg der in Nova vorgemerkten Auszahlungen',
    mode: 'Nova',
    total: 'Summe',
    id: 'Ausschüttung in Nova',
    day: 'Ausschüttungsdatum',
    vehicle: 'Vehikel',
    reference: 'Externe Referenz',
    staged: 'Vorgemerkt',
    by: (when, who) => `${when}, von ${who}`,
    from: 'Aus',
    payee: 'Empfänger',
    entity: 'Rechtsträger',
    payment: 'Zahlung in Nova',
    status: 'Status',
    amount: 'Betrag',
    columns: [
      'Ausschüttung',
      'Ausschüttungsdatum',
      'Vehikel',
      'Externe Referenz',
      'Empfänger',
      'Rechtsträger',
      'Betrag',
      'Währung',
      'Ausschüttung in Nova',
      'Zahlung in Nova',
      'Status der Zahlung',
      'Vorgemerkt am',
      'Vorgemerkt von',
    ],
  },

  report: {
    menu: 'Ein Problem melden',
    copiedTitle: 'Eine Diagnose ist in der Zwischenablage',
    copiedText:
      'Fügen Sie sie in Ihre Nachricht an die ein, die Distribution Desk betreiben. Sie sagt, wo der Aufgabenbereich steht und um welche IDs es geht; sie enthält keinen Empfänger, keinen Betrag, keine Bankverbindung und keine Anmeldung.',
    refusedTitle: 'Der Browser ließ das Kopieren nicht zu',
    refusedText: 'Sagen Sie stattdessen, was Sie zuletzt taten, was Sie sahen und um welche Zeit.',
  },

  refresh: {
    title: 'Status',
    changes: (parts) => formatList(parts),
    became: (count, status, isFailed) =>
      isFailed ? `${formatCount(count)} fehlgeschlagen` : `${formatCount(count)} jetzt ${status}`,
    distributionsBecame: (count, status) => `${distributions(count)} jetzt ${status}`,
    cancelledTitle: (count) =>
      `${plural(count, 'Ausschüttung wurde', 'Ausschüttungen wurden')} in Nova storniert`,
    cancelledText: (count) =>
      `Um ${count === 1 ? 'ihre' : 'deren'} Zeilen neu vorzumerken, prüfen Sie die Tabelle noch einmal.`,
    noChange: 'Nichts hat sich geändert',
    checked: (instant, count) => `${payments(count)} nachgesehen am ${formatInstant(instant)}`,
    nothingTitle: 'Nichts zu aktualisieren',
    nothingText:
      'Keine Zeile dieser Tabelle trägt die ID einer Ausschüttung von Nova, deren Status sich noch ändern kann.',
    statuses: 'Status jetzt',
    statusWithNews: (status, added) => `${status} (${formatCount(added)} neu)`,
    countOf: (count, whole) => `${formatCount(count)} von ${payments(whole)}`,
    failedTitle: (count) => `${payments(count)} fehlgeschlagen`,
    failedText: 'Den Grund zeigt Nova bei jeder.',
    notReadTitle: (count) => `${distributions(count)} nicht gelesen`,
    warningsTitle: 'Sehen Sie sich das an',
    notOnSheet: (count) =>
      `Nova führt zu diesen Ausschüttungen ${payments(count)}, ${count === 1 ? 'deren ID' : 'deren IDs'} keine Zeile dieser Tabelle trägt.`,
    row: (sheetRow, payee) => `Zeile ${sheetRow}${payee === '' ? '' : `, ${payee}`}`,
    driftTitle: (count) => `${plural(count, 'Zeile wurde', 'Zeilen wurden')} seit dem Vormerken geändert`,
    driftText:
      'Nova behält, was vorgemerkt wurde. Stellen Sie die Zellen wieder her, oder stornieren Sie in Nova und merken Sie neu vor.',
    drift: (field, staged, now) =>
      `${field}: vorgemerkt ${staged === '' ? 'leer' : staged}, jetzt ${now === '' ? 'leer' : now}`,
    driftCount: (count) => `${rows(count)} seit dem Vormerken geändert`,
    by: (instant) => `Nova wurde am ${formatInstant(instant)} gefragt.`,
    news: 'Neues von Ihren Zahlungen',
    show: 'Anzeigen',
    dismiss: 'Neuigkeiten ausblenden',
    again: 'Status aktualisieren',
    writing: 'Die Status werden in das Blatt geschrieben…',
  },

  notices: {
    label: 'Hinweis',
    dismiss: 'Ausblenden',
    reference: (id) => `Referenz für den Support: ${id}`,
    previewLeftTitle: 'Das Blatt hat sich geändert',
    previewLeftText: 'Sehen Sie nach, was die Prüfung jetzt sagt, bevor Sie weitergehen.',
    sheetChangedTitle: 'Das Blatt hat sich nach der Prüfung geändert',
    sheetChangedText:
      'Nichts wurde gesendet. Sehen Sie sich die Zeilen an, wie sie jetzt sind, und bestätigen Sie dann erneut.',
    nothingSent: 'Nichts wurde gesendet.',
    signedOutTitle: 'Ihre Anmeldung ist abgelaufen',
    signedOutText: 'Melden Sie sich erneut an. Ihre Arbeit bleibt erhalten.',
    unreachableTitle: 'Der Distribution-Desk-Server antwortet nicht',
    unreachableText:
      'Prüfen Sie Ihre Verbindung, und versuchen Sie es dann erneut. Nichts wird zweimal gesendet.',
    proxyTitle: 'Das wurde nicht ausgeführt',
    proxyTitles: {
      'code-wrong': 'Dieser Code gilt nicht',
      'sign-in-failed': 'Sie sind nicht angemeldet',
      'sign-in-unavailable': 'Zurzeit kann sich niemand anmelden',
      'role-missing': 'Ihr Konto darf das nicht',
      'live-not-allowed': 'Ihr Konto darf nicht auf Live arbeiten',
      'limit-exceeded': 'Über dem Limit',
      'not-awaiting': 'Es wartet nicht mehr',
      'lock-changed': 'Das Senden wurde nochmals angehalten',
      'too-many-requests': 'Zu viele Versuche',
      'nova-unavailable': 'Nova antwortet nicht',
      busy: 'Der Distribution-Desk-Server ist ausgelastet',
      'repeat-outdated': 'Jemand war schneller',
      'not-cancelled': 'Die frühere Ausschüttung ist nicht storniert',
      'already-replaced': 'Eine andere Ausschüttung hat diese Zeilen übernommen',
      'not-unresolved': 'Es ist nichts mehr zu entscheiden',
      'content-differs': 'Die Zeilen haben sich seither geändert',
      'link-mismatch': 'Das ist eine andere Ausschüttung',
      'link-held': 'Diese Ausschüttung gehört zu anderen Zeilen',
      'link-not-found': 'Nova hat keine solche Ausschüttung',
      'second-person-required': 'Das muss eine zweite Person erklären',
      'mode-mismatch': 'Sandbox und Live passen nicht zusammen',
      stopping: 'Der Distribution-Desk-Server wird beendet',
      'pane-outdated': 'Dieser Aufgabenbereich ist veraltet',
    },
    excelTitle: 'Excel hat abgelehnt',
    excelTitles: {
      'cell-edit-mode': 'Eine Zelle wird gerade bearbeitet',
      'excel-timeout': 'Excel antwortet nicht',
      'sheet-protected': 'Das Blatt ist geschützt',
      'table-gone': 'Die Tabelle ist nicht mehr da',
      'sheet-changed': 'Das Blatt ändert sich ständig',
      'result-columns-blocked': 'Kein Platz für die Ergebnisse',
      'no-table': 'Hier ist keine Tabelle',
      'several-tables': 'Mehr als eine Tabelle ist markiert',
      'selection-unusable': 'Diese Auswahl kann nicht gelesen werden',
      'table-without-header': 'Die Tabelle hat keine Überschriftenzeile',
      'merged-cells': 'Verbundene Zellen',
      'other-nova': 'Diese Arbeitsmappe gehört zu einem anderen Nova',
    },
    bugTitle: 'Ein Fehler ist aufgetreten',
    bugText: (message) =>
      `Das sollte nicht vorkommen: ${message}. Prüfen Sie erneut: Nichts wird zweimal gesendet.`,
  },
};
