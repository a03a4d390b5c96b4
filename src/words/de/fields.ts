/** The German of `../en/fields.ts`. */
import { formatDecimal } from '../format.ts';
import type { Words } from '../language.ts';

export const fields: Words['problemTexts']['fields'] = {
  distributionName: 'Name der Ausschüttung',
  vehicle: 'Vehikel',
  distributionDate: 'Datum der Ausschüttung',
  entity: 'Rechtsträger',
  amount: 'Betrag',
  currency: 'Währung',
  payeeName: 'Name des Empfängers',
  contacts: 'Kontakte zur Benachrichtigung',
  dateOverride: 'Abweichendes Zahlungsdatum',
  externalReference: 'Externe Referenz',
  entityName: 'Name des Rechtsträgers',
  instructionsType: 'Typ',
  beneficiaryName: 'Name des Kontoinhabers',
  accountNumber: 'Kontonummer',
  routingNumber: 'Routing-Nummer',
  swiftCode: 'SWIFT-Code',
  bankName: 'Name der Bank',
  branchCode: 'Filialcode',
  street1: 'Straße',
  street2: 'Adresszusatz',
  city: 'Ort',
  state: 'Bundesstaat',
  postalCode: 'Postleitzahl',
  countryCode: 'Land',
  intermediaryName: 'Korrespondenzbank',
  intermediarySwiftCode: 'SWIFT-Code der Korrespondenzbank',
  instructionsLine1: 'Erste Zeile der Anweisungen',
  instructionsLine2: 'Zweite Zeile der Anweisungen',
  instructionsLine3: 'Dritte Zeile der Anweisungen',
  name: 'Name',
  email: 'E-Mail-Adresse',
  entityType: 'Typ',
  externalType: 'Externer Typ',
};

export const advice: Words['problemTexts']['advice'] = {
  payout: {
    distributionName: 'Geben Sie den Namen ein, den die Ausschüttung in Nova haben soll.',
    vehicle: 'Geben Sie die ID des Vehikels ein, das zahlt (veh_…).',
    distributionDate: 'Geben Sie das Datum der Ausschüttung ein.',
    entity: 'Geben Sie die ID des Rechtsträgers ein, der die Zahlung erhält (ent_…).',
    get amount() {
      return `Geben Sie den Betrag ein, zum Beispiel ${formatDecimal('1234.56')}.`;
    },
  },
  instructions: {
    entity: 'Geben Sie die ID des Rechtsträgers ein, dem das Konto gehört (ent_…).',
    instructionsType: 'Geben Sie ACH, domestic wire oder international wire ein.',
  },
  entity: {
    name: 'Geben Sie den rechtlichen Namen des Rechtsträgers ein.',
    entityType: 'Geben Sie einen Typ ein, zum Beispiel LLC, trust oder individual.',
  },
  contact: {
    name: 'Geben Sie den Namen des Kontakts ein.',
    email: 'Geben Sie die Adresse ein, an die der Kontakt benachrichtigt wird.',
  },
};
