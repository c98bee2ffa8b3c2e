import { chanceOf } from '../chance.ts'
import { column, type Row, type Table, table } from '../files/table.ts'
import type { Town } from '../geography.ts'
import { addressColumns, placeAt, pointColumns } from './addresses.ts'

/** An office: name, street, house number, hours by weekday (`-` is closed), telephone extension. */
export type Office = readonly [
  name: string,
  street: string,
  number: string,
  hours: readonly string[],
  extension: string,
  appointment: boolean,
]

const days = ['mo', 'di', 'mi', 'do', 'fr', 'sa']
const dayNames = ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag']

/** The offices of a town with their hours. */
export const officeTable = (town: Town, offices: readonly Office[]): Table =>
  table(
    [
      column('dienststelle', 'string', 'Name der Dienststelle, wie er am Eingang steht.'),
      ...addressColumns,
      ...days.map((day, at) => column(day, 'string', `Öffnungszeit am ${dayNames[at]} in Ortszeit; leer heißt geschlossen.`)),
      column('nur_mit_termin', 'boolean', 'Wahr, wenn ein Besuch einen Termin braucht.'),
      column('telefon', 'string', 'Zentrale Nummer der Dienststelle.'),
      ...pointColumns,
    ],
    () =>
      offices.map(([name, street, number, hours, extension, appointment]): Row => {
        const { address, point } = placeAt(town, street, chanceOf(`office ${name}`))
        const week = days.map((_, at) => (hours[at] && hours[at] !== '-' ? hours[at] : undefined))
        return [name, address[0], number, address[2], address[3], ...week, appointment, `0221 4710 ${extension}`, ...point]
      }),
  )
