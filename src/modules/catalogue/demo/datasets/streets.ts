import { chanceOf } from '../chance.ts'
import { column, type Row, type Table, table } from '../files/table.ts'
import { type Street, streetsOf, type Town } from '../geography.ts'

const classOf = (street: Street): string =>
  /^(Detmolder|Paderborner|Bielefelder|Hauptstraße|Lindenroder Straße|Nordring|Eisenbahn)/.test(street.name)
    ? 'Hauptverkehrsstraße'
    : /platz|markt$|^Am Markt/i.test(street.name)
      ? 'Platz'
      : /straße$/.test(street.name)
        ? 'Sammelstraße'
        : 'Anliegerstraße'

// Length of a street from its two ends; a degree of latitude is 111.3 km.
const metres = ({ from, to }: Street): number =>
  Math.round(Math.hypot((to[0] - from[0]) * 68_700, to[1] - from[1] ? (to[1] - from[1]) * 111_300 : 0))

/** The street directory of a town. */
export const streetTable = (town: Town): Table =>
  table(
    [
      column('strassenschluessel', 'string', 'Fünfstelliger Schlüssel, der sich bei einer Umbenennung nicht ändert.'),
      column('name', 'string', 'Amtlicher Name.'),
      column('ortsteil', 'string', 'Ortsteil, in dem der größte Teil liegt.'),
      column('plz', 'string', 'Postleitzahl.'),
      column('klasse', 'string', 'Hauptverkehrsstraße, Sammelstraße, Anliegerstraße oder Platz.'),
      column('laenge_m', 'integer', 'Länge der Achse.', { unit: 'm' }),
      column('tempo', 'integer', 'Zulässige Höchstgeschwindigkeit.', { unit: 'km/h' }),
      column('gewidmet_seit', 'year', 'Jahr der Widmung nach § 6 StrWG NRW; leer bei alten Straßen.'),
    ],
    () =>
      streetsOf(town).map((street): Row => {
        const chance = chanceOf(`directory ${town} ${street.name}`)
        const kind = classOf(street)
        const speed =
          kind === 'Hauptverkehrsstraße' ? 50 : kind === 'Sammelstraße' ? chance.pick([30, 50, 50]) : kind === 'Platz' ? 20 : 30
        return [
          street.key,
          street.name,
          street.quarter.name,
          street.quarter.postalCode,
          kind,
          metres(street),
          speed,
          chance.next() < 0.3 ? undefined : chance.int(1951, 2024),
        ]
      }),
  )
