import { describe, expect, test } from '@jest/globals';
import {
  mappingEvidence,
  suggestMapping,
  type CellValue,
  type ColumnMapping,
  type SheetTable,
} from '../../src/domain/index.ts';
import { tableOf } from '../support/builders.ts';

/** A table given by its columns: a header text and the cells below it. */
function columns(given: [string, CellValue[], string?][], changes: Partial<SheetTable> = {}): SheetTable {
  const rowCount = Math.max(...given.map(([, cells]) => cells.length));
  const rows = Array.from({ length: rowCount }, (_, row) => given.map(([, cells]) => cells[row] ?? ''));
  const numberFormats = rows.map(() => given.map(([, , format]) => format ?? 'General'));
  return tableOf(rows, { header: given.map(([text]) => text), numberFormats, ...changes });
}

function suggest(table: SheetTable): Partial<ColumnMapping> {
  const mapping = suggestMapping(table.header, table);
  return Object.fromEntries(Object.entries(mapping).filter(([, column]) => column !== null));
}

const entities = ['ent_a', 'ent_b', 'ent_c'];
const vehicles = ['veh_a', 'veh_a', 'veh_a'];

describe('suggestMapping with the cells', () => {
  test('a column full of ids is what the ids say, whatever its name', () => {
    const table = columns([
      ['Investor', entities],
      ['', vehicles],
      ['Whom to tell', ['cnt_a', 'cnt_b; cnt_c', '']],
    ]);
    expect(suggest(table)).toEqual({ entity: 0, vehicle: 1, contacts: 2 });
  });

  test('ids overrule headers that are the wrong way round', () => {
    expect(
      suggest(
        columns([
          ['Vehicle', entities],
          ['Entity', vehicles],
        ]),
      ),
    ).toEqual({ entity: 0, vehicle: 1 });
  });

  test('one id of the wrong kind overrules no header', () => {
    expect(
      suggest(
        columns([
          ['Vehicle', ['ent_a']],
          ['Entity', ['tbd']],
        ]),
      ),
    ).toEqual({ vehicle: 0, entity: 1 });
  });

  test('of two columns of ids the header decides, else nobody', () => {
    expect(
      suggest(
        columns([
          ['Parent', entities],
          ['Entity', entities],
        ]),
      ),
    ).toEqual({ entity: 1 });
    expect(
      suggest(
        columns([
          ['Left', entities],
          ['Right', entities],
        ]),
      ),
    ).toEqual({});
  });

  test('a column of ids under the vehicle header stays the vehicle where another one is the entity', () => {
    expect(
      suggest(
        columns([
          ['Vehicle', entities],
          ['Entity', entities],
        ]),
      ),
    ).toEqual({ vehicle: 0, entity: 1 });
  });

  test('the only columns of money, of days and of currencies are taken without a name', () => {
    const table = columns([
      ['How much', [10.5, 20, 1000], '#,##0.00'],
      ['When', [46112, 46112, 46112], 'yyyy-mm-dd'],
      ['In', ['USD', 'EUR', 'usd']],
      ['Line', [1, 2, 3]],
      ['Part', [0.1, 0.2, 0.7], '0%'],
    ]);
    expect(suggest(table)).toEqual({ amount: 0, distributionDate: 1, currency: 2 });
  });

  test('of two columns of money, or of one that says that it is another, none is taken', () => {
    const money: CellValue[] = [10.5, 20.25];
    expect(
      suggest(
        columns([
          ['First', money],
          ['Second', [1.5, 7]],
        ]),
      ),
    ).toEqual({});
    expect(suggest(columns([['Commitment', money]]))).toEqual({});
    expect(suggest(columns([['Gross amount', money]]))).toEqual({});
  });

  test('two good names for different amounts leave the choice to the user', () => {
    const gross: [string, CellValue[]] = ['Amount', [100, 200]];
    expect(suggest(columns([gross, ['Net amount', [85, 170]]]))).toEqual({});
    expect(suggest(columns([gross, ['Net amount', [100, 200]]]))).toEqual({ amount: 0 });
    expect(suggest(columns([gross, ['Payment', ['wire', 'wire']]]))).toEqual({ amount: 0 });
  });

  const german = [
    'Ausschüttung',
    'Vehikel',
    'Valuta',
    'Rechtsträger',
    'Betrag (USD)',
    'Währung',
    'Empfänger',
  ];
  const french = [
    'Nom de la distribution',
    'Véhicule',
    'Date de paiement',
    'Entité',
    'Montant net',
    'Devise',
  ];
  const typed = [
    'AUSSCHUETTUNG',
    'vehikel',
    'Zahlungsdatum*',
    'Rechtstrager',
    'Zahlbetrag',
    'Waehrung',
    'Anleger',
  ];

  test.each([[german], [typed], [[...french, 'Bénéficiaire']]])('knows the headers %j', (names) => {
    const cells = [['Q4'], ['veh_a'], [46112], ['ent_a'], [5.5], ['USD'], ['Ada LP']];
    const table = columns(names.map((name, index) => [name, cells[index] ?? []]));
    const fields = [
      'distributionName',
      'vehicle',
      'distributionDate',
      'entity',
      'amount',
      'currency',
      'payeeName',
    ];
    expect(suggest(table)).toEqual(Object.fromEntries(fields.map((field, index) => [field, index])));
    // By its header alone, as where the table is looked for.
    const amount = suggestMapping(table.header).amount;
    expect(amount).toBe(4);
  });

  test('in German and French too, gross or tax is no amount to pay, and two good names leave the choice', () => {
    for (const name of ['Bruttobetrag', 'Betrag brutto', 'Steuer', 'Montant brut', 'Impôt']) {
      expect(suggest(columns([[name, [5.5, 6.5]]]))).toEqual({});
    }
    expect(
      suggest(
        columns([
          ['Betrag', [100, 200]],
          ['Nettobetrag', [85, 170]],
        ]),
      ),
    ).toEqual({});
  });

  test('a distribution column of numbers is no name', () => {
    expect(suggest(columns([['Distribution', [10.5, 20.25]]]))).toEqual({ amount: 0 });
  });

  test('a column whose cells deny its header is taken last, so that the check can say why', () => {
    expect(suggest(columns([['Amount', ['tbd', 'tbd']]]))).toEqual({ amount: 0 });
    expect(
      suggest(
        columns([
          ['Amount', ['tbd', 'tbd']],
          ['EUR', [5.5, 6.5]],
        ]),
      ),
    ).toEqual({ amount: 1 });
  });

  test('a heading above the header line does not hide it', () => {
    const table = columns(
      [
        ['Payment details Currency', ['USD']],
        ['Payment details Net amount', [5.5]],
        ['Tax details Net amount', [1.5]],
      ],
      { headerRowCount: 2 },
    );
    expect(suggest(table)).toEqual({ currency: 0, amount: 1 });
  });

  test('says why, with the first values as a reader knows them', () => {
    const table = columns([
      ['Pay date', [46112, 46112, 46113], 'dd.mm.yyyy'],
      ['Net amuont', [10.5, 20, 30, 40]],
      ['Who', entities],
    ]);
    expect(mappingEvidence(table)).toEqual([
      { field: 'distributionDate', columnIndex: 0, because: 'header', samples: ['2026-03-31', '2026-04-01'] },
      { field: 'entity', columnIndex: 2, because: 'content', samples: ['ent_a', 'ent_b', 'ent_c'] },
      { field: 'amount', columnIndex: 1, because: 'similar-header', samples: ['10.5', '20', '30'] },
    ]);
  });
});
