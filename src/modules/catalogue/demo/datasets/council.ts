import { slugOf } from '#kernel/slug.ts'
import { addDays, daysBetween, germanDay, weekdayOf } from '../calendar.ts'
import type { Appointment } from '../files/ical.ts'
import { column, type Row, type Table, table } from '../files/table.ts'

/** A body that meets on the n-th such weekday of certain months. */
export interface Body {
  name: string
  weekday: number
  week: number
  months: readonly number[]
  time: string
}

export interface CouncilYear {
  host: string
  year: number
  room: string
  bodies: readonly Body[]
}

function meetingsOf({ bodies, year }: CouncilYear): { day: string; body: Body }[] {
  const meetings = bodies.flatMap((body) =>
    body.months.flatMap((month) => {
      const first = `${year}-${String(month).padStart(2, '0')}-01`
      const day = daysBetween(first, addDays(first, 27)).filter((one) => weekdayOf(one) === body.weekday)[body.week - 1]
      return day ? [{ day, body }] : []
    }),
  )
  return meetings.sort((a, b) => a.day.localeCompare(b.day) || a.body.name.localeCompare(b.body.name))
}

const laterBy = (time: string, hours: number): string =>
  `${String(Number(time.slice(0, 2)) + hours).padStart(2, '0')}${time.slice(2)}`

/** All meetings of a year. */
export const meetingsTable = (council: CouncilYear): Table =>
  table(
    [
      column('datum', 'date', 'Tag der Sitzung.'),
      column('beginn', 'time', 'Beginn der öffentlichen Sitzung (Ortszeit).'),
      column('gremium', 'string', 'Rat oder Ausschuss.'),
      column('ort', 'string', 'Sitzungsraum. Alle Räume sind ohne Stufen erreichbar.'),
      column('sitzungsnummer', 'string', 'Jahr und laufende Nummer der Sitzung des Gremiums.'),
      column('unterlagen_ab', 'date', 'Tag, ab dem die Einladung mit den öffentlichen Vorlagen abrufbar ist.'),
    ],
    () => {
      const seen = new Map<string, number>()
      return meetingsOf(council).map(({ day, body }): Row => {
        const number = (seen.get(body.name) ?? 0) + 1
        seen.set(body.name, number)
        return [day, body.time, body.name, council.room, `${council.year}/${number}`, addDays(day, -12)]
      })
    },
  )

/** The meetings as appointments. */
export const meetingAppointments = (council: CouncilYear): Appointment[] =>
  meetingsOf(council).map(({ day, body }) => ({
    uid: `${day}-${slugOf(body.name)}@${council.host}`,
    day,
    start: body.time,
    end: laterBy(body.time, 3),
    summary: body.name,
    location: council.room,
    description: `Öffentliche Sitzung am ${germanDay(day)}. Die Tagesordnung steht zwölf Tage vorher im Ratsinformationssystem.`,
  }))
