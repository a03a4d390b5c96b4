import { cellWords } from '../cell-words.ts';
import type { saidOfOutcomes as english } from '../en/said-outcomes.ts';
import { again, object, firstSubject } from './said-words.ts';

export const saidOfOutcomes: typeof english = {
  waits: ({ fromCents, currency }, { money }) =>
    `Wartet auf Freigabe durch eine zweite Person${fromCents === null || currency === null ? '' : `, die ab ${money(fromCents, currency)} nötig ist`}; es wurde nichts gesendet.`,
  bankDetailsWait: () =>
    'Wartet auf Freigabe durch eine zweite Person, die nötig ist, weil der Rechtsträger schon eine Bankverbindung hat oder bald haben wird; es wurde nichts gesendet.',
  somebodyElse: ({ userName, endsAt }, { instant }) =>
    `${userName} hat es vorbereitet; freigeben muss jemand anderes, bis ${instant(endsAt)}.`,
  approvedNotSent: ({ kind, userName }) =>
    `${userName} hat ${object(kind)} freigegeben, aber das Senden gelang noch nicht. Der Distribution-Desk-Server versucht es von selbst weiter; bisher wurde nichts angelegt.`,
  approvedSendAgain: ({ kind, userName }) =>
    `${userName} hat ${object(kind)} freigegeben, und die Kontonummer ist hier nicht gespeichert: Erfassen Sie dieselben Zeilen noch einmal, um sie zu senden. Bisher wurde nichts angelegt.`,
  returned: ({ kind, userName, reason }) =>
    `${userName} hat ${object(kind)} zurückgegeben, und es wurde nichts gesendet: ${reason}`,
  notApprovedInTime: ({ kind, endsAt }, { instant }) =>
    `Bis ${instant(endsAt)} hat niemand ${object(kind)} freigegeben; es wurde nichts gesendet. Prüfen Sie dieselben Zeilen, und ${again(kind, 'sie')}, um sie neu freigeben zu lassen.`,

  notKnown: ({ kind }) => `Es ist nicht bekannt, ob Nova ${object(kind)} angelegt hat.`,
  keyExpired: () => 'Die Zeit, in der eine weitere Anfrage sicher ist, ist vorbei; es wurde nichts gesendet.',
  stillSending: ({ kind }) =>
    `${firstSubject(kind)} wird noch gesendet; ob Nova es angelegt hat, ist noch nicht bekannt. Prüfen Sie dieselben Zeilen, und ${again(kind, 'sie')}, um es gleich zu erfahren; ein zweites Mal angelegt wird dadurch nichts.`,
  askedByItself: ({ kind }) =>
    `Es wird von selbst wieder gefragt; ${again(kind, 'dieselben Zeilen')}, um es sofort zu erfahren.`,
  askedWithRows: ({ kind }) =>
    `Die Kontonummer ist hier nicht gespeichert, darum wird nicht von selbst wieder gefragt. Prüfen Sie dieselben Zeilen, und ${again(kind, 'sie')}, um es zu erfahren.`,
  notAskedAgain: () => 'Es wird nicht von selbst wieder gefragt.',
  lookInDashboard: () =>
    'Suchen Sie danach im Dashboard von Nova: Ist es dort, verknüpfen Sie es; ist es nicht dort, lassen Sie eine zweite Person erklären, dass es nie angelegt wurde.',
  neverCreated: ({ kind, userName, reason }) =>
    `${userName} hat erklärt, dass Nova ${object(kind)} nie angelegt hat: ${reason}`,

  paymentsMissing: () =>
    `Nova hat noch nicht ${cellWords.paymentsMissing.de}. Prüfen Sie die Zeilen noch einmal, oder aktualisieren Sie, um die übrigen zu holen.`,
  paymentsMissingStill: () =>
    `Nova hat nicht ${cellWords.paymentsMissing.de}. Aktualisieren Sie noch einmal, um die übrigen zu holen.`,
  otherCount: ({ sent, listed }, { plural }) =>
    `${plural(sent, 'Zahlung wurde', 'Zahlungen wurden')} ${cellWords.otherCount.de} ${listed} auf.`,
  compareBeforeApproval: () =>
    'Vergleichen Sie diese Ausschüttung im Dashboard von Nova mit dem Blatt, bevor sie freigegeben wird.',
  rowsWithoutPayment: ({ count, of }, { plural }) =>
    `Zu ${count} von ${plural(of, 'Zeile', 'Zeilen')} passt keine der Zahlungen, die Nova aufführt; dort steht keine Zahlungs-ID.`,
  paymentsWithoutRow: ({ ids }) => `Nova führt Zahlungen auf, zu denen keine Zeile passt: ${ids}.`,
};
