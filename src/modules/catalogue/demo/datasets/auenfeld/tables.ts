import { chanceOf } from '../../chance.ts'
import { column, type Row, table } from '../../files/table.ts'
import { addressColumns, placeAt, pointColumns, somewhere } from '../addresses.ts'
import { budgetTable } from '../budget.ts'
import { constituenciesOf, type Election, listsOf } from '../elections.ts'
import { playgroundTable } from '../playgrounds.ts'
import { type Species, treeTable } from '../trees.ts'

const kinds: readonly (readonly [Species, number])[] = [
  [['Winterlinde', 'Tilia cordata', 20], 486],
  [['Stieleiche', 'Quercus robur', 24], 452],
  [['Spitzahorn', 'Acer platanoides', 18], 298],
  [['Kopfweide', 'Salix alba', 9], 241],
  [['Schwarzerle', 'Alnus glutinosa', 18], 187],
  [['Rotbuche', 'Fagus sylvatica', 27], 156],
  [['Sandbirke', 'Betula pendula', 18], 143],
  [['Kulturapfel', 'Malus domestica', 7], 138],
  [['Rosskastanie', 'Aesculus hippocastanum', 21], 97],
  [['Kulturbirne', 'Pyrus communis', 11], 64],
  [['Walnuss', 'Juglans regia', 17], 48],
]
export const trees = treeTable({
  town: 'auenfeld',
  prefix: 'A',
  counts: kinds,
  withoutYear: 311,
  known: [],
  inspected: ['2025-09-15', '2026-09-11'],
  parks: ['Am Mühlteich', 'Friedhofstraße', 'Auenstraße'],
})

export const kitas: readonly (readonly [string, string, string, number, number, number, number])[] = [
  ['Kita Auenland', 'Schulweg', 'Gemeinde Auenfeld', 85, 22, 3, 1],
  ['Evangelische Kita Kirchstraße', 'Kirchstraße', 'evangelisch', 60, 12, 0, 0],
  ['Katholische Kita Am Markt', 'Am Markt', 'katholisch', 65, 14, 2, 0],
  ['Kita Windmühle', 'Windmühlenweg', 'Gemeinde Auenfeld', 70, 20, 0, 2],
  ['Kita Nordaue', 'Wiesenweg', 'Arbeiterwohlfahrt', 45, 10, 4, 0],
  ['Waldgruppe Brokhausen', 'Im Brok', 'Elterninitiative', 20, 0, 1, 0],
]
export const kitaTable = table(
  [
    column('name', 'string', 'Name der Einrichtung.'),
    column('traeger', 'string', 'Träger oder Trägergruppe.'),
    ...addressColumns,
    column('plaetze', 'integer', 'Plätze nach der Betriebserlaubnis.', { unit: 'Kinder' }),
    column('davon_u3', 'integer', 'Davon für Kinder unter drei Jahren.', { unit: 'Kinder' }),
    column('frei_ue3', 'integer', 'Freie Plätze für Kinder ab drei Jahren.', { unit: 'Kinder' }),
    column('frei_u3', 'integer', 'Freie Plätze für Kinder unter drei Jahren.', { unit: 'Kinder' }),
    ...pointColumns,
  ],
  () =>
    kitas.map(([name, street, carrier, ...numbers]): Row => {
      const { address, point } = placeAt('auenfeld', street, chanceOf(name))
      return [name, carrier, ...address, ...numbers, ...point]
    }),
)

const schoolRoutes = [
  'Schulweg',
  'Dorfstraße',
  'Kirchstraße',
  'Lindenroder Straße',
  'Auenstraße',
  'Rathausstraße',
  'Mühlheider Straße',
  'Mühlenweg',
  'Nordauer Straße',
  'Brokhauser Straße',
  'Gartenweg',
]
export const schoolCounts = table(
  ['STELLE', 'STR', 'DAT', 'K_FUSS', 'K_RAD', 'ELT_KFZ', 'KFZ_GES', 'BEM'].map((name, at) =>
    column(name, at < 3 || at === 7 ? 'string' : 'integer', ''),
  ),
  () =>
    schoolRoutes.map((street, at): Row => {
      const chance = chanceOf(`school route ${street}`)
      return [
        `S${at + 1}`,
        street,
        '24.09.2024',
        chance.int(12, 96),
        chance.int(4, 41),
        chance.int(2, 38),
        chance.int(60, 420),
        at === 3 ? 'Zebra fehlt' : undefined,
      ]
    }),
)

export const election: Election = {
  id: 'auenfeld 2025',
  lists: listsOf([35, 20, 13, 22, 10]),
  constituencies: constituenciesOf(
    'auenfeld 2025',
    [1, 2, 3, 4, 5, 6, 7]
      .map((nr) => `Auenfeld ${nr}`)
      .concat([
        'Mühlheide 1',
        'Mühlheide 2',
        'Mühlheide 3',
        'Mühlheide 4',
        'Nordaue 1',
        'Nordaue 2',
        'Brokhausen 1',
        'Brokhausen 2',
        'Brokhausen 3',
      ]),
    10_020,
  ),
  turnout: 0.594,
  seats: 32,
}
export const budget = budgetTable({ id: 'auenfeld 2026', year: 2026, income: 30_842_700, expense: 32_116_400, kind: 'village' })
export const playgrounds = playgroundTable('auenfeld', 'AF', 14)

export const plan = table(
  [
    column('plan_nr', 'string', 'Nummer des Bebauungsplans.'),
    column('name', 'string', 'Name des Plans.'),
    column('verfahrensstand', 'string', 'Stand des Verfahrens.'),
    column('auslegung_von', 'date', 'Erster Tag der Auslegung.'),
    column('auslegung_bis', 'date', 'Letzter Tag der Auslegung.'),
    column('flaeche_ha', 'number', 'Größe des Geltungsbereichs.', { unit: 'ha', digits: 2 }),
    column('wohneinheiten', 'integer', 'Vorgesehene Wohnungen, etwa.', { unit: 'Wohnungen' }),
  ],
  () => [['47', 'Am Mühlbach', 'Veröffentlichung nach § 3 Absatz 2 BauGB', '2026-11-09', '2026-12-11', 4.86, 92]],
)

export const sports = table(
  [
    column('name', 'string', 'Name der Anlage.'),
    column('art', 'string', 'Art der Anlage.'),
    ...addressColumns.filter(({ name }) => name !== 'hausnummer'),
    column('belag', 'string', 'Belag oder Boden.'),
    column('flutlicht', 'boolean', 'Die Anlage hat Flutlicht.'),
    ...pointColumns,
  ],
  () =>
    (
      [
        ['Sportplatz Auenfeld', 'Großspielfeld', 'Sportplatzweg', 'Kunstrasen', true],
        ['Turnhalle am Schulweg', 'Einfachhalle', 'Schulweg', 'Sportboden', false],
        ['Dreifachhalle', 'Dreifachhalle', 'Sportplatzweg', 'Sportboden', false],
        ['Freibad Auenfeld', 'Freibad', 'Am Schwimmbad', 'Edelstahlbecken', false],
        ['Bolzplatz Mühlheide', 'Bolzplatz', 'Heidestraße', 'Rasen', false],
        ['Sportplatz Brokhausen', 'Großspielfeld', 'Brokweg', 'Rasen', true],
        ['Tennisanlage Nordaue', 'Tennis', 'Grabenweg', 'Asche', false],
      ] as const
    ).map(([name, kind, street, ground, light]): Row => {
      const { address, point } = placeAt('auenfeld', street, chanceOf(name), false)
      return [name, kind, address[0], address[2], address[3], ground, light, ...point]
    }),
)

export const benches = table(
  [
    column('nr', 'string', 'Nummer der Bank.'),
    ...addressColumns.filter(({ name }) => name !== 'hausnummer'),
    column('lehne', 'boolean', 'Die Bank hat eine Rückenlehne.'),
    column('schatten', 'boolean', 'Im Sommer ab Mittag im Schatten.'),
    column('abfallbehaelter', 'boolean', 'Daneben steht ein Abfallbehälter.'),
    ...pointColumns,
  ],
  () => {
    const chance = chanceOf('benches')
    return Array.from({ length: 118 }, (_, at): Row => {
      const { address, point } = somewhere('auenfeld', chance, undefined, false)
      return [
        `B${String(at + 1).padStart(3, '0')}`,
        address[0],
        address[2],
        address[3],
        chance.next() < 0.84,
        chance.next() < 0.5,
        chance.next() < 0.6,
        ...point,
      ]
    })
  },
)
