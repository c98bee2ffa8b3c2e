import { chanceOf, round } from '../../chance.ts'
import { column, type Row, table } from '../../files/table.ts'
import { streetsOf } from '../../geography.ts'
import { addressColumns, placeAt, pointColumns, somewhere } from '../addresses.ts'
import { streetTable } from '../streets.ts'

export const buildings: readonly (readonly [name: string, street: string, area: number, heat: string])[] = [
  ['Rathaus', 'Rathausplatz', 6840, 'Fernwärme'],
  ['Verwaltungsgebäude Am Wall', 'Am Wall', 3120, 'Fernwärme'],
  ['Gesamtschule', 'Gesamtschulweg', 14_260, 'Erdgas'],
  ['Gymnasium', 'Am Wall', 11_870, 'Fernwärme'],
  ['Realschule', 'Werkstraße', 7350, 'Erdgas'],
  ['Nordschule', 'Dresdner Straße', 4480, 'Erdgas'],
  ['Grundschule am Stadtpark', 'Schulstraße', 3910, 'Fernwärme'],
  ['Grundschule Lindenaue', 'Weidenweg', 3240, 'Holzpellets'],
  ['Grundschule Hohenrode', 'Grundschulweg', 2980, 'Wärmepumpe'],
  ['Grundschule Eschenbach', 'Eschenbacher Straße', 2650, 'Heizöl'],
  ['Hallenbad', 'Hallenbadweg', 4120, 'Erdgas'],
  ['Sporthalle Nord', 'Am Sportpark', 2840, 'Erdgas'],
  ['Stadtbücherei', 'Kornmarkt', 1760, 'Fernwärme'],
  ['Feuerwache', 'Nordring', 3350, 'Erdgas'],
  ['Baubetriebshof', 'Industriestraße', 2930, 'Erdgas'],
  ['Kita Nordstern', 'Berliner Straße', 1280, 'Wärmepumpe'],
  ['Kita Wiesengrund', 'Wiesengrund', 1040, 'Erdgas'],
  ['Stadtarchiv', 'Klosterstraße', 1390, 'Fernwärme'],
]
export const energy = table(
  [
    column('jahr', 'year', 'Verbrauchsjahr.'),
    column('gebaeude', 'string', 'Name des Gebäudes.'),
    column('strasse', 'string', 'Straße.'),
    column('flaeche_m2', 'integer', 'Beheizte Nettoraumfläche.', { unit: 'm²' }),
    column('energietraeger', 'string', 'Womit geheizt wird.'),
    column('waerme_kwh', 'integer', 'Verbrauch an Wärme, nach Wetter bereinigt.', { unit: 'kWh' }),
    column('strom_kwh', 'integer', 'Bezogener Strom, ohne selbst erzeugten Solarstrom.', { unit: 'kWh' }),
    column('wasser_m3', 'integer', 'Verbrauch an Trinkwasser.', { unit: 'm³' }),
    column('waerme_je_m2', 'number', 'Wärmeverbrauch je Quadratmeter.', { unit: 'kWh/m²', digits: 1 }),
  ],
  () =>
    [2021, 2022, 2023, 2024, 2025].flatMap((year) =>
      buildings.map(([name, street, area, heat]): Row => {
        const chance = chanceOf(`energy ${name}`)
        const pool = name === 'Hallenbad' ? 3.6 : 1
        const level = (70 + chance.next() * 60) * pool * (heat === 'Wärmepumpe' ? 0.35 : 1)
        const yearly = chanceOf(`energy ${name} ${year}`)
        const warmth = Math.round(area * level * (1 - (year - 2021) * 0.028) * (0.97 + yearly.next() * 0.06))
        const power = Math.round(area * (14 + chance.next() * 16) * pool * (0.96 + yearly.next() * 0.08))
        return [
          year,
          name,
          street,
          area,
          heat,
          warmth,
          power,
          Math.round(area * (0.12 + chance.next() * 0.12) * pool * 3),
          round(warmth / area, 1),
        ]
      }),
    ),
)

export const solar = table(
  [
    column('anlage', 'string', 'Gebäude, auf dem die Anlage steht.'),
    column('in_betrieb_seit', 'date', 'Tag der Inbetriebnahme.'),
    column('leistung_kwp', 'number', 'Nennleistung der Module.', { unit: 'kWp', digits: 1 }),
    column('monat', 'string', 'Monat in der Form JJJJ-MM.'),
    column('ertrag_kwh', 'integer', 'Erzeugter Strom.', { unit: 'kWh' }),
    column('eigenverbrauch_kwh', 'integer', 'Davon im Gebäude verbraucht.', { unit: 'kWh' }),
  ],
  () => {
    // Yield by month in per cent of a year, as the sun gives it at 52° north.
    const months = [2.1, 4.2, 8.3, 11.6, 13.4, 13.8, 13.5, 12.1, 9.2, 6.0, 3.4, 2.4]
    const plants = [
      ['Rathaus', '2019-06-12', 48.2],
      ['Gesamtschule', '2021-09-03', 164.5],
      ['Grundschule Hohenrode', '2022-04-28', 72.8],
      ['Feuerwache', '2020-10-15', 29.7],
      ['Baubetriebshof', '2023-05-09', 99.4],
      ['Kita Nordstern', '2024-03-21', 34.6],
      ['Hallenbad', '2023-11-30', 99.9],
      ['Nordschule', '2025-08-18', 88.1],
    ] as const
    return plants.flatMap(([name, since, power]) => {
      const chance = chanceOf(`solar ${name}`)
      const all = Array.from({ length: 22 }, (_, at) => `${2025 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`)
      return all
        .filter((month) => month > since.slice(0, 7))
        .map((month): Row => {
          const gain = Math.round(power * 940 * ((months[Number(month.slice(5)) - 1] ?? 0) / 100) * (0.88 + chance.next() * 0.24))
          return [name, since, power, month, gain, Math.round(gain * (0.42 + chance.next() * 0.3))]
        })
    })
  },
)

const monumentKinds = [
  'Fachwerkhaus',
  'Bürgerhaus',
  'Hofanlage',
  'Speicher',
  'Villa',
  'Wegekreuz',
  'Torhaus',
  'Wohnhaus',
  'Werkstattgebäude',
  'Scheune',
]
const great: readonly (readonly [string, string, string, string, number])[] = [
  ['Altes Rathaus', 'Marktplatz', 'Baudenkmal', '16. Jahrhundert', 1982],
  ['Stadtkirche', 'Kirchplatz', 'Baudenkmal', '13. bis 15. Jahrhundert', 1982],
  ['Wasserturm Hohenrode', 'Am Wasserturm', 'Baudenkmal', '1906', 1988],
  ['Bahnhof, Empfangsgebäude', 'Bahnhofsplatz', 'Baudenkmal', '1878', 1991],
  ['Ringofen der Ziegelei Eschenbach', 'Alte Ziegelei', 'Baudenkmal', '1894', 1994],
  ['Stadtpark', 'Stadtpark', 'Gartendenkmal', '1867', 2003],
  ['Klosterspeicher', 'Klosterstraße', 'Baudenkmal', '1731', 1984],
  ['Jüdischer Friedhof', 'Klosterstraße', 'Baudenkmal', '1818', 1986],
]
export const monuments = table(
  [
    column('listen_nr', 'integer', 'Laufende Nummer in der Denkmalliste.'),
    column('bezeichnung', 'string', 'Kurzbezeichnung.'),
    column(
      'art',
      'string',
      'Baudenkmal oder Gartendenkmal. Bewegliche Denkmäler und Bodendenkmäler werden nicht veröffentlicht.',
    ),
    ...addressColumns,
    column('entstehung', 'string', 'Bauzeit, soweit bekannt.'),
    column('eingetragen', 'year', 'Jahr der Eintragung in die Liste.'),
    ...pointColumns,
  ],
  () => {
    const chance = chanceOf('monuments')
    const named = great.map(([name, street, kind, built, entered], at): Row => {
      const { address, point } = placeAt('lindenrode', street, chance)
      return [at + 1, name, kind, ...address, built, entered, ...point]
    })
    const more = Array.from({ length: 134 }, (_, at): Row => {
      const { address, point } = somewhere('lindenrode', chance, at < 80 ? 'Innenstadt' : undefined)
      return [
        at + great.length + 1,
        chance.pick(monumentKinds),
        'Baudenkmal',
        ...address,
        `um ${chance.int(34, 185) * 5 + 1000}`,
        chance.int(1982, 2021),
        ...point,
      ]
    })
    return [...named, ...more]
  },
)

export const planNames = streetsOf('lindenrode')
  .filter((_, at) => at % 6 === 2)
  .slice(0, 43)
export const plans = table(
  [
    column('plan_nr', 'string', 'Nummer des Bebauungsplans; ein Buchstabe steht für eine Änderung.'),
    column('name', 'string', 'Name des Plans.'),
    column('ortsteil', 'string', 'Ortsteil.'),
    column('art', 'string', 'qualifiziert (§ 30 Absatz 1 BauGB), einfach (§ 30 Absatz 3) oder vorhabenbezogen (§ 12).'),
    column('stand', 'string', 'rechtskräftig oder im Verfahren.'),
    column('rechtskraft', 'date', 'Tag, an dem der Plan in Kraft getreten ist; leer im Verfahren.'),
    column('flaeche_ha', 'number', 'Größe des Geltungsbereichs.', { unit: 'ha', digits: 2 }),
    column('plan_url', 'string', 'Adresse der Planzeichnung mit Begründung.'),
  ],
  () => {
    const chance = chanceOf('plans')
    return planNames.map((street, at): Row => {
      const inProcess = at > 38
      const nr = String(at * 3 - (at % 4) + 4)
      const since = `${chance.int(1968, 2025)}-${String(chance.int(1, 12)).padStart(2, '0')}-${String(chance.int(1, 28)).padStart(2, '0')}`
      return [
        nr,
        `„${street.name}“`,
        street.quarter.name,
        chance.pick(['qualifiziert', 'qualifiziert', 'einfach', 'vorhabenbezogen']),
        inProcess ? 'im Verfahren' : 'rechtskräftig',
        inProcess ? undefined : since,
        round(0.6 + chance.next() * 9, 2),
        `https://plaene.lindenrode.example/bplan/${nr}`,
      ]
    })
  },
)

export const risks = table(
  [
    column('gebiet', 'string', 'Name der Senke oder des Fließwegs.'),
    column('art', 'string', 'Senke oder Fließweg.'),
    column(
      'szenario',
      'string',
      'Niederschlag, der angenommen wurde: 50 mm in einer Stunde (selten) oder 90 mm in einer Stunde (extrem).',
    ),
    column('tiefe_max_cm', 'integer', 'Größte berechnete Wassertiefe.', { unit: 'cm' }),
    column('klasse', 'string', 'gering (bis 10 cm), mittel (bis 50 cm), hoch (bis 100 cm) oder sehr hoch.'),
  ],
  () => {
    const chance = chanceOf('heavy rain')
    return riskStreets.flatMap((name) => {
      const rare = chance.int(6, 62)
      return (
        [
          ['50 mm/h', rare],
          ['90 mm/h', Math.round(rare * (1.5 + chance.next() * 0.5))],
        ] as const
      ).map(
        ([scenario, depth]): Row => [
          name,
          chance.next() < 0.6 ? 'Senke' : 'Fließweg',
          scenario,
          depth,
          depth <= 10 ? 'gering' : depth <= 50 ? 'mittel' : depth <= 100 ? 'hoch' : 'sehr hoch',
        ],
      )
    })
  },
)
export const riskStreets = [
  'Mühlenstraße',
  'Uferstraße',
  'Am Eschenbach',
  'Teichstraße',
  'Gleisweg',
  'Brückenstraße',
  'Im Siek',
  'Auenweg',
  'Gerberstraße',
  'Weidenweg',
  'Werkstraße',
  'Am Stadtgraben',
]

export const directory = streetTable('lindenrode')
