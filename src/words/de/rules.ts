/** The German of `../en/rules.ts`. */
import type { Words } from '../language.ts';
import { strings } from './strings.ts';
import { registrationRules } from './registration-rules.ts';

const columns = `„${strings.mapping.title}“`;
const fix = `„${strings.corrections.fix}“`;
const payeeDetails = `„${strings.places.names.registrations}“`;
const settings = `„${strings.session.settings}“`;

export const rules: Words['rules'] = {
  ...registrationRules,

  // The table as a whole
  'no-payout-rows': {
    title: 'Keine Auszahlungen gefunden',
    reason:
      'Unter der Spaltenüberschrift dieser Tabelle steht keine Auszahlung, also ist nichts vorzumerken.',
    remedy: 'Markieren Sie eine Zelle der Tabelle mit Ihren Auszahlungen, und prüfen Sie dann erneut.',
  },
  'nothing-selected': {
    title: 'Keine Auszahlung markiert',
    reason: 'Die Auswahl berührt keine Auszahlung. Leere Zeilen und Summen sind keine.',
    remedy:
      'Markieren Sie die Zeilen, die vorgemerkt werden sollen, oder eine Zelle für die ganze Tabelle, und prüfen Sie dann erneut.',
  },
  'required-column-missing': {
    title: 'Notwendige Spalte fehlt',
    reason:
      'Keine Spalte enthält etwas, das Nova braucht. Eine Auszahlung braucht den Namen der Ausschüttung, ein Vehikel, ein Datum, einen Rechtsträger und einen Betrag.',
    remedy: `Wählen Sie die Spalte unter ${columns}, oder ergänzen Sie die Tabelle und prüfen Sie erneut.`,
  },
  'column-mapped-twice': {
    title: 'Spalte zweimal gewählt',
    reason:
      'Eine Spalte kann nicht zweierlei enthalten. Eines von beiden würde aus den falschen Zellen gelesen.',
    remedy: `Wählen Sie unter ${columns} für eines von beiden eine andere Spalte.`,
  },
  'column-is-result': {
    title: 'Ergebnisspalte als Feld gewählt',
    reason: 'In diese Spalte schreibt Distribution Desk seine Ergebnisse und würde sie als Ihre Daten lesen.',
    remedy: `Wählen Sie unter ${columns} eine andere Spalte.`,
  },
  'result-column-twice': {
    title: 'Ergebnisspalte doppelt',
    reason:
      'Was vorgemerkt ist, zeigen die IDs in den Ergebnisspalten. Bei zwei Spalten gleichen Namens kann niemand sagen, welche die richtigen IDs enthält.',
    remedy: 'Benennen Sie die Spalte ohne die IDs um oder löschen Sie sie, und prüfen Sie dann erneut.',
  },
  'result-column-spelling': {
    title: 'Ergebnisspalte anders geschrieben',
    reason:
      'IDs und Status werden unter genauen Spaltenüberschriften gelesen und geschrieben. IDs unter einer nur ähnlichen würden übersehen.',
    remedy: 'Benennen Sie die Spalte so, wie die Meldung es sagt. Ihre Zellen bleiben, wie sie sind.',
  },
  'result-column-name-taken': {
    title: 'Name einer Ergebnisspalte vergeben',
    reason:
      'Eine Ihrer Spalten heißt wie eine Ergebnisspalte. Ergebnisse würden über ihre Zellen geschrieben.',
    remedy:
      'Benennen Sie Ihre Spalte um, und prüfen Sie dann erneut. Die Ergebnisspalte kommt neben der Tabelle hinzu.',
  },
  'sheet-protected': {
    title: 'Blatt ist geschützt',
    reason:
      'In ein geschütztes Blatt lässt Excel niemanden schreiben, also könnten die IDs nicht neben Ihren Zeilen stehen.',
    remedy:
      'Heben Sie in Excel den Blattschutz auf (Überprüfen > Blattschutz aufheben), und prüfen Sie dann erneut.',
  },
  'result-columns-blocked': {
    title: 'Kein Platz für Ergebnisse',
    reason: 'Ergebnisse werden rechts neben die Tabelle geschrieben und nie über etwas anderes.',
    remedy:
      'Fügen Sie rechts der Tabelle Spalten ein, oder verschieben Sie, was dort steht, und prüfen Sie dann erneut.',
  },
  'changed-since-staged': {
    title: 'Seit dem Vormerken geändert',
    reason:
      'Nova zahlt, was vorgemerkt wurde, was auch immer seither im Blatt steht. Nun sagen beide Verschiedenes.',
    remedy:
      'Setzen Sie die Zelle auf das zurück, was vorgemerkt wurde. Ist der neue Wert richtig, stornieren Sie die Ausschüttung in Nova und merken Sie sie neu vor.',
  },
  // Any cell
  'required-cell-blank': {
    title: 'Notwendiger Wert fehlt',
    reason: 'Nova braucht diesen Wert von jeder Zeile.',
    remedy: 'Geben Sie ihn ein. Gehört die Zeile nicht zur Tabelle, löschen Sie sie.',
  },
  'cell-error': {
    title: 'Zelle zeigt einen Fehler',
    reason: 'Die Formel hat kein Ergebnis. Ein Fehler wird nie als null oder leer gelesen.',
    remedy: 'Korrigieren Sie die Formel, oder geben Sie den Wert ein.',
    example: '#BEZUG! (#REF!) heißt, dass die Formel auf gelöschte Zellen verweist.',
  },
  'cell-is-boolean': {
    title: 'Zelle ist WAHR oder FALSCH',
    reason: 'WAHR oder FALSCH ist weder Betrag noch Datum, Name oder ID.',
    remedy: 'Geben Sie den Wert ein, oder leeren Sie die Zelle, wo sie leer sein darf.',
  },
  'text-too-long': {
    title: 'Text zu lang',
    reason:
      'Was gesendet wird, darf nur so lang sein, und nichts wird abgeschnitten: 500 Zeichen für Namen und Referenzen von Auszahlungen, für anderes weniger.',
    remedy: 'Kürzen Sie den Text. Die Meldung nennt die größte Länge.',
  },
  // Ids
  'id-has-invisible-character': {
    title: 'Unsichtbares Zeichen in ID',
    reason:
      'Die ID enthält ein Zeichen, das niemand sieht, wie es beim Kopieren aus einer E-Mail oder Webseite mitkommt. So bezeichnet sie in Nova niemanden.',
    remedy: `Wählen Sie ${fix}, wo es angeboten wird, oder kopieren Sie die ID nochmals aus Nova.`,
  },
  'id-has-space': {
    title: 'Leerzeichen in ID',
    reason: 'Eine ID gilt auf das Zeichen genau. Mit Leerzeichen oder Zeilenumbruch ist sie eine andere.',
    remedy: `Wählen Sie ${fix}, wo es angeboten wird, oder entfernen Sie das Leerzeichen.`,
  },
  'id-has-lookalike': {
    title: 'Verwechselbares Zeichen in ID',
    reason:
      'Ein Buchstabe eines anderen Alphabets sieht aus wie der richtige. Die ID würde jemand anderen oder niemanden bezeichnen.',
    remedy: 'Kopieren Sie die ID nochmals aus Nova, statt sie zu tippen.',
    example: 'Das kyrillische „А“ und das lateinische „A“ sehen gleich aus und sind zwei Buchstaben.',
  },
  'id-wrong-kind': {
    title: 'ID anderer Art',
    reason: 'Am Anfang sagt eine ID, was sie bezeichnet. Diese bezeichnet etwas anderes, als hierher gehört.',
    remedy: `Geben Sie die richtige ID ein. Ist die ganze Spalte so, wählen Sie unter ${columns} eine andere.`,
    example: 'veh_… bezeichnet ein Vehikel, ent_… einen Rechtsträger, cnt_… einen Kontakt.',
  },
  'id-prefix-case': {
    title: 'ID beginnt mit Großbuchstaben',
    reason: 'Nova unterscheidet Groß- und Kleinbuchstaben, und seine IDs beginnen mit kleinen.',
    remedy: `Wählen Sie ${fix}, wo es angeboten wird, oder kopieren Sie die ID nochmals aus Nova.`,
    example: 'ENT_… muss ent_… heißen.',
  },
  'id-malformed': {
    title: 'Keine ID von Nova',
    reason:
      'Eine ID von Nova beginnt mit dem, was sie bezeichnet, und hat danach nur Buchstaben und Ziffern.',
    remedy:
      'Kopieren Sie die ID aus Nova, wie sie dort steht. Geben Sie für einen Kontakt die ID ein und nicht die E-Mail-Adresse.',
    example: 'ent_7Kd2Qm81 könnte ein Rechtsträger sein.',
  },
  // Amount and currency
  'amount-is-text': {
    title: 'Betrag ist Text',
    reason:
      'Die Zelle enthält Text, auch wenn er wie eine Zahl aussieht. Text lässt sich verschieden lesen, darum gelten für Beträge nur Zahlen.',
    remedy: `Wählen Sie ${fix}, wo es angeboten wird und den richtigen Betrag zeigt, oder geben Sie den Betrag als Zahl ein.`,
    example: 'Eine Zahl mit einem Apostroph oder Leerzeichen davor ist Text.',
  },
  'amount-not-a-number': {
    title: 'Betrag ist keine Zahl',
    reason: 'Aus dieser Zelle lässt sich kein Betrag lesen, und keiner wird erraten.',
    remedy: 'Geben Sie den Betrag als Zahl ein.',
  },
  'amount-has-fraction-of-cent': {
    title: 'Bruchteil eines Cents',
    reason:
      'Gezahlt werden ganze Cents. Hier wird nichts gerundet, denn Runden ändert, was jemand erhält und wie hoch die Summe ist.',
    remedy: 'Runden Sie den Betrag im Blatt, und prüfen Sie dann erneut.',
    example: '=RUNDEN(A2*B2;2)',
  },
  'amount-zero': {
    title: 'Betrag ist null',
    reason: 'Nova nimmt nur Beträge über null.',
    remedy: 'Geben Sie den Betrag ein. Wird nichts gezahlt, löschen Sie die Zeile.',
  },
  'amount-negative': {
    title: 'Betrag ist negativ',
    reason: 'Nova zahlt und kann nichts einziehen, darum nimmt es nur Beträge über null.',
    remedy: 'Korrigieren Sie den Betrag, oder nehmen Sie die Zeile aus der Tabelle.',
  },
  'amount-too-large': {
    title: 'Betrag zu hoch',
    reason: 'Excel behält von einer Zahl 15 Stellen. Darüber hinaus sind die Cents nicht mehr die getippten.',
    remedy: 'Korrigieren Sie den Betrag, oder teilen Sie ihn auf mehrere Zeilen auf.',
  },
  'total-too-large': {
    title: 'Summe zu hoch',
    reason: 'Über 90 Billionen ist die Summe nicht mehr auf den Cent genau.',
    remedy: 'Korrigieren Sie den Betrag, oder teilen Sie die Tabelle.',
  },
  'currency-malformed': {
    title: 'Kein Währungscode',
    reason: 'Eine Währung wird mit ihren drei Buchstaben bezeichnet (ISO 4217).',
    remedy: `Geben Sie den Code ein. Für eine leere Zelle gilt die Standardwährung aus ${settings}.`,
    example: 'USD',
  },
  'currency-not-supported': {
    title: 'Währung nicht möglich',
    reason: 'Nova zahlt heute nur USD.',
    remedy: `Ist der Betrag in USD, korrigieren Sie die Währung, in der Zelle oder unter ${settings}. Wenn nicht, nehmen Sie die Zeile aus der Tabelle.`,
  },
  // Dates
  'date-is-text': {
    title: 'Datum ist Text',
    reason:
      'Die Zelle enthält Text, auch wenn er wie ein Datum aussieht. Tag und Monat können verschieden herum stehen, darum gilt als Text nur JJJJ-MM-TT.',
    remedy: `Wählen Sie ${fix}, wo es angeboten wird und den richtigen Tag zeigt, oder geben Sie ein Datum ein.`,
    example: '2026-01-30',
  },
  'date-never-was': {
    title: 'Datum, das es nie gab',
    reason:
      'Excel zählt den 29. Februar 1900 und den „0. Januar 1900“, die es nie gab. Der zweite ist meist eine leere Zelle hinter einer Formel.',
    remedy: 'Geben Sie das Datum ein, oder korrigieren Sie die Formel.',
  },
  'date-out-of-range': {
    title: 'Datum, das Excel nicht kennt',
    reason: 'Die Zahl in dieser Zelle ist kein Datum, das Excel kennt.',
    remedy: 'Geben Sie ein Datum ein.',
    example: '2026-01-30',
  },
  'date-has-time': {
    title: 'Datum mit Uhrzeit',
    reason: 'Ein Auszahlungsdatum hat keine Uhrzeit. Der Tag wird gesendet, die Uhrzeit bleibt weg.',
    remedy: 'Vergewissern Sie sich, dass der Tag stimmt, oder entfernen Sie die Uhrzeit.',
  },
  'date-in-past': {
    title: 'Datum in der Vergangenheit',
    reason: 'Ein Datum in der Vergangenheit stammt oft aus der Tabelle vom letzten Mal.',
    remedy: 'Korrigieren Sie das Datum, oder bestätigen Sie es.',
  },
  'date-on-weekend': {
    title: 'Datum am Wochenende',
    reason: 'Banken zahlen nicht an Samstagen und Sonntagen. Feiertage werden nicht geprüft.',
    remedy: 'Wählen Sie einen Bankarbeitstag, oder bestätigen Sie das Datum.',
  },
  'date-far-ahead': {
    title: 'Datum in ferner Zukunft',
    reason: 'Ein Datum in mehr als zwei Jahren ist oft ein Tippfehler.',
    remedy: 'Korrigieren Sie das Datum, oder bestätigen Sie es.',
  },
  // Values that can be read in more than one way
  'amount-is-ambiguous': {
    title: 'Betrag ist zweideutig',
    reason: 'In der einen Schreibweise ist der Text tausendmal so viel wie in der anderen.',
    remedy: 'Geben Sie den Betrag als Zahl ein.',
    example: '„1.234“ ist für die einen 1234 und für die anderen 1 und 234 Tausendstel.',
  },
  'currency-disagrees': {
    title: 'Währungen widersprechen sich',
    reason:
      'Währungsspalte, Zeichen in der Zelle und Zahlenformat nennen verschiedene Währungen. Niemand kann sagen, welche gemeint ist.',
    remedy: 'Lassen Sie alle dieselbe Währung nennen.',
    example: 'In der Spalte steht USD, und die Zelle ist in € formatiert.',
  },
  'date-order-ambiguous': {
    title: 'Datum ist zweideutig',
    reason:
      'Die einen Länder schreiben den Tag zuerst, die anderen den Monat. Der Text kann zwei Tage meinen.',
    remedy: 'Geben Sie ein Datum ein, oder schreiben Sie es als JJJJ-MM-TT.',
    example: '03/04/2027 ist hier der 3. April und dort der 4. März.',
  },
  'cell-merged': {
    title: 'Verbundene Zellen',
    reason: 'Verbundene Zellen enthalten einen Wert, und Excel gibt ihn nur der ersten von ihnen.',
    remedy:
      'Heben Sie die Verbindung in Excel auf (Start > Verbinden und zentrieren), und füllen Sie jede Zelle aus.',
  },
  // Contacts, names, references
  'contact-twice': {
    title: 'Kontakt zweimal genannt',
    reason: 'Ein Kontakt wird über eine Zahlung einmal benachrichtigt, wie oft er auch genannt ist.',
    remedy: 'Bestätigen Sie es, oder geben Sie die ID dessen ein, der stattdessen gemeint war.',
  },
  'too-many-contacts': {
    title: 'Zu viele Kontakte',
    reason: 'Eine Zahlung nimmt höchstens 100 Kontakte.',
    remedy: 'Entfernen Sie Kontakte aus der Zelle.',
  },
  'name-is-number': {
    title: 'Name ist eine Zahl',
    reason: 'Eine Zahl als Name ist oft ein Datum oder eine andere Spalte als gemeint.',
    remedy: `Geben Sie den Namen ein, wählen Sie unter ${columns} eine andere Spalte, oder bestätigen Sie es.`,
    example: '46052 ist, was Excel für den 30. Januar 2026 speichert.',
  },
  'reference-inexact': {
    title: 'Referenz nicht genau',
    reason:
      'Excel behält von einer Zahl 15 Stellen. Eine längere Referenz hat ihre letzten Stellen verloren.',
    remedy: 'Formatieren Sie die Zelle als Text, und geben Sie die Referenz nochmals ein.',
  },
  // What Nova knows of the payees
  'entity-unknown': {
    title: 'Rechtsträger Nova nicht bekannt',
    reason:
      'Ihre Organisation hat keinen solchen Rechtsträger in Nova, und Nova lehnt eine Ausschüttung ab, die einen solchen nennt.',
    remedy: `Prüfen Sie die ID in Nova. Ist der Empfänger neu, erfassen Sie ihn zuerst unter ${payeeDetails}.`,
    example: 'Eine ID der Sandbox ist auf Live nicht bekannt und umgekehrt.',
  },
  'contact-unknown': {
    title: 'Kontakt Nova nicht bekannt',
    reason:
      'Ihre Organisation hat keinen solchen Kontakt in Nova, und Nova lehnt eine Ausschüttung ab, die einen solchen nennt.',
    remedy: `Prüfen Sie die ID in Nova. Ist der Kontakt neu, erfassen Sie ihn zuerst unter ${payeeDetails}.`,
  },
  'payee-name-differs': {
    title: 'Empfänger heißt in Nova anders',
    reason:
      'Die ID des Rechtsträgers entscheidet, wer Geld erhält, und sein rechtlicher Name ist nicht der Empfänger der Zeile. Eines von beiden kann falsch sein. Groß- und Kleinschreibung, Akzente, Satzzeichen, Rechtsformen, „The“, „&“ und die Folge der Wörter spielen keine Rolle.',
    remedy: 'Korrigieren Sie den Empfänger oder die ID, oder bestätigen Sie, dass beide dasselbe meinen.',
  },
  'payee-without-instructions': {
    title: 'Keine Bankverbindung',
    reason:
      'Nova hat keine Bankverbindung dieses Rechtsträgers. Die Zahlung kann vorgemerkt, aber nicht ausgeführt werden.',
    remedy: `Erfassen Sie die Bankverbindung zuerst unter ${payeeDetails}, oder bestätigen Sie, dass sie folgt.`,
  },
  'payees-not-checked': {
    title: 'Empfänger nicht geprüft',
    reason:
      'Nach einigen Empfängern konnte Nova nicht gefragt werden. Ihre IDs, Namen und Bankverbindungen wurden nicht verglichen.',
    remedy: `Wählen Sie „${strings.problems.again}“. Bleibt es dabei, sehen Sie diese Empfänger in Nova nach, bevor Sie weitergehen.`,
  },
  // Results that stand in the row already
  'result-id-malformed': {
    title: 'Ergebnis-ID nicht lesbar',
    reason:
      'Die IDs in den Ergebnisspalten sagen, was schon gesendet wurde, und müssen darum genau sein. Dies ist keine.',
    remedy:
      'Holen Sie die ID zurück, zum Beispiel mit „Rückgängig“ in Excel. Leeren Sie die Zelle nur, wenn die Zeile nie gesendet wurde.',
  },
  'result-ids-incomplete': {
    title: 'ID der Ausschüttung fehlt',
    reason:
      'Die Zeile hat die ID einer Zahlung, aber keine einer Ausschüttung. Die Hälfte dessen, was Nova gab, ist verloren.',
    remedy:
      'Holen Sie die ID der Ausschüttung zurück. Leeren Sie beide Zellen nur, wenn die Zeile nie vorgemerkt wurde.',
  },
  'payment-id-twice': {
    title: 'ID einer Zahlung doppelt',
    reason: 'Eine Zeile, die mit ihren IDs kopiert wurde, gilt als vorgemerkt und würde nie gezahlt.',
    remedy: 'Soll diese Zeile gezahlt werden, leeren Sie ihre Ergebniszellen. Wenn nicht, löschen Sie sie.',
  },
  // Distributions
  'distribution-partly-staged': {
    title: 'Ausschüttung nur zum Teil vorgemerkt',
    reason:
      'Einige ihrer Zeilen sind vorgemerkt, andere nicht. Eine vorgemerkte Ausschüttung nimmt keine weiteren Zahlungen.',
    remedy:
      'Geben Sie den neuen Zeilen einen anderen Namen der Ausschüttung oder eine andere externe Referenz. Wurden auch sie vorgemerkt, holen Sie ihre IDs zurück.',
  },
  'distribution-too-large': {
    title: 'Zu viele Zahlungen',
    reason: 'Eine Ausschüttung nimmt höchstens 20\u202f000 Zahlungen.',
    remedy: 'Teilen Sie sie nach Namen oder externer Referenz.',
  },
  'payee-twice': {
    title: 'Empfänger doppelt in einer Ausschüttung',
    reason:
      'Zwei Zeilen einer Ausschüttung zahlen an denselben Rechtsträger. Irrtümlich gezahlt, ist das Geld schwer zurückzuholen.',
    remedy: 'Entfernen Sie eine der Zeilen, oder bestätigen Sie, dass beide gezahlt werden.',
  },
  'reference-on-two-distributions': {
    title: 'Referenz auf zwei Ausschüttungen',
    reason:
      'An ihrer externen Referenz findet man eine Ausschüttung wieder, darum sollte sie nur auf einer stehen.',
    remedy: 'Geben Sie jeder Ausschüttung ihre eigene, oder bestätigen Sie es.',
  },
  'reference-splits-distribution': {
    title: 'Referenz teilt eine Ausschüttung',
    reason:
      'Die Zeilen haben gleichen Namen, gleiches Vehikel und gleiches Datum, aber eine andere externe Referenz. Aus ihnen wird eine eigene Ausschüttung.',
    remedy: 'Gehören sie zusammen, gleichen Sie die Referenzen an. Wenn nicht, bestätigen Sie es.',
  },
  'name-with-two-dates': {
    title: 'Ein Name mit zwei Daten',
    reason:
      'Aus einem Namen und Vehikel mit zwei Daten werden zwei Ausschüttungen. Oft ist ein Datum ein Tippfehler.',
    remedy: 'Korrigieren Sie das Datum, oder bestätigen Sie, dass es zwei sind.',
  },
  'name-nearly-equal': {
    title: 'Namen fast gleich',
    reason:
      'Aus Namen, die sich nur in Leerzeichen, Groß- und Kleinschreibung oder Satzzeichen unterscheiden, werden zwei Ausschüttungen.',
    remedy: 'Gehören sie zusammen, gleichen Sie die Namen an. Wenn nicht, bestätigen Sie es.',
    example: '„Q4 2026“ und „Q4-2026“',
  },
  'distribution-cents-differ': {
    title: 'Cents durch Rundung verloren',
    reason:
      'Formeln können Bruchteile eines Cents enthalten, die das Format nicht zeigt. Die Zellen ergeben dann eine andere Summe als die, die gezahlt wird, und jemand erhält die Differenz.',
    remedy: 'Runden Sie die Beträge im Blatt, und entscheiden Sie, welche Zahlung die Differenz trägt.',
  },
  'subtotal-among-rows': {
    title: 'Zwischensumme unter den Zeilen',
    reason:
      'Die Zeile ist die Summe der Zeilen darüber. Als Auszahlung gelesen, würde sie alle ein zweites Mal zahlen.',
    remedy: 'Löschen Sie die Zeile, oder verschieben Sie sie aus der Tabelle.',
  },
  'amount-equals-rows-above': {
    title: 'Betrag gleich den Zeilen darüber',
    reason:
      'Der Betrag ist genau die Summe der Zeilen direkt darüber. Es kann eine Zwischensumme mit einem Empfänger sein.',
    remedy:
      'Ist es eine Zwischensumme, löschen Sie die Zeile. Wenn nicht, bestätigen Sie, dass sie auch gezahlt wird.',
  },
  'amount-unusual': {
    title: 'Ungewöhnlicher Betrag',
    reason:
      'Der Betrag ist mindestens das Zehnfache des Medians seiner Ausschüttung oder höchstens ein Zehntel: oft ein verrutschtes Komma. Ausschüttungen mit weniger als vier Zahlungen oder mit zwei Währungen werden nicht beurteilt. Liegen mehr als drei und mehr als ein Zehntel aller so weit ab, steht der am weitesten entfernte für alle.',
    remedy:
      'Vergleichen Sie den Betrag mit seiner Quelle, und korrigieren oder bestätigen Sie ihn dann. Steht er für alle, sehen Sie auch die anderen an.',
  },
  'tie-out-differs': {
    title: 'Summe weicht vom Abgleich ab',
    reason:
      'Die Zelle enthält die Summe, die genehmigt wurde, und die Zeilen ergeben eine andere. Eines von beiden wurde seither geändert. Schon vorgemerkte Zeilen zählen mit.',
    remedy: 'Suchen Sie die Differenz in den Zeilen, oder korrigieren Sie die Zelle.',
  },
  'currencies-mixed': {
    title: 'Währungen gemischt',
    reason: 'Eine Ausschüttung in zwei Währungen hat keine einzelne Summe zum Vergleichen.',
    remedy: 'Teilen Sie sie nach Namen oder externer Referenz, oder bestätigen Sie es.',
  },
};
