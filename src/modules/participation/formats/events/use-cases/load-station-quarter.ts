import { dayOf, readMoment } from '#kernel/clock.ts'
import { addDays } from '#kernel/deadline.ts'
import type { ParticipationHouse } from '../../../house.ts'
import { procedureBySlug } from '../../../store/procedure-store.ts'
import { dayAfter, phasesFrom, plantProcedure } from '../../../use-cases/plant.ts'
import {
  eveningAbout,
  eveningProgramme,
  hallAccess,
  participants,
  pollAnswers,
  stationProcedure,
  tourAbout,
  townHallAccess,
  walkers,
} from '../demo/station-quarter.ts'
import { formatId } from '../format-id.ts'
import type { SlotTime } from '../model/slots.ts'
import { plantEvent, plantPoll } from '../plant-events.ts'
import { eventById, slotsOf } from '../store/event-store.ts'
import { optionsOf, pollById } from '../store/poll-store.ts'
import { answerPoll } from './answer-poll.ts'
import { register } from './register.ts'

const minute = 60_000

/** Every twenty minutes of an afternoon at two tables. */
function afternoon(day: string): SlotTime[] {
  const start = readMoment(day, '14:00').getTime()
  return Array.from({ length: 9 }, (_, i) => [1, 2].map((desk) => ({ desk, at: start + i * 20 * minute })))
    .flat()
    .map(({ desk, at }) => ({ desk, startsAt: new Date(at), endsAt: new Date(at + 20 * minute) }))
}

/**
 * Lindenrode invites to the station quarter: an evening with one seat left, a walk that is fully booked, office hours, and a date that is
 * being searched for. People register as in earnest, without addresses of mail. Done once; a second start changes nothing.
 */
export async function loadStationQuarter(house: ParticipationHouse): Promise<void> {
  const site = house.sites().bySlug('lindenrode')
  const db = house.database.system
  if (!site || (await procedureBySlug(db, site.id, stationProcedure.slug))) return
  const today = dayOf(house.now())
  const at = (days: number, time: string) => readMoment(addDays(today, days), time)
  const { phases, ...procedure } = stationProcedure
  const id = await plantProcedure(
    db,
    site,
    { ...procedure, format: formatId, area: { type: 'Point', coordinates: [8.7731, 51.8612] } },
    phasesFrom(phases, dayAfter(house.now(), -6)),
  )
  const where = { tenant: site.id, procedure: id }
  const evening = await plantEvent(db, where, {
    title: 'Informationsabend: ein Platz vor dem Bahnhof',
    about: eveningAbout,
    startsAt: at(12, '18:30'),
    endsAt: at(12, '20:30'),
    place: 'Bürgerhaus Lindenrode, großer Saal',
    address: 'Gartenstraße 4, Lindenrode',
    point: [8.7702, 51.8604],
    access: hallAccess,
    programme: eveningProgramme,
    seats: 60,
    mostPeople: 4,
    registerUntil: dayAfter(house.now(), 12),
    asksName: 'maybe',
    link: { link: 'https://video.lindenrode.example/bahnhofsviertel', everybody: false },
  })
  const walk = await plantEvent(db, where, {
    title: 'Rundgang durch das Bahnhofsviertel',
    about: tourAbout,
    startsAt: at(16, '10:00'),
    endsAt: at(16, '12:00'),
    place: 'Treffpunkt: Bahnhof, Ausgang Gartenstraße',
    access: {
      stepFree: 'partly',
      signLanguage: 'request',
      childcare: 'no',
      more: 'Etwa zwei Kilometer, mit zwei Bänken zum Ausruhen.',
    },
    seats: 15,
    mostPeople: 3,
    asksName: 'no',
  })
  const hours = await plantEvent(db, where, {
    kind: 'hours',
    title: 'Sprechstunde für Anlieger',
    about: 'Zwanzig Minuten für Ihre Fragen: Zufahrt, Lärm, Bauzeit. Bringen Sie gern Fotos mit.',
    startsAt: at(19, '14:00'),
    endsAt: at(19, '17:00'),
    place: 'Rathaus, Zimmer 12',
    address: 'Marktplatz 1, Lindenrode',
    access: townHallAccess,
    mostPeople: 2,
    slots: afternoon(addDays(today, 19)),
  })
  const poll = await plantPoll(
    db,
    where,
    [
      [23, '17:00', '19:00'],
      [25, '18:00', '20:00'],
      [28, '10:00', '12:00'],
    ].map(([days, from, until]) => ({ startsAt: at(Number(days), String(from)), endsAt: at(Number(days), String(until)) })),
    {
      title: 'Wann trifft sich der Nachbarschaftsrat?',
      about: 'Das erste Treffen dauert zwei Stunden. Wer mitmachen möchte, sagt hier, wann es geht.',
      place: 'Stadtteilbüro, Bahnhofstraße 9',
      until: dayAfter(house.now(), 15),
      namesPublic: true,
    },
  )
  await fill(house, site, { evening, walk, hours, poll })
}

interface Planted {
  readonly evening: string
  readonly walk: string
  readonly hours: string
  readonly poll: string
}

async function fill(
  house: ParticipationHouse,
  site: NonNullable<ReturnType<ReturnType<ParticipationHouse['sites']>['bySlug']>>,
  planted: Planted,
): Promise<void> {
  const db = house.database.system
  const lang = 'de'
  const channel = 'web' as const
  for (const [id, people] of [
    [planted.evening, participants],
    [planted.walk, walkers],
  ] as const) {
    const event = await eventById(db, site.id, id)
    if (event)
      for (const [i, one] of people.entries())
        await register(house, site, { event, draft: { needs: [], ...one }, key: `${id}/${i}`, lang, channel })
  }
  const hours = await eventById(db, site.id, planted.hours)
  const slots = await slotsOf(db, planted.hours)
  if (hours)
    for (const i of [0, 1, 4, 7, 11])
      await register(house, site, {
        event: hours,
        draft: { people: 1, needs: [], time: slots[i]?.startsAt ?? hours.startsAt },
        key: `${planted.hours}/${i}`,
        lang,
        channel,
      })
  const poll = await pollById(db, site.id, planted.poll)
  const options = await optionsOf(db, planted.poll)
  if (poll)
    for (const [i, { name, says }] of pollAnswers.entries())
      await answerPoll(
        house,
        site,
        poll,
        {
          name,
          choices: Object.fromEntries(options.flatMap(({ id }, at) => (says[at] === 'no' ? [] : [[id, says[at] ?? 'no']]))),
        },
        { key: `${planted.poll}/${i}`, lang },
      )
}
