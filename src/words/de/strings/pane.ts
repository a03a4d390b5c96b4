/** The German of `../../en/strings/pane.ts`. */
import type { paneStrings as english } from '../../en/strings/pane.ts';
import { formatCount } from '../../format.ts';

export const paneStrings: typeof english = {
  productName: 'Distribution Desk',

  named: (name, what) => `${name}: ${what}`,

  statuses: {
    draft: 'Entwurf',
    published: 'veröffentlicht',
    approved: 'freigegeben',
    executed: 'ausgeführt',
    cancelled: 'storniert',
    staged: 'vorgemerkt',
    recipient_confirmed: 'vom Empfänger bestätigt',
    verified: 'verifiziert',
    disbursed: 'ausgezahlt',
    failed: 'fehlgeschlagen',
  },

  outside: {
    title: 'Öffnen Sie diese Seite in Excel',
    text: 'Distribution Desk arbeitet in Excel. Öffnen Sie Ihre Arbeitsmappe in Excel, und wählen Sie dann auf der Registerkarte „Start“ die Schaltfläche „Ausschüttungen“.',
  },

  tooOld: {
    title: 'Dieses Excel ist zu alt',
    text: 'Distribution Desk braucht Excel im Web, Excel 2021 oder neuer, oder Microsoft 365. Aktualisieren Sie Excel, oder öffnen Sie die Arbeitsmappe in Excel im Web.',
  },

  version: {
    reload: 'Neu laden',
    newer: {
      title: 'Eine neuere Version dieses Aufgaben\u00adbereichs ist bereit',
      text: 'Laden Sie den Aufgabenbereich neu, sobald Sie mit dem fertig sind, was Sie gerade tun. Was vorgemerkt wurde, bleibt erhalten.',
    },
    older: {
      title: 'Der Distribution-Desk-Server ist älter als dieser Aufgaben\u00adbereich',
      text: 'Vielleicht wird er gerade aktualisiert. Laden Sie den Aufgabenbereich in einigen Minuten neu; bleibt es dabei, sagen Sie es denen, die Distribution Desk betreiben.',
    },
  },

  crash: {
    title: 'Distribution Desk hat angehalten',
    text: 'Im Aufgabenbereich ist ein Fehler aufgetreten, und er hat angehalten, bevor er etwas anderes tat. Laden Sie ihn neu, und prüfen Sie dann erneut: Was schon vorgemerkt wurde, wird erkannt und nie zweimal gesendet.',
    reload: 'Neu laden',
  },

  session: {
    sandbox: 'Sandbox',
    sandboxHint: 'Sandbox: Es fließt kein Geld',
    live: 'Live',
    liveHint: 'Live: Es werden echte Zahlungen vorgemerkt',
    menu: (userName) => `Konto von ${userName}`,
    organization: (id) => `Organisation ${id}`,
    settings: 'Prüfeinstellungen',
    signOut: 'Abmelden',
  },

  steps: {
    label: 'Schritte',
    names: { check: 'Prüfen', preview: 'Vorschau', confirm: 'Bestätigen', result: 'Ergebnis' },
  },

  places: {
    label: 'Woran Sie arbeiten',
    names: { payouts: 'Auszahlungen', registrations: 'Empfänger' },
    looksLike: {
      payout: 'Das sieht nach einer Auszahlungstabelle aus.',
      'payment-instructions': 'Das sieht nach einer Tabelle mit Bankverbindungen aus.',
      entity: 'Das sieht nach einer Tabelle mit Rechtsträgern aus.',
      contact: 'Das sieht nach einer Tabelle mit Kontakten aus.',
    },
    checkThere: (place: string) => `In ${place} prüfen`,
    waitTitle: 'Nicht gerade jetzt',
    waitText: (isSending) =>
      isSending
        ? 'Es wird gerade etwas gesendet oder geschrieben. Sie können wechseln, sobald das beendet ist.'
        : 'Es wird gerade etwas nachgesehen oder geprüft. Sie können wechseln, sobald das beendet ist.',
  },

  starting: 'Wird gestartet…',
  stillWorking: 'Es dauert noch…',

  connection: {
    offline: {
      title: 'Dieser Computer ist offline',
      text: 'Bevor er wieder eine Verbindung hat, kann nichts geprüft oder gesendet werden. Nichts geht verloren, und nichts wird zweimal gesendet.',
    },
    silent: {
      title: 'Der Distribution-Desk-Server antwortet nicht',
      text: 'Er wird von selbst wieder gefragt. Nichts geht verloren, und nichts wird zweimal gesendet. Bleibt es dabei, sagen Sie es denen, die Distribution Desk betreiben.',
    },
    ask: 'Jetzt erneut fragen',
    back: 'Der Distribution-Desk-Server antwortet wieder.',
  },

  whyNot: {
    away: 'Das wartet, bis der Server wieder antwortet.',
    locked:
      'Alles Senden ist angehalten, wie oben steht. Nichts kann gesendet werden, bis ein Admin es weitergehen lässt.',
    notOnLive:
      'Ihr Konto darf Live ansehen, aber dort nichts senden. Bitten Sie einen Admin, es zu erlauben.',
    warnings: (count) =>
      count === 1
        ? 'Sehen Sie sich die Warnung an, und haken Sie das dann ab.'
        : `Sehen Sie sich die ${formatCount(count)} Warnungen an, und haken Sie das dann ab.`,
    noTotal: (currency) => `Geben Sie zuerst die Kontrollsumme in ${currency} ein.`,
    otherTotal: (currency) => `Die Kontrollsumme in ${currency} stimmt nicht mit dem Blatt überein.`,
  },

  signIn: {
    title: 'Anmelden',
    text: 'Geben Sie den einmaligen Code ein, den Sie erhalten haben.',
    resume: 'Ihre Arbeit bleibt erhalten. Nach dem Anmelden fahren Sie fort, wo Sie waren.',
    account: 'Mit Microsoft anmelden',
    accountText: 'Nehmen Sie das Konto Ihrer Organisation. Dazu kann sich ein Fenster öffnen.',
    waitTitle: 'Gleich können Sie sich anmelden',
    waitText: 'Die Anmeldung erscheint hier, sobald der Server antwortet.',
    code: 'Anmeldecode',
    button: 'Anmelden',
    retry: 'Erneut versuchen',
  },
};
