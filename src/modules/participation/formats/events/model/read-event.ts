import { readMoment } from '#kernel/clock.ts'
import { dayEnds, readDay } from '#kernel/deadline.ts'
import { readLonLat } from '#kernel/lon-lat.ts'
import { fail, ok, type Result } from '#kernel/result.ts'
import { oneLine, severalLines } from '#kernel/text.ts'
import { type Access, accessFields, accessNames, accessTexts } from './access.ts'
import type { EventLink, EventWriting, ProgrammeItem, TownEvent } from './event.ts'
import type { FormFault } from './registration.ts'

const whole = (text: string, from: number, to: number): number | undefined =>
  /^\d{1,6}$/.test(text) && Number(text) >= from && Number(text) <= to ? Number(text) : undefined

/** Days and hours of a form as moments: `tag`, `von`, `bis`, and `bis-tag` where it ends on another day. */
export function readTimes(form: URLSearchParams, faults: FormFault[]): { readonly startsAt: Date; readonly endsAt: Date } {
  const day = readDay(form.get('tag') ?? '')
  if (!day) faults.push({ field: 'tag', fault: 'day' })
  const lastTyped = (form.get('bis-tag') ?? '').trim()
  const last = lastTyped ? readDay(lastTyped) : day
  if (lastTyped && !last) faults.push({ field: 'bis-tag', fault: 'day' })
  const at = (field: 'von' | 'bis', on: string | undefined): Date => {
    const moment = readMoment(on ?? '2026-01-01', (form.get(field) ?? '').trim())
    if (Number.isNaN(moment.getTime())) faults.push({ field, fault: 'time' })
    return moment
  }
  const [startsAt, endsAt] = [at('von', day), at('bis', last)]
  if (day && last && endsAt.getTime() <= startsAt.getTime()) faults.push({ field: 'bis', fault: 'end-first' })
  return { startsAt, endsAt }
}

function readProgramme(form: URLSearchParams, faults: FormFault[]): readonly ProgrammeItem[] {
  const [times, titles, who] = ['zeit', 'titel', 'wer'].map((part) => form.getAll(`programm-${part}`)) as [
    string[],
    string[],
    string[],
  ]
  const items: ProgrammeItem[] = []
  for (const [i, typed] of titles.entries()) {
    const item = { time: (times[i] ?? '').trim(), title: oneLine(typed), who: oneLine(who[i] ?? '') }
    if (!item.time && !item.title && !item.who) continue
    // The form comes back without the empty lines between.
    const at = items.length
    if (!item.title) faults.push({ field: `programm-titel-${at}`, fault: 'programme-title' })
    if (item.title.length > 200 || item.who.length > 200) faults.push({ field: `programm-titel-${at}`, fault: 'programme-long' })
    if (item.time && !/^([01]\d|2[0-3]):[0-5]\d$/.test(item.time)) faults.push({ field: `programm-zeit-${at}`, fault: 'time' })
    items.push(item)
  }
  return items.slice(0, 40)
}

function readAccessForm(form: URLSearchParams, faults: FormFault[]): Access {
  const said: Record<string, string> = {}
  for (const name of accessNames) {
    const answers: readonly string[] = accessFields[name]
    const value = form.get(`zugang-${name}`) ?? ''
    if (answers.includes(value)) said[name] = value
  }
  for (const name of accessTexts) {
    const value = oneLine(form.get(`zugang-${name}`) ?? '')
    if (value.length > 300) faults.push({ field: `zugang-${name}`, fault: 'access-long' })
    if (value) said[name] = value
  }
  return said
}

/** The end of registering: the end of a day, or a time of it. */
function readUntil(form: URLSearchParams, faults: FormFault[]): Date | null {
  const [typed, time] = ['anmeldung-tag', 'anmeldung-zeit'].map((field) => (form.get(field) ?? '').trim()) as [string, string]
  if (!typed) return null
  const day = readDay(typed)
  if (!day) {
    faults.push({ field: 'anmeldung-tag', fault: 'day' })
    return null
  }
  const at = time ? readMoment(day, time) : dayEnds(day)
  if (Number.isNaN(at.getTime())) faults.push({ field: 'anmeldung-zeit', fault: 'time' })
  return at
}

function readLink(form: URLSearchParams, faults: FormFault[]): EventLink | null {
  const link = oneLine(form.get('link') ?? '')
  if (!link) return null
  if (link.length > 500 || !/^https:\/\/[^\s]+$/.test(link) || !URL.canParse(link)) faults.push({ field: 'link', fault: 'link' })
  return { link, everybody: form.get('link-fuer') === 'alle' }
}

/** What staff typed for an event, read and clean; every fault with its field. Office hours have their time from their slots. */
export function readEvent(
  form: URLSearchParams,
  now: Pick<TownEvent, 'kind' | 'startsAt' | 'endsAt'>,
): Result<{ readonly writing: EventWriting; readonly link: EventLink | null }, readonly FormFault[]> {
  const faults: FormFault[] = []
  const title = oneLine(form.get('titel') ?? '')
  if (!title) faults.push({ field: 'titel', fault: 'title' })
  if (title.length > 200) faults.push({ field: 'titel', fault: 'title-long' })
  const about = severalLines(form.get('worum') ?? '')
  if (about.length > 5000) faults.push({ field: 'worum', fault: 'about-long' })
  const times = now.kind === 'hours' ? { startsAt: now.startsAt, endsAt: now.endsAt } : readTimes(form, faults)
  const [place, address] = ['ort', 'adresse'].map((field) => {
    const value = oneLine(form.get(field) ?? '')
    if (value.length > 200) faults.push({ field, fault: 'place-long' })
    return value
  }) as [string, string]
  const pointTyped = (form.get('punkt') ?? '').trim()
  const point = pointTyped ? readLonLat(pointTyped) : undefined
  if (pointTyped && !point) faults.push({ field: 'punkt', fault: 'point' })
  const number = (field: string, from: number, to: number, usual: number) => {
    const typed = (form.get(field) ?? '').trim()
    const value = typed ? whole(typed, from, to) : usual
    if (value === undefined) faults.push({ field, fault: 'number', about: { from, to } })
    return value ?? usual
  }
  const seatsTyped = (form.get('plaetze') ?? '').trim()
  const seats = now.kind === 'event' && seatsTyped ? number('plaetze', 1, 100_000, 1) : null
  const registerUntil = readUntil(form, faults)
  if (registerUntil && registerUntil > times.endsAt) faults.push({ field: 'anmeldung-tag', fault: 'until-late' })
  const asksName = (['no', 'maybe', 'yes'] as const).find((one) => one === form.get('name-fragen')) ?? 'maybe'
  const writing: EventWriting = {
    title,
    about,
    ...times,
    place,
    address,
    point: point ?? null,
    access: readAccessForm(form, faults),
    programme: readProgramme(form, faults),
    documents: form.getAll('unterlagen'),
    minutes: form.getAll('protokoll'),
    registers: now.kind === 'hours' || form.has('anmeldung'),
    seats,
    mostPeople: number('hoechstens', 1, 50, 1),
    registerUntil,
    asksName,
    asksNeeds: form.has('bedarf-fragen'),
    keepDays: number('aufbewahren', 1, 365, 30),
  }
  const link = readLink(form, faults)
  return faults.length > 0 ? fail(faults) : ok({ writing, link })
}
