/** The German of `../en/registration-rules.ts`. */
import type { registrationRules as english } from '../en/registration-rules.ts';
import { strings } from './strings.ts';

const fix = `„${strings.corrections.fix}“`;

export const registrationRules: typeof english = {
  'no-registration-rows': {
    title: 'Nichts zu erfassen gefunden',
    reason: 'Unter der Spaltenüberschrift dieser Tabelle steht nichts, was zu erfassen wäre.',
    remedy:
      'Markieren Sie eine Zelle einer Tabelle mit Bankverbindungen, Rechtsträgern oder Kontakten, und prüfen Sie dann erneut.',
  },
  'registered-id-twice': {
    title: 'ID von Nova doppelt',
    reason: 'Eine Zeile, die mit ihrer ID kopiert wurde, gilt als erfasst und würde nie gesendet.',
    remedy: 'Soll diese Zeile erfasst werden, leeren Sie ihre Ergebniszellen. Wenn nicht, löschen Sie sie.',
  },
  'row-twice': {
    title: 'Gleiche Zeile doppelt',
    reason:
      'Zwei gleiche Zeilen sind für Nova ein und dasselbe, und niemand könnte sagen, zu welcher die ID gehört.',
    remedy: 'Entfernen Sie eine von beiden.',
  },
  'reference-twice': {
    title: 'Externe Referenz doppelt',
    reason:
      'An der externen Referenz findet man etwas wieder, und Nova lehnt einen zweiten Rechtsträger oder Kontakt mit derselben ab.',
    remedy: 'Geben Sie jeder Zeile ihre eigene oder keine.',
  },
  'name-twice': {
    title: 'Name doppelt',
    reason:
      'Zwei Rechtsträger gleichen Namens oder zwei Kontakte gleicher Adresse sind oft einer, der zweimal eingegeben wurde.',
    remedy: 'Entfernen Sie eine der Zeilen, oder bestätigen Sie, dass es zwei sind.',
  },
  'text-has-hidden-character': {
    title: 'Verborgenes Zeichen im Text',
    reason: 'Ein Zeilenumbruch oder ein Zeichen, das niemand sieht, würde mit dem Text zur Bank gehen.',
    remedy: `Wählen Sie ${fix}, wo es angeboten wird, oder geben Sie den Text nochmals ein.`,
  },
  // Bank details
  'instructions-type-unknown': {
    title: 'Zahlungsart nicht bekannt',
    reason: 'Nova zahlt per ACH, Domestic wire oder International wire. „Wire“ allein könnte beides sein.',
    remedy: 'Geben Sie ACH, Domestic wire oder International wire ein.',
  },
  'instructions-incomplete': {
    title: 'Bankverbindung unvollständig',
    reason: 'Nova nimmt eine Bankverbindung, in der etwas fehlt, aber darüber kann niemand bezahlt werden.',
    remedy: 'Geben Sie ein, was fehlt, oder bestätigen Sie, dass es folgt.',
  },
  'instructions-part-not-sent': {
    title: 'Teil der Zeile wird nicht gesendet',
    reason: 'Bei dieser Zahlungsart hat Nova dafür keinen Platz, also würde es niemanden erreichen.',
    remedy: 'Korrigieren Sie die Zahlungsart, oder bestätigen Sie, dass das Übrige genügt.',
    example: 'Mit einem Domestic wire wird kein SWIFT-Code gesendet.',
  },
  'account-number-is-number': {
    title: 'Kontonummer ist eine Zahl',
    reason: 'Excel lässt Nullen vor einer Zahl weg, und eine Kontonummer kann mit solchen beginnen.',
    remedy:
      'Formatieren Sie die Zelle als Text, und geben Sie die Kontonummer nochmals aus ihrer Quelle ein.',
  },
  'account-number-lost-digits': {
    title: 'Kontonummer hat Ziffern verloren',
    reason: 'Excel behält von einer Zahl 15 Stellen und setzt für die anderen Nullen ein.',
    remedy:
      'Formatieren Sie die Zelle als Text, und geben Sie die Kontonummer nochmals aus ihrer Quelle ein. Im Blatt steht sie nicht mehr.',
  },
  'account-number-masked': {
    title: 'Kontonummer verdeckt',
    reason: 'Anstelle der Kontonummer stehen Punkte oder Sterne.',
    remedy: 'Geben Sie sie vollständig aus ihrer Quelle ein.',
  },
  'account-number-malformed': {
    title: 'Keine Kontonummer',
    reason: 'Sie hat zu viele Zeichen, keine Ziffer oder ein Zeichen, das keine Kontonummer hat.',
    remedy: 'Geben Sie sie nochmals aus ihrer Quelle ein.',
  },
  'iban-malformed': {
    title: 'Fehler in der IBAN',
    reason:
      'Länge, Aufbau oder Prüfziffern sind nicht die ihres Landes (ISO 13616). Mindestens ein Zeichen ist falsch.',
    remedy: 'Kopieren Sie die IBAN nochmals aus ihrer Quelle. Erraten Sie nie ein Zeichen.',
  },
  'iban-missing': {
    title: 'IBAN erwartet',
    reason:
      'Banken dieses Landes bezeichnen Konten mit einer IBAN und senden Überweisungen ohne eine solche zurück.',
    remedy: 'Fragen Sie den Empfänger nach der IBAN, oder bestätigen Sie die Kontonummer.',
  },
  'iban-in-us-payment': {
    title: 'IBAN in einer US-Zahlung',
    reason: 'ACH und Domestic wire zahlen auf Konten in den USA, und diese haben keine IBAN.',
    remedy: 'Korrigieren Sie die Zahlungsart oder die Kontonummer, oder bestätigen Sie es.',
  },
  'routing-number-lost-zero': {
    title: 'Routing-Nummer ohne ihre Null',
    reason:
      'Excel lässt die Null vor einer Zahl weg. Zurücksetzen können nur Sie sie, weil eine andere Nummer gemeint sein kann.',
    remedy: `Vergleichen Sie sie mit ihrer Quelle, und wählen Sie dann ${fix}.`,
    example: 'Aus 11000015 wird 011000015.',
  },
  'routing-number-malformed': {
    title: 'Fehler in der Routing-Nummer',
    reason: 'Länge, erste Ziffern oder Prüfziffer sind nicht die einer Routing-Nummer (ABA).',
    remedy: 'Kopieren Sie sie nochmals aus ihrer Quelle.',
  },
  'bic-malformed': {
    title: 'Fehler im SWIFT-Code',
    reason: 'Ein SWIFT-Code (BIC, ISO 9362) hat 8 oder 11 Zeichen. Die Zeichen 5 und 6 nennen sein Land.',
    remedy: 'Kopieren Sie ihn nochmals aus seiner Quelle.',
  },
  'bic-disagrees-with-iban': {
    title: 'SWIFT-Code und IBAN widersprechen sich',
    reason:
      'Der SWIFT-Code nennt eine Bank des einen Landes, die IBAN ein Konto eines anderen. Ein solches Konto hat keine Bank.',
    remedy: 'Fragen Sie den Empfänger, was stimmt, und korrigieren Sie das andere.',
  },
  'branch-code-is-number': {
    title: 'Filialcode ist eine Zahl',
    reason: 'Excel lässt Nullen vor einer Zahl weg, und ein Filialcode kann mit solchen beginnen.',
    remedy:
      'Formatieren Sie die Zelle als Text und geben Sie den Code nochmals ein, oder bestätigen Sie ihn.',
  },
  'address-incomplete': {
    title: 'Adresse unvollständig',
    reason: 'Wo eine Adresse angegeben ist, braucht Nova Straße, Ort und Land.',
    remedy: 'Geben Sie ein, was fehlt, oder leeren Sie die ganze Adresse.',
  },
  'address-state-missing': {
    title: 'Bundesstaat oder ZIP-Code fehlt',
    reason: 'Nova nimmt eine Adresse in den USA ohne sie, aber Banken fragen danach.',
    remedy: 'Geben Sie beides ein, oder bestätigen Sie die Adresse, wie sie ist.',
  },
  'address-is-po-box': {
    title: 'Postfach als Adresse',
    reason: 'Nova nimmt als Adresse einer Überweisung kein Postfach.',
    remedy: 'Geben Sie eine Straße ein.',
  },
  'country-malformed': {
    title: 'Kein Ländercode',
    reason: 'Ein Land wird mit seinen zwei Großbuchstaben bezeichnet (ISO 3166-1).',
    remedy: `Wählen Sie ${fix}, wo es angeboten wird, oder geben Sie den Code ein.`,
    example: 'US, GB, CH',
  },
  'us-state-malformed': {
    title: 'Kein US-Bundesstaat',
    reason: 'Ein US-Bundesstaat wird mit seinen zwei Großbuchstaben bezeichnet.',
    remedy: `Wählen Sie ${fix}, wo es angeboten wird, oder geben Sie die Buchstaben ein.`,
    example: 'NY',
  },
  'zip-malformed': {
    title: 'Kein ZIP-Code',
    reason:
      'Ein ZIP-Code hat 5 Ziffern, oder 5 und 4 mit Bindestrich. Excel lässt Nullen vor einer Zahl weg.',
    remedy: `Wählen Sie ${fix}, wo es angeboten wird, oder geben Sie den Code als Text ein.`,
    example: '02110 oder 02110-1234',
  },
  'beneficiary-unlike-entity': {
    title: 'Kontoinhaber ist nicht der Rechtsträger',
    reason:
      'Geht Geld für einen Empfänger auf ein Konto mit anderem Namen, so ist das ein Irrtum oder ein Betrug, oder es hat einen Grund.',
    remedy:
      'Fragen Sie den Empfänger unter einer Nummer, die Sie schon vorher kannten. Korrigieren Sie dann die Zeile, oder bestätigen Sie sie.',
  },
  'account-on-two-entities': {
    title: 'Ein Konto für zwei Rechtsträger',
    reason: 'Zwei Empfänger mit einem Konto sind oft eine Zeile, die kopiert und nicht geändert wurde.',
    remedy: 'Korrigieren Sie eine der Zeilen, oder bestätigen Sie, dass beide dorthin gezahlt werden.',
  },
  // Entities and contacts
  'entity-type-unknown': {
    title: 'Art des Rechtsträgers nicht bekannt',
    reason:
      'Nova kennt sechzehn Arten von Rechtsträgern. Dies ist keine davon, oder es könnten zwei gemeint sein.',
    remedy: 'Geben Sie eine davon ein.',
    example: 'Individual, IRA, Corporation, LLC, Partnership, Trust, Other entity.',
  },
  'email-malformed': {
    title: 'Keine E-Mail-Adresse',
    reason:
      'Ein Kontakt wird unter seiner Adresse benachrichtigt, darum muss hier eine Adresse stehen und nichts anderes.',
    remedy: 'Geben Sie eine Adresse ein. Nehmen Sie für zwei Personen zwei Zeilen.',
    example: 'name@example.com',
  },
};
