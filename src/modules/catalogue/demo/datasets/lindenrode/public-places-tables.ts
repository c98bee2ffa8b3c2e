import { chanceOf } from '../../chance.ts'
import { column, type Row, table } from '../../files/table.ts'
import { addressColumns, placeAt, pointColumns, somewhere } from '../addresses.ts'
import { officeTable } from '../opening-hours.ts'
import { playgroundTable } from '../playgrounds.ts'

export const playgrounds = playgroundTable('lindenrode', 'SP', 38)

export const bottleBanks = table(
  [
    column('nr', 'string', 'Nummer des Standorts.'),
    ...addressColumns.filter(({ name }) => name !== 'hausnummer'),
    column('weissglas', 'integer', 'Behälter für weißes Glas.', { unit: 'Stück' }),
    column('gruenglas', 'integer', 'Behälter für grünes Glas.', { unit: 'Stück' }),
    column('braunglas', 'integer', 'Behälter für braunes Glas.', { unit: 'Stück' }),
    column('altkleider', 'boolean', 'Am Standort steht auch ein Behälter für Kleidung.'),
    ...pointColumns,
  ],
  () => {
    const chance = chanceOf('bottle banks lindenrode')
    return Array.from({ length: 47 }, (_, at): Row => {
      const { address, point } = somewhere('lindenrode', chance, undefined, false)
      return [
        `GL-${String(at + 1).padStart(2, '0')}`,
        address[0],
        address[2],
        address[3],
        chance.int(1, 2),
        1,
        1,
        chance.next() < 0.4,
        ...point,
      ]
    })
  },
)

export const cemeteries = table(
  [
    column('name', 'string', 'Name des Friedhofs.'),
    ...addressColumns,
    column('flaeche_ha', 'number', 'Größe der Anlage.', { unit: 'ha', digits: 2 }),
    column('eroeffnet', 'year', 'Jahr der ersten Bestattung.'),
    column('grabarten', 'string', 'Angebotene Grabarten, durch Semikolon getrennt.'),
    column('trauerhalle', 'boolean', 'Es gibt eine Trauerhalle.'),
    column('bestattungen_2025', 'integer', 'Bestattungen im Jahr 2025.', { unit: 'Bestattungen' }),
    ...pointColumns,
  ],
  () =>
    (
      [
        [
          'Nordfriedhof',
          'Am Nordfriedhof',
          11.42,
          1908,
          'Wahlgrab; Reihengrab; Urnengrab; Baumgrab; Gemeinschaftsgrab',
          true,
          214,
        ],
        ['Alter Friedhof', 'Klosterstraße', 2.87, 1821, 'Wahlgrab; Urnengrab', true, 31],
        ['Friedhof Hohenrode', 'Höhenweg', 1.94, 1887, 'Wahlgrab; Reihengrab; Urnengrab; Rasengrab', true, 46],
        ['Friedhof Eschenbach', 'Zum Anger', 1.35, 1894, 'Wahlgrab; Urnengrab; Rasengrab', true, 38],
        ['Friedhof Dornsiek', 'Heckenweg', 0.82, 1902, 'Wahlgrab; Urnengrab', false, 17],
        ['Friedhof Holtensen', 'Holtenser Kirchweg', 0.56, 1876, 'Wahlgrab; Urnengrab', false, 9],
      ] as const
    ).map(([name, street, size, opened, kinds, hall, burials]): Row => {
      const { address, point } = placeAt('lindenrode', street, chanceOf(name), false)
      return [name, ...address, size, opened, kinds, hall, burials, ...point]
    }),
)

export const toilets = table(
  [
    column('name', 'string', 'Bezeichnung des Standorts.'),
    ...addressColumns.filter(({ name }) => name !== 'hausnummer'),
    column('rollstuhlgerecht', 'boolean', 'Nach DIN 18040-1 nutzbar.'),
    column('euroschluessel', 'boolean', 'Mit dem Euroschlüssel zu öffnen.'),
    column('wickeltisch', 'boolean', 'Wickeltisch vorhanden.'),
    column('geoeffnet', 'string', 'Öffnungszeit in Ortszeit.'),
    column('entgelt_eur', 'number', 'Entgelt je Nutzung.', { unit: '€', digits: 2 }),
    ...pointColumns,
  ],
  () =>
    (
      [
        ['Marktplatz, unter den Arkaden', 'Marktplatz', true, true, true, 'täglich 06:00-22:00', 0.5],
        ['Rathaus, Erdgeschoss', 'Rathausplatz', true, false, true, 'Mo-Fr 08:00-18:00', 0],
        ['Bahnhof, Gleis 1', 'Bahnhofsplatz', true, true, false, 'täglich 00:00-24:00', 0.5],
        ['Stadtpark, Südeingang', 'Stadtpark', true, true, true, 'April-Oktober 08:00-20:00', 0],
        ['Nordfriedhof', 'Am Nordfriedhof', true, false, false, 'täglich 08:00-18:00', 0],
        ['Sportpark Nord', 'Am Sportpark', false, false, false, 'täglich 08:00-22:00', 0],
        ['Uferpromenade', 'Uferstraße', true, true, true, 'täglich 07:00-21:00', 0],
        ['Busbahnhof', 'Bahnhofstraße', true, true, false, 'täglich 05:00-24:00', 0.5],
        ['Wasserturm', 'Am Wasserturm', false, false, false, 'Mai-September 09:00-19:00', 0],
      ] as const
    ).map(([name, street, ...rest]): Row => {
      const { address, point } = placeAt('lindenrode', street, chanceOf(name), false)
      return [name, address[0], address[2], address[3], ...rest, ...point]
    }),
)

export const bikeStands = table(
  [
    column('nr', 'string', 'Nummer der Anlage.'),
    ...addressColumns.filter(({ name }) => name !== 'hausnummer'),
    column('art', 'string', 'Anlehnbügel, Doppelstockparker oder abschließbare Box.'),
    column('plaetze', 'integer', 'Zahl der Stellplätze.', { unit: 'Räder' }),
    column('ueberdacht', 'boolean', 'Die Anlage hat ein Dach.'),
    column('lastenrad', 'integer', 'Davon Plätze für Lastenräder.', { unit: 'Räder' }),
    ...pointColumns,
  ],
  () => {
    const chance = chanceOf('bike stands')
    return Array.from({ length: 64 }, (_, at): Row => {
      const { address, point } = somewhere(
        'lindenrode',
        chance,
        at < 30 ? 'Innenstadt' : at < 44 ? 'Bahnhofsviertel' : undefined,
        false,
      )
      const kind = at === 31 ? 'Doppelstockparker' : chance.pick(['Anlehnbügel', 'Anlehnbügel', 'Anlehnbügel', 'Box'])
      const places = kind === 'Doppelstockparker' ? 240 : kind === 'Box' ? chance.int(2, 6) * 2 : chance.int(3, 16) * 2
      return [
        `RA-${String(at + 1).padStart(3, '0')}`,
        address[0],
        address[2],
        address[3],
        kind,
        places,
        kind !== 'Anlehnbügel' || chance.next() < 0.2,
        chance.next() < 0.3 ? chance.int(1, 4) : 0,
        ...point,
      ]
    })
  },
)

const long = ['08:00-16:00', '08:00-16:00', '08:00-12:30', '08:00-18:00', '08:00-12:30']
export const offices = officeTable('lindenrode', [
  [
    'Rathaus, Information',
    'Rathausplatz',
    '1',
    ['08:00-17:00', '08:00-17:00', '08:00-13:00', '08:00-18:00', '08:00-13:00'],
    '200',
    false,
  ],
  [
    'Bürgerbüro',
    'Rathausplatz',
    '1',
    ['07:30-16:00', '07:30-16:00', '07:30-13:00', '07:30-18:00', '07:30-13:00', '09:30-12:30'],
    '202',
    false,
  ],
  ['Standesamt', 'Rathausplatz', '3', ['08:30-12:00', '08:30-12:00', '-', '14:00-17:30', '08:30-12:00'], '270', true],
  ['Jugendamt', 'Klosterstraße', '14', ['08:30-12:30', '08:30-12:30', '-', '08:30-17:00', '08:30-12:30'], '265', true],
  ['Stadtplanungsamt', 'Am Wall', '9', long, '250', true],
  ['Stadtkasse', 'Rathausplatz', '1', long, '222', false],
  [
    'Stadtbücherei',
    'Kornmarkt',
    '2',
    ['-', '10:00-18:00', '10:00-18:00', '10:00-19:00', '10:00-18:00', '10:00-14:00'],
    '277',
    false,
  ],
  [
    'Volkshochschule, Geschäftsstelle',
    'Schulstraße',
    '5',
    ['09:00-13:00', '09:00-13:00', '-', '14:00-18:00', '09:00-13:00'],
    '278',
    false,
  ],
  ['Stadtarchiv', 'Klosterstraße', '2', ['-', '09:00-16:00', '-', '09:00-18:00', '-'], '279', true],
  [
    'Wertstoffhof Industriestraße',
    'Industriestraße',
    '31',
    ['-', '13:00-17:00', '13:00-17:00', '13:00-17:00', '10:00-17:00', '09:00-14:00'],
    '281',
    false,
  ],
  [
    'Hallenbad',
    'Hallenbadweg',
    '1',
    ['14:00-21:00', '06:30-21:00', '06:30-21:00', '06:30-21:00', '06:30-21:00', '09:00-18:00'],
    '263',
    false,
  ],
  ['Musikschule', 'Webergasse', '7', ['13:00-19:00', '13:00-19:00', '13:00-19:00', '13:00-19:00', '13:00-17:00'], '276', false],
])
