import { slugOf } from '#kernel/slug.ts'
import { addDays, daysBetween, holidays, weekdayOf } from '../calendar.ts'
import type { Appointment } from '../files/ical.ts'
import { column, type Row, type Table, table } from '../files/table.ts'
import { quartersOf, streetsOf, type Town } from '../geography.ts'

const kinds: readonly (readonly [name: string, everyWeeks: number, offset: number])[] = [
  ['Restabfall', 2, 0],
  ['Bioabfall', 2, 1],
  ['Gelbe Tonne', 2, 1],
  ['Altpapier', 4, 2],
]
const weekdays = ['Sonntag', 'Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag']

/** One collection: where, what, when, and whether a holiday has moved it. */
interface Collection {
  day: string
  round: string
  kind: string
  moved: boolean
}

// A holiday moves its own and all later collections of the same week by one day.
function movedDay(day: string, free: ReadonlySet<string>): string {
  const monday = addDays(day, 1 - weekdayOf(day))
  const freeBefore = daysBetween(monday, day).filter((one) => free.has(one)).length
  let moved = addDays(day, freeBefore)
  while (free.has(moved) || weekdayOf(moved) === 0) moved = addDays(moved, 1)
  return moved
}

function collectionsOf(rounds: readonly string[], year: number): Collection[] {
  const free = holidays(year)
  const all: Collection[] = []
  rounds.forEach((round, at) => {
    for (const [kind, everyWeeks, offset] of kinds) {
      const first = daysBetween(`${year}-01-02`, `${year}-01-31`).filter((day) => weekdayOf(day) === 1 + (at % 5))[
        (offset + Math.floor(at / 2)) % everyWeeks
      ]
      for (let day = first; day?.startsWith(String(year)); day = addDays(day, everyWeeks * 7)) {
        const moved = movedDay(day, free)
        if (moved.startsWith(String(year))) all.push({ day: moved, round, kind, moved: moved !== day })
      }
    }
  })
  return all.sort((a, b) => a.day.localeCompare(b.day) || a.round.localeCompare(b.round) || a.kind.localeCompare(b.kind))
}

/** Names of the collection rounds of a town: one per Ortsteil. */
export const roundsOf = (town: Town): string[] => quartersOf(town).map(({ name }) => name)

/** All collections of a year. */
export const wasteTable = (town: Town, year: number): Table =>
  table(
    [
      column('datum', 'date', 'Tag der Abholung. Die Behälter stehen ab 6 Uhr bereit.'),
      column('wochentag', 'string', 'Wochentag der Abholung.'),
      column('bezirk', 'string', 'Abfuhrbezirk; er deckt sich mit dem Ortsteil.'),
      column('abfallart', 'string', 'Restabfall, Bioabfall, Gelbe Tonne oder Altpapier.'),
      column('verschoben', 'boolean', 'Wahr, wenn ein Feiertag die Abholung verschoben hat.'),
    ],
    () =>
      collectionsOf(roundsOf(town), year).map(
        ({ day, round, kind, moved }): Row => [day, weekdays[weekdayOf(day)], round, kind, moved],
      ),
  )

/** The collections of one round as appointments. */
export const wasteAppointments = (town: Town, year: number, round: string): Appointment[] =>
  collectionsOf(roundsOf(town), year)
    .filter((one) => one.round === round)
    .map(({ day, kind, moved }) => ({
      uid: `${day}-${slugOf(kind)}-${slugOf(round)}@${town}.example`,
      day,
      summary: kind,
      location: round,
      ...(moved ? { description: 'Wegen eines Feiertags verschoben.' } : {}),
    }))

/** Which round a street belongs to. */
export const roundTable = (town: Town): Table =>
  table(
    [
      column('strassenschluessel', 'string', 'Fünfstelliger Schlüssel der Straße.'),
      column('strasse', 'string', 'Name der Straße.'),
      column('bezirk', 'string', 'Abfuhrbezirk, wie er im Kalender steht.'),
    ],
    () => streetsOf(town).map(({ key, name, quarter }): Row => [key, name, quarter.name]),
  )
