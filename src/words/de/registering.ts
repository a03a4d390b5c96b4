/** The German of `../en/registering.ts`. */
import type { RegistrationKind } from '../../contract/index.ts';
import { formatCount, formatInstant } from '../format.ts';
import type { Words } from '../language.ts';
import { plural } from './plural.ts';

const nouns: Record<RegistrationKind, [one: string, other: string]> = {
  'payment-instructions': ['Bankverbindung', 'Bankverbindungen'],
  entity: ['Rechtsträger', 'Rechtsträger'],
  contact: ['Kontakt', 'Kontakte'],
};
const datives: Record<RegistrationKind, [one: string, other: string]> = {
  ...nouns,
  entity: ['Rechtsträger', 'Rechtsträgern'],
  contact: ['Kontakt', 'Kontakten'],
};
const count = (kind: RegistrationKind, many: number) => plural(many, ...nouns[kind]);
const ofCount = (kind: RegistrationKind, many: number) => plural(many, ...datives[kind]);
const rows = (many: number) => plural(many, 'Zeile', 'Zeilen');
const registrations = (many: number) => plural(many, 'Erfassung', 'Erfassungen');

export const registering: Words['registering'] = {
  source: {
    title: 'Empfängerdaten erfassen',
    emptyTitle: 'Noch keine Empfängerdaten in dieser Arbeitsmappe',
    emptyText:
      'Geben Sie Bankverbindungen, Rechtsträger oder Kontakte unter einer Zeile mit Spaltenüberschriften ein. Dann kann dieser Aufgabenbereich sie prüfen.',
    text: 'Markieren Sie eine Zelle einer Tabelle mit Bankverbindungen, Rechtsträgern oder Kontakten, und wählen Sie dann „Prüfen“.',
    steps: [
      'Jede Zeile wird geprüft. Es wird nichts gesendet.',
      'Sie sehen, was in Nova erfasst wird, und bestätigen es.',
      'Die IDs von Nova werden neben Ihre Zeilen geschrieben, damit Auszahlungen sie nennen können.',
    ],
    checking: 'Die Tabelle wird gelesen und geprüft…',
  },

  unwritten: {
    title: 'Erfasst, aber nicht im Blatt',
    text: (kind, many, table) =>
      `Der Aufgabenbereich wurde geschlossen, bevor ${many === 0 ? 'die Ergebnisse' : `die IDs von ${ofCount(kind, many)}`} in ${table} standen. Die Zeilen werden nochmals gelesen und nachgesehen; nichts wird zweimal erfasst.`,
    write: 'IDs schreiben',
    later: 'So lassen',
  },

  kind: {
    label: 'Was diese Tabelle enthält',
    names: {
      'payment-instructions': 'Bankverbindungen',
      entity: 'Rechtsträger',
      contact: 'Kontakte',
    },
    recognised: 'An den Spaltenüberschriften erkannt.',
    guessed: 'Die Spaltenüberschriften sagen es nicht. Wählen Sie, was die Tabelle enthält.',
  },

  count,
  problemsText:
    'Korrigieren Sie dies im Blatt, und prüfen Sie dann erneut. Vorher kann nichts erfasst werden.',
  rowCount: rows,

  preview: {
    cards: 'Was erfasst wird',
    title: (kind, many) => `${count(kind, many)} zu erfassen`,
    nothing: 'Nichts zu erfassen',
    nothingText: 'Jede Zeile dieser Tabelle trägt ihre ID von Nova.',
    nothingButHeld: (many) => `${plural(many, 'Zeile wartet', 'Zeilen warten')} auf eine Entscheidung.`,
    waiting: (many) =>
      `${plural(many, 'Zeile wartet', 'Zeilen warten')} schon auf Freigabe. Dafür wird jetzt nichts gesendet; hat eine zweite Person freigegeben, prüfen Sie erneut und erfassen dieselben Zeilen.`,
    otherMode: (many) =>
      `${plural(many, 'Zeile wurde', 'Zeilen wurden')} im anderen Modus von Nova angelegt. Dafür wird nichts gesendet, und es werden keine IDs geschrieben.`,
    nothingButIds: (many) =>
      `${plural(many, 'Zeile wurde', 'Zeilen wurden')} bereits erfasst. Es wird nichts gesendet; die IDs werden neben die Zeilen geschrieben.`,
    summary: (kind, many, ofEntities) =>
      kind === 'payment-instructions'
        ? `${count(kind, many)} für ${count('entity', ofEntities)}`
        : count(kind, many),
    items: (kind, many) => count(kind, many),
    show: (title) => `Zeilen von ${title}`,
    noAccount: 'keine Kontonummer',
    routing: (code) => `Routing-Nummer ${code}`,
    swift: (code) => `SWIFT ${code}`,
    reference: (reference) => `Referenz ${reference}`,
    hidden: 'ausgeblendet',
    alreadyTitle: (many) => `${plural(many, 'Zeile trägt', 'Zeilen tragen')} eine ID von Nova`,
    alreadyText: 'Für sie wird nichts gesendet.',
    secondPerson: (many) =>
      `Nova hat ${count('payment-instructions', many)} für diesen Rechtsträger. Jede weitere muss eine zweite Person freigeben.`,
    secondPersonRule:
      'Hat ein Rechtsträger schon eine Bankverbindung, wird nichts gesendet, bevor eine zweite Person die neue freigegeben hat.',
    legalName: (name) => `In Nova: ${name}`,
    unknownEntity:
      'Nova kennt diesen Rechtsträger nicht. Prüfen Sie seine ID; für ihn kann nichts erfasst werden.',
    otherName: (sheet, nova) =>
      `Im Blatt steht ${sheet}, in Nova ${nova}. Vergewissern Sie sich, dass es der richtige Rechtsträger ist.`,
    continue: (kind, many) => `Weiter zum Bestätigen: ${count(kind, many)}`,
    unknownEntities: (many) =>
      many === 1
        ? 'Nova kennt einen dieser Rechtsträger nicht. Korrigieren Sie seine ID im Blatt, und prüfen Sie dann erneut.'
        : `Nova kennt ${formatCount(many)} dieser Rechtsträger nicht. Korrigieren Sie ihre IDs im Blatt, und prüfen Sie dann erneut.`,
    writeIds: (many) => `IDs von ${rows(many)} schreiben`,
    back: 'Zurück',
    noPreparer:
      'Ihr Konto darf prüfen, aber nicht erfassen. Bitten Sie einen Admin um die Rolle des Vorbereiters.',
  },

  confirm: {
    title: 'Bestätigen, was erfasst wird',
    sentence: (kind, many, ofEntities, secondPerson) => {
      const will = many === 1 ? 'wird' : 'werden';
      const what =
        kind === 'payment-instructions'
          ? `${count(kind, many)} ${will} in Nova für ${count('entity', ofEntities)} erfasst. Auszahlungen an ${ofEntities === 1 ? 'ihn' : 'sie'} können dann auf ${many === 1 ? 'dieses Konto' : 'diese Konten'} gehen.`
          : `${count(kind, many)} ${will} in Nova erfasst.`;
      const second =
        secondPerson === 0
          ? ''
          : ` ${secondPerson === 1 ? 'Einer der Rechtsträger hat' : `${formatCount(secondPerson)} der Rechtsträger haben`} schon eine Bankverbindung: Dort muss zuerst eine zweite Person freigeben.`;
      return `${what}${second}`;
    },
    tickFirst: 'Haken Sie zuerst ab, dass die Empfänger angerufen wurden.',
    callBackTitle: 'E-Mails lassen sich fälschen: Rufen Sie den Empfänger an',
    callBack:
      'Diese Bankverbindungen wurden mit den Empfängern am Telefon bestätigt, unter einer Nummer, die schon vorher bekannt war',
    callBackHint:
      'Nicht unter einer aus der Nachricht, mit der die Bankverbindung kam. Geld, das auf ein gefälschtes Konto ging, bleibt meist verloren.',
    register: (kind, many) => `${count(kind, many)} erfassen`,
    back: 'Zurück',
    liveText: 'Das ist live: Echte Auszahlungen gehen an das, was hier erfasst wird.',
    sandboxText: 'Das ist die Sandbox: Es fließt kein Geld.',
  },

  progress: {
    title: 'Wird erfasst',
    keepOpen:
      'Lassen Sie diesen Aufgabenbereich offen. Wird er geschlossen, prüfen Sie erneut: Nichts wird zweimal erfasst.',
    bar: 'Bisher erfasst',
    sending: (index, total) => `Erfassung ${formatCount(index)} von ${formatCount(total)}`,
  },

  result: {
    cards: 'Was daraus wurde',
    open: (kind, many) => `${count(kind, many)} zu klären`,
    heading: (kind, done, total) =>
      done === total
        ? `${count(kind, done)} erfasst`
        : done === 0
          ? 'Nichts wurde erfasst'
          : `${formatCount(done)} von ${ofCount(kind, total)} erfasst`,
    next: {
      writing: 'Lassen Sie diesen Aufgabenbereich offen, bis die IDs im Blatt stehen.',
      write: 'Bringen Sie als Nächstes die IDs ins Blatt: Wählen Sie „Ergebnisse nochmals schreiben“.',
      look: 'Sehen Sie als Nächstes an, was nicht wie vorgesehen geschrieben werden konnte; es ist unten genannt.',
      otherMode:
        'Lassen Sie als Nächstes einen Admin in Nova nachsehen, was im anderen Modus angelegt wurde. Die IDs davon werden nicht geschrieben, und es wird nichts weiter gesendet.',
      person:
        'Sehen Sie als Nächstes in Nova nach, was aus dem geworden ist, was nicht bekannt ist, und verknüpfen Sie es unten.',
      unknown:
        'Wählen Sie als Nächstes „Erneut prüfen“, und erfassen Sie dieselben Zeilen. Was bis dahin bekannt ist, wird nicht zweimal erfasst.',
      rejected:
        'Korrigieren Sie als Nächstes, was abgelehnt wurde, und wählen Sie dann „Erneut prüfen“. Dafür wurde nichts angelegt.',
      returned:
        'Sehen Sie als Nächstes nach, warum es zurückkam, korrigieren Sie die Zeilen, und wählen Sie dann „Erneut prüfen“. Davon wurde nichts gesendet.',
      notSent:
        'Wählen Sie als Nächstes „Erneut prüfen“, um den Rest zu erfassen. Dafür wurde nichts gesendet.',
      waiting:
        'Sobald eine zweite Person freigegeben hat, prüfen Sie erneut, und erfassen Sie dieselben Zeilen.',
      done: 'Es ist nichts mehr zu tun: Auszahlungen können diese IDs nennen.',
    },
    waiting: (many) => `${plural(many, 'Zeile wartet', 'Zeilen warten')} auf Freigabe`,
    writing: 'IDs und Meldungen werden in das Blatt geschrieben…',
    unplacedText:
      'Das wurde erfasst, aber seine Zeilen wurden seither geändert oder gelöscht. Kopieren Sie die IDs, bevor Sie weitergehen.',
    cancelledText: (many) =>
      `${registrations(many)} nicht gesendet. Prüfen Sie erneut, um den Rest zu erfassen.`,
    stoppedUnknownText: (many) =>
      many === 0
        ? 'Unten steht, was zu tun ist.'
        : `${registrations(many)} nicht gesendet, weil Nova vielleicht gestört ist. Prüfen Sie später erneut.`,
    stopped: 'Das Erfassen hat angehalten',
    fileName: 'nova-registrations.csv',
    badges: {
      accepted: 'Erfasst',
      existing: 'Bereits erfasst',
      'other-mode': 'Im anderen Modus',
      rejected: 'Abgelehnt',
      unknown: 'Nicht bekannt',
      'awaiting-approval': 'Wartet auf Freigabe',
      approved: 'Freigegeben',
      returned: 'Zurückgegeben',
      'not-sent': 'Nicht gesendet',
    },
    existing: (when, who) => `Erfasst am ${formatInstant(when)} von ${who}. Jetzt wurde nichts gesendet.`,
    before: (when, who) =>
      `Erfasst am ${formatInstant(when)} von ${who}. Es wird nichts gesendet; die ID wird in das Blatt geschrieben.`,
    rejected: 'Nichts wurde angelegt. Beheben Sie die Ursache, und prüfen Sie dann erneut.',
    refusedBefore: 'Damals wurde nichts angelegt. Beim Erfassen wird es erneut versucht.',
    unknown: (until) =>
      `Prüfen Sie erneut, und erfassen Sie dieselbe Zeile noch einmal: Bis ${formatInstant(until)} erkennt Nova sie wieder, also kann sie nicht zweimal erfasst werden.`,
    needsPerson:
      'Es wird nichts gesendet, bis jemand in Nova nachgesehen hat und sagt, welche ID daraus geworden ist.',
    otherMode: (id, isLive) =>
      `Von Nova in ${isLive ? 'Live' : 'Sandbox'} als ${id} angelegt, während der Distribution-Desk-Server auf ${isLive ? 'Sandbox' : 'Live'} eingestellt ist. Die ID wird nicht geschrieben, und für diese Zeile wird nichts weiter gesendet. Schlagen Sie ${id} in Nova nach. War der Server falsch eingestellt, prüfen Sie erneut, sobald das behoben ist.`,
    inDoubt:
      'Die Verbindung brach ab, bevor die Antwort kam. Prüfen Sie erneut: Wurde sie erfasst, so wird sie erkannt und nicht zweimal gesendet.',
    notSent: 'Nichts wurde gesendet. Prüfen Sie erneut, um sie zu erfassen.',
    waits: (who, until) =>
      `Jemand anders als ${who} muss es bis ${formatInstant(until)} freigeben. Prüfen Sie danach erneut, und erfassen Sie dieselbe Zeile: Erst dann wird sie gesendet, weil dazwischen keine Kontonummer aufbewahrt wird.`,
    approved: (who) => `${who} hat es freigegeben. Dieselbe Zeile nochmals zu erfassen, sendet sie jetzt.`,
    taken: (holder) =>
      holder === null
        ? 'Etwas anderes in Nova trägt diese externe Referenz. Sehen Sie in Nova nach, was es ist: Geben Sie dieser Zeile eine andere Referenz, oder verknüpfen Sie, was es schon gibt.'
        : `${holder.name} trägt diese externe Referenz: ${holder.id}, erfasst am ${formatInstant(holder.when)} von ${holder.who}. Geben Sie dieser Zeile eine andere Referenz, oder verknüpfen Sie, was es schon gibt.`,
    copyHolder: 'ID kopieren',
  },

  link: {
    field: {
      'payment-instructions': 'ID der Bankverbindung',
      entity: 'ID des Rechtsträgers',
      contact: 'ID des Kontakts',
    },
    hint: 'Sie wird in Nova nachgesehen und mit dieser Zeile verglichen. Dann wird sie daneben geschrieben.',
    wrong: (prefix) => `Geben Sie eine ID ein, die mit ${prefix} beginnt.`,
    button: 'Nachsehen und verknüpfen',
    forAdmin: 'Ein Admin kann verknüpfen, was es schon gibt.',
  },

  masking: {
    title: 'Kontonummern in diesem Blatt',
    text: (many) =>
      `Die Kontonummern von ${rows(many)} stehen noch im Blatt, für alle, die es öffnen. Sie können durch ihre letzten vier Zeichen ersetzt werden, etwa ••••1234. Die vollen Nummern sind dann nur in Nova: Weder dieser Aufgabenbereich noch der Distribution-Desk-Server behält sie. Einmal „Rückgängig“ in Excel nimmt es zurück.`,
    mask: 'Kontonummern verdecken',
    leave: 'So lassen',
    done: (many) => `${plural(many, 'Kontonummer', 'Kontonummern')} verdeckt`,
    doneText: 'Die vollen Nummern sind jetzt nur noch in Nova.',
    leftAlone: (many) =>
      `${plural(many, 'Zeile blieb, wie sie ist', 'Zeilen blieben, wie sie sind')}, weil dort nicht steht, was erfasst wurde, oder keine Kontonummer.`,
    nothing: 'Nichts wurde verdeckt',
  },

  rowsNotReadable:
    'Einige Zeilen haben jetzt Probleme. Prüfen Sie erneut, korrigieren Sie sie, und schreiben Sie dann die IDs.',

  types: {
    ach: 'ACH',
    domestic_wire: 'Inlands\u00adüberweisung (domestic wire)',
    international_wire: 'Auslands\u00adüberweisung (international wire)',
  },

  approvals: {
    card: (name) => `Bankverbindung von ${name}`,
    title: 'Bankverbindung',
    text: 'Sie käme zu einem Empfänger hinzu, der schon eine hat. Nichts davon wurde an Nova gesendet.',
    callBack:
      'Geben Sie nur frei, was der Empfänger Ihnen oder jemandem, dem Sie vertrauen, auf einem Weg bestätigt hat, der schon vorher bekannt war.',
    present: (many) =>
      many === 0
        ? 'Andere sind auf dem Weg zu Nova'
        : `${count('payment-instructions', many)} schon vorhanden`,
    presentNow: 'Was der Rechtsträger jetzt hat',
    presentUnknown: 'Nova konnte nicht gefragt werden, was der Rechtsträger jetzt hat.',
    presentNone: 'Im Augenblick nichts.',
    unnamed: 'kam auf anderem Weg zu Nova',
    fields: {
      type: 'Zahlungsart',
      beneficiaryName: 'Kontoinhaber',
      account: 'Kontonummer',
      routingNumber: 'Routing-Nummer',
      swiftCode: 'SWIFT-Code',
      bankName: 'Bank',
      branchCode: 'Filialcode',
      address: 'Adresse',
      intermediary: 'Korrespondenzbank',
      instructions: 'Anweisungen',
      externalReference: 'Externe Referenz',
    },
    approve: 'Diese Bankverbindung freigeben',
    approvedTitle: 'Freigegeben',
    approvedText: (who) =>
      `Sie wird gesendet, sobald ${who} dieselbe Zeile nochmals erfasst, weil dazwischen keine Kontonummer aufbewahrt wird.`,
  },
};
