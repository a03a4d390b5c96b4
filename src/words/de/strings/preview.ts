/** The German of `../../en/strings/preview.ts`. */
import type { previewStrings as english } from '../../en/strings/preview.ts';
import { formatCount, formatInstant, formatList } from '../../format.ts';
import { plural } from '../plural.ts';
import { distributions, distributionsOver, modeOf, payments, rows } from './counts.ts';

export const previewStrings: typeof english = {
  preview: {
    cards: 'Ausschüttungen',
    title: (count) => `${distributions(count)} vorzumerken`,
    nothing: 'Nichts vorzumerken',
    nothingText: 'Es wird nichts gesendet.',
    nothingButHeld: (count) =>
      `${distributions(count)} ${count === 1 ? 'wartet' : 'warten'} auf Ihre Entscheidung.`,
    nothingButIds: (count) =>
      `${distributions(count)} bereits vorgemerkt. Es wird nichts gesendet; die IDs werden neben die Zeilen geschrieben.`,
    otherMode: (count) =>
      `Nova hat ${distributions(count)} im anderen Modus angelegt. Dafür wird nichts gesendet, und es werden keine IDs geschrieben.`,
    waiting: (count, amounts) =>
      `${distributionsOver(count, amounts)}, ${count === 1 ? 'wartet' : 'warten'} schon auf Freigabe. Dafür wird jetzt nichts gesendet; dieser Aufgabenbereich verfolgt, was entschieden wird.`,
    reference: 'Referenz',
    payments: (count) => payments(count),
    hidden: (count, amounts) => `${rows(count)} im Blatt ausgeblendet: ${amounts}`,
    outside: (count) =>
      `${rows(count)} außerhalb Ihrer Auswahl. Eine Ausschüttung wird immer als Ganzes vorgemerkt.`,
    earlierAccepted: (when, who, from) =>
      `Bereits vorgemerkt am ${formatInstant(when)} von ${who}${from}. Es wird nichts gesendet; die IDs werden in das Blatt geschrieben.`,
    earlierCancelled: (id, when, who, from) =>
      `Als ${id} am ${formatInstant(when)} von ${who}${from} vorgemerkt und seither in Nova storniert. Es wird nichts gesendet, solange Sie sie nicht absichtlich erneut vormerken.`,
    from: (workbook, sheet) => ` aus ${workbook}, Blatt ${sheet}`,
    badgeCancelled: 'In Nova storniert',
    earlierRejected: (message) =>
      `Schon einmal abgelehnt, und nichts wurde angelegt: ${message} Beim Vormerken wird es erneut versucht.`,
    earlierUnknown: (keyExpiresAt) =>
      `Schon einmal gesendet, aber niemand weiß bisher, ob Nova sie angelegt hat. Bis ${formatInstant(keyExpiresAt)} können Sie sie nochmals vormerken: Nova erkennt sie wieder, also kann sie nicht zweimal entstehen. Danach wird nichts gesendet, und Sie sehen in Nova nach.`,
    earlierNeedsPerson:
      'Schon einmal gesendet, aber niemand weiß, ob Nova sie angelegt hat, und inzwischen würde Nova sie nicht mehr wiedererkennen. Es wird nichts gesendet, bis jemand sagt, was daraus geworden ist.',
    earlierOtherMode: (id, isLive, when, who, from) =>
      `Am ${formatInstant(when)} von ${who}${from} gesendet, und Nova hat sie in ${modeOf(isLive)} als ${id} angelegt, während der Distribution-Desk-Server auf ${modeOf(!isLive)} eingestellt ist. Ihre IDs werden nicht geschrieben. War der Server falsch eingestellt, prüfen Sie erneut, sobald das behoben ist; sonst lassen Sie ${id} in ${modeOf(isLive)} stornieren. Für diese Zeilen wird nichts gesendet, solange Sie sie nicht absichtlich erneut vormerken.`,
    earlierAwaiting: (since, who, until) =>
      `Wartet seit ${formatInstant(since)} auf Freigabe; vorbereitet von ${who}. Jemand anders muss sie bis ${formatInstant(until)} freigeben. Jetzt wird dafür nichts gesendet, und in der Kontrollsumme zählt sie nicht.`,
    earlierApproved: (message) => `${message} Das Vormerken versucht es sofort.`,
    differenceTitle: 'Bruchteile eines Cents',
    difference: (cells, total, difference) =>
      `Die Zellen ergeben zusammen ${cells}, einzeln auf den Cent gerundet ${total}. Die Differenz beträgt ${difference}.`,
    severalTitle: (count) =>
      `${plural(count, 'Empfänger erhält', 'Empfänger erhalten')} mehr als eine Zahlung`,
    several: (payee, count, amount) => `${payee}: ${payments(count)}, ${amount}`,
    severalMore: (count) => `und ${formatCount(count)} weitere`,
    badgeAccepted: 'Bereits vorgemerkt',
    badgeRejected: 'Bereits abgelehnt',
    badgeUnknown: 'Nicht bekannt',
    badgeOtherMode: (isLive) => `In ${modeOf(isLive)} angelegt`,
    badgeAwaiting: 'Wartet auf Freigabe',
    badgeApproved: 'Freigegeben, nicht gesendet',
    badgeReturned: 'Zurückgegeben',
    alreadyTitle: (count) => `${distributions(count)} bereits vorgemerkt`,
    alreadyText: 'Diese Zeilen tragen IDs von Nova. Für sie wird nichts gesendet.',
    toSend: 'Wird vorgemerkt',
    shares: 'Anteil jeder Ausschüttung',
    largest: 'Größte Empfänger',
    showPayments: (name) => `Zahlungen von ${name}`,
    hiddenMark: 'ausgeblendet',
    unusualMark: 'Ungewöhnlicher Betrag',
    unusual: (count) => plural(count, 'ungewöhnlicher Betrag', 'ungewöhnliche Beträge'),
    newMark: 'Neuer Empfänger',
    inChart: { unusual: 'ungewöhnlicher Betrag', new: 'neuer Empfänger' },
    newPayees: (count) => plural(count, 'neuer Empfänger', 'neue Empfänger'),
    newText: (count) =>
      count === 1
        ? 'Erste Zahlung an diesen Empfänger aus Distribution Desk.'
        : 'Erste Zahlungen an diese Empfänger aus Distribution Desk.',
    newUnknown:
      'Welche Empfänger neu sind, ist nicht bekannt: Der Distribution-Desk-Server hat es nicht gesagt.',
    markedPayee: (payee, marks) => `${payee} (${formatList(marks)})`,
    payDate: (day) => `zahlbar ${day}`,
    continue: (count, amounts) => `Weiter zum Bestätigen: ${distributionsOver(count, amounts)}`,
    writeIds: (count) => `IDs von ${distributions(count)} schreiben`,
    follow: (count) =>
      `${distributions(count)} verfolgen, die auf Freigabe ${count === 1 ? 'wartet' : 'warten'}`,
    distributions: distributionsOver,
    back: 'Zurück',
  },

  restore: {
    title: (count) => `In ${rows(count)} fehlen bekannte IDs`,
    text: (count) =>
      `${distributions(count)} dieser Tabelle ${count === 1 ? 'wurde' : 'wurden'} bereits vorgemerkt. Die IDs können in das Blatt geschrieben werden; angelegt wird nichts.`,
    offerTitle: 'Nicht alles, was vorgemerkt wurde, steht im Blatt',
    offerText: (address) =>
      `In ${address} fehlen IDs von Vorgemerktem. Vielleicht brach das Schreiben ab, oder dies ist eine Kopie.`,
    by: (id, when, who, from) => `${id}, vorgemerkt am ${formatInstant(when)} von ${who}${from}`,
    more: (count) => `und ${formatCount(count)} weitere`,
    write: (count) => `IDs von ${rows(count)} schreiben`,
    later: 'Nicht jetzt',
    done: (count) => `IDs von ${distributions(count)} wiederhergestellt`,
    nothingSent: 'Nichts wurde gesendet, um etwas anzulegen.',
  },

  replace: {
    badge: 'Wartet auf Sie',
    badgeDecided: 'Anstelle einer stornierten vorgemerkt',
    text: (ids) =>
      `Ihre Zeilen tragen die IDs von ${formatList(ids)}, in Nova storniert. Für sie wird nichts gesendet, bis Sie entscheiden.`,
    open: 'Anstelle der stornierten vormerken…',
    title: 'Anstelle der stornierten vormerken?',
    warning:
      'Diese Zeilen wurden schon einmal vorgemerkt. Sehen Sie in Nova nach, dass vor der Stornierung nichts gezahlt wurde.',
    reason: 'Warum wird sie neu vorgemerkt?',
    confirm: 'Zum Vormerken hinzufügen',
    cancel: 'Abbrechen',
    pending: (reason) => `Sie zählt in der Kontrollsumme mit. Grund: ${reason}`,
    undo: 'Nicht vormerken',
  },

  repeat: {
    open: 'Absichtlich erneut vormerken…',
    title: 'Absichtlich erneut vormerken?',
    text: 'Dieselben Zahlungen wurden bereits vorgemerkt. Werden sie erneut vorgemerkt, werden sie ein zweites Mal gezahlt.',
    textOtherMode: (id, isLive) =>
      `Nova hat dieselben Zahlungen in ${modeOf(isLive)} als ${id}. Lassen Sie diese zuerst stornieren: Erneutes Vormerken legt sie ein zweites Mal an.`,
    who: 'Vorgemerkt von',
    when: 'Am',
    from: 'Aus',
    fromUnknown: 'nicht festgehalten',
    id: 'Ausschüttung',
    status: 'Status',
    paymentsTitle: 'Bereits vorgemerkte Zahlungen',
    noPayment: 'keine ID',
    reasonBefore: 'Grund jener Wiederholung',
    reason: 'Warum soll noch einmal gezahlt werden?',
    reasonHint: 'Mindestens 10 Zeichen. Steht mit Ihrem Namen im Verlauf.',
    confirm: 'Zum Vormerken hinzufügen',
    cancel: 'Abbrechen',
    badge: 'Absichtlich erneut vorgemerkt',
    pending: (reason) =>
      `Sie wird noch einmal vorgemerkt und zählt in der Kontrollsumme mit. Grund: ${reason}`,
    undo: 'Nicht erneut vormerken',
  },

  resolve: {
    title: 'Was ist daraus geworden?',
    text: (who) =>
      who === null
        ? 'Suchen Sie sie in Nova nach Vehikel, Datum und Name.'
        : `Gesendet von ${who}. Suchen Sie sie in Nova nach Vehikel, Datum und Name.`,
    linkField: 'ID der Ausschüttung',
    linkHint: 'Sie wird Zahlung für Zahlung mit dem verglichen, was gesendet wurde.',
    linkWrong: 'Geben Sie eine ID ein, die mit dst_ beginnt.',
    link: 'Ausschüttung verknüpfen',
    declareField: 'Woher wissen Sie das?',
    declareHint: 'Mindestens 10 Zeichen. Das erklärt eine zweite Person, nie die, die es gesendet hat.',
    declare: 'Für nie angelegt erklären',
  },

  confirm: {
    title: 'Kontrollsumme bestätigen',
    text: 'Geben Sie die Summe aus Ihren eigenen Unterlagen ein, nicht aus diesem Aufgabenbereich. Sie muss auf den Cent stimmen.',
    field: (currency) => `Kontrollsumme (${currency})`,
    take: 'Markierte Zelle übernehmen',
    takeFor: (currency) => `Markierte Zelle übernehmen (${currency})`,
    without: (count, amounts) =>
      `Ohne ${distributionsOver(count, amounts)}, die schon auf Freigabe ${count === 1 ? 'wartet' : 'warten'}.`,
    matches: 'Stimmt mit der Summe dessen überein, was vorgemerkt wird.',
    unreadable: (example) => `Geben Sie einen Betrag wie ${example} ein.`,
    wrong: (typed, total, difference) =>
      `Sie haben ${typed} eingegeben, aber was vorgemerkt wird, ergibt ${total}. Die Differenz beträgt ${difference}.`,
    noNumberTitle: 'Keine Summe in der markierten Zelle',
    noNumber: 'Markieren Sie die Zelle mit Ihrer Kontrollsumme, und übernehmen Sie sie dann.',
    stage: (count, amounts) => `${distributions(count)} vormerken, ${amounts}`,
    liveText: 'Das ist live: Nova merkt echte Zahlungen vor.',
    sandboxText: 'Das ist die Sandbox: Es fließt kein Geld.',
    back: 'Zurück',
  },
};
