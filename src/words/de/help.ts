/** The German of `../en/help.ts`. */
import { oversight } from './oversight.ts';
import { strings } from './strings.ts';
import type { Words } from '../language.ts';

const take = `„${strings.confirm.take}“`;
const takeTieOut = `„${strings.tieOut.take}“`;
const approvals = `„${oversight.menuApprovals}“`;
const again = `„${strings.problems.again}“`;

const topics: Words['help']['topics'] = {
  'control-total': {
    title: 'Warum die Summe tippen?',
    reason:
      'Der Aufgabenbereich kennt nur, was im Blatt steht. Eine Zeile, die dazukam, geändert wurde oder verloren ging, zeigt sich, wenn die Summe von anderswo kommt: aus Ihrer Genehmigung, Ihrer Buchhaltung, Ihrer Bankdatei.',
    remedy: `Tippen Sie die genehmigte Summe, oder markieren Sie die Zelle mit ihr, und wählen Sie ${take}. Weicht sie ab, suchen Sie die Differenz im Blatt, bevor Sie vormerken.`,
    example: 'Genehmigt 1284310.55, im Blatt 1284301.55: zwei Ziffern sind vertauscht.',
  },
  'second-person': {
    title: 'Warum eine zweite Person?',
    reason:
      'Ihre Organisation hat entschieden, dass niemand einen solchen Betrag allein sendet. Bis jemand anders freigibt, geht nichts davon an Nova.',
    remedy: `Bitten Sie jemanden, der freigeben darf, im Kontomenü ${approvals} zu wählen und es anzusehen. Dann wird es gesendet, und die IDs kommen von selbst in Ihr Blatt.`,
  },
  'second-person-details': {
    title: 'Warum eine zweite Person?',
    reason:
      'Wer Bankverbindungen ändern kann, kann die nächste Auszahlung fehlleiten. Hat ein Rechtsträger schon eine, gibt jemand anders jede weitere frei.',
    remedy: `Erfassen Sie sie trotzdem: Sie wartet. Bitten Sie jemanden, der freigeben darf, im Kontomenü ${approvals} zu wählen. Prüfen Sie danach erneut und erfassen Sie dieselben Zeilen, denn dazwischen wird keine Kontonummer aufbewahrt.`,
  },
  'call-back': {
    title: 'Warum den Empfänger anrufen?',
    reason:
      'Eine Nachricht mit neuer Bankverbindung kann von jemand anderem kommen, auch aus dem Postfach des Empfängers. Geld auf einem gefälschten Konto bleibt meist verloren.',
    remedy:
      'Rufen Sie eine Nummer an, die Sie schon vorher kannten, und keine aus der Nachricht. Lassen Sie sich die Kontonummer vorlesen, und vergleichen Sie sie mit dem Blatt.',
  },
  repeat: {
    title: 'Warum wird es nicht nochmals gesendet?',
    reason:
      'Dieselben Zahlungen wurden schon vorgemerkt, aus dieser Arbeitsmappe oder einer anderen. Sie werden an ihrem Inhalt erkannt, damit niemand irrtümlich zweimal bezahlt wird.',
    remedy:
      'Sehen Sie zuerst die frühere in Nova an. Merken Sie nur dann nochmals vor, wenn die Empfänger ein zweites Mal bezahlt werden sollen: Das braucht einen Grund, der mit Ihrem Namen aufbewahrt wird.',
  },
  limits: {
    title: 'Warum gibt es ein Limit?',
    reason:
      'Ihre Organisation hat festgelegt, wie viel höchstens gesendet werden darf, je Zahlung, Ausschüttung und Tag, und für welche Vehikel und Währungen.',
    remedy:
      'Vergleichen Sie den Betrag mit seiner Quelle: Meist ist ein Komma verrutscht. Stimmt er, kann das Limit ändern, wer Distribution Desk betreibt.',
  },
  'mode-lock': {
    title: 'Warum ist alles Senden angehalten?',
    reason:
      'Nova hat für einen anderen Modus oder eine andere Organisation geantwortet, als dieser Server bestimmt ist. Echte Zahlungen könnten vorgemerkt werden, wo ein Test gemeint war, oder für jemand anderen. Darum sendet niemand etwas, bis es angesehen ist.',
    remedy:
      'Sagen Sie es einem Admin. Bis dahin wird nichts mehr gesendet; Prüfen und Aktualisieren gehen weiter, und Ihre Zeilen bleiben, wie sie sind.',
  },
  'not-known': {
    title: 'Was heißt „nicht bekannt“?',
    reason:
      'Es wurde gesendet, und die Antwort ging unterwegs verloren. Noch kann niemand sagen, ob Nova es angelegt hat: Es ist weder vorgemerkt noch abgelehnt.',
    remedy: `Geben Sie es nicht von Hand in Nova ein. Wählen Sie ${again} und senden Sie es noch einmal: Einen Tag lang erkennt Nova es und legt es nicht zweimal an. Danach wird nichts gesendet; sehen Sie in Nova nach, und sagen Sie hier, was daraus wurde.`,
  },
  'tie-out': {
    title: 'Was ist ein Abgleich?',
    reason:
      'Eine Ihrer Zellen enthält die Summe, auf die die Zeilen kommen müssen. Jede Prüfung vergleicht beide, damit eine geänderte Zeile sofort auffällt und nicht erst am Ende.',
    remedy: `Markieren Sie die Zelle, und wählen Sie ${takeTieOut}. Solange beide abweichen, lässt sich nichts vormerken.`,
    example: 'Die Summe der genehmigten Ausschüttungsanzeige, in einer Zelle über der Tabelle.',
  },
  'default-currency': {
    title: 'Wann gilt sie?',
    reason:
      'Nur wo eine Zeile keine Währung nennt: ohne Währungsspalte, ohne Zeichen und ohne Zahlenformat mit einer Währung.',
    remedy:
      'Lassen Sie sie auf USD, das ist, was Nova heute zahlt. Ist die Tabelle in einer anderen Währung, ändern Sie hier nichts, sondern zahlen Sie auf anderem Weg.',
  },
};

export const help: Words['help'] = {
  about: (title) => `Warum? ${title}`,
  remedy: 'Was zu tun ist:',
  example: 'Zum Beispiel:',
  close: 'Schließen',
  topics,

  tour: {
    menu: 'Rundgang zeigen',
    label: 'Rundgang',
    step: (number, count) => `Schritt ${number} von ${count}`,
    next: 'Weiter',
    back: 'Zurück',
    skip: 'Überspringen',
    done: 'Fertig',
    again: 'Im Kontomenü finden Sie ihn wieder.',
    steps: [
      {
        title: 'Prüfen',
        text: `Markieren Sie eine Zelle Ihrer Auszahlungen, und wählen Sie „${strings.source.check}“. Jede Zeile wird geprüft, und nichts wird gesendet.`,
      },
      {
        title: 'Korrigieren',
        text: 'Wählen Sie ein Problem, und seine Zelle wird markiert. Das Fragezeichen neben seinem Titel sagt, warum es die Regel gibt und was zu tun ist.',
      },
      {
        title: 'Bestätigen',
        text: 'Sehen Sie jede Ausschüttung an, und tippen Sie dann die Summe aus Ihren eigenen Unterlagen. Auf den Cent genau, sonst lässt sich nichts senden.',
      },
      {
        title: 'Vormerken',
        text: 'Die IDs und Status von Nova kommen neben Ihre Zeilen ins Blatt. Dieselben Zeilen werden später erkannt und nur dann nochmals gesendet, wenn Sie es entscheiden.',
      },
    ],
  },
};
