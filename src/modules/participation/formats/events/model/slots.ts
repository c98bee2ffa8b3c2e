import { readMoment } from '#kernel/clock.ts'
import { readDay } from '#kernel/deadline.ts'
import { fail, ok, type Result } from '#kernel/result.ts'

/** One time that can be booked at one table. */
export interface SlotTime {
  readonly startsAt: Date
  readonly endsAt: Date
  readonly desk: number
}

/** A slot as everybody sees it. */
export interface Slot extends SlotTime {
  readonly id: string
  readonly taken: boolean
}

/** What is wrong with a rule; the field is the form's, the text key is `participation.events.fault.<fault>`. */
export interface RuleFault {
  readonly field: string
  readonly fault: string
}

export const mostSlots = 400
const minute = 60_000

const whole = (text: string | null, from: number, to: number): number | undefined => {
  const trimmed = (text ?? '').trim()
  const value = Number(trimmed)
  return /^\d{1,6}$/.test(trimmed) && value >= from && value <= to ? value : undefined
}

/**
 * Slots by a rule: a day, from when to when, how long each, how long the break between two, at how many tables. The last one ends no later
 * than the end. Minutes are counted, not what clocks show: on the night of a change no slot is longer than another.
 */
export function readRule(form: URLSearchParams): Result<readonly SlotTime[], readonly RuleFault[]> {
  const faults: RuleFault[] = []
  const day = readDay(form.get('tag') ?? '')
  if (!day) faults.push({ field: 'tag', fault: 'day' })
  const [from, until] = (['von', 'bis'] as const).map((field) => {
    const at = readMoment(day ?? '2026-01-01', (form.get(field) ?? '').trim())
    if (Number.isNaN(at.getTime())) faults.push({ field, fault: 'time' })
    return at.getTime()
  }) as [number, number]
  const length = whole(form.get('minuten'), 5, 240)
  if (length === undefined) faults.push({ field: 'minuten', fault: 'minutes' })
  const pause = whole(form.get('pause') || '0', 0, 120)
  if (pause === undefined) faults.push({ field: 'pause', fault: 'pause' })
  const desks = whole(form.get('tische'), 1, 20)
  if (desks === undefined) faults.push({ field: 'tische', fault: 'desks' })
  if (faults.length > 0 || length === undefined || pause === undefined || desks === undefined) return fail(faults)
  if (from + length * minute > until) return fail([{ field: 'bis', fault: 'too-short' }])
  const slots: SlotTime[] = []
  for (let at = from; at + length * minute <= until; at += (length + pause) * minute)
    for (let desk = 1; desk <= desks; desk++) slots.push({ startsAt: new Date(at), endsAt: new Date(at + length * minute), desk })
  return slots.length > mostSlots ? fail([{ field: 'minuten', fault: 'too-many' }]) : ok(slots)
}

/** A time with how many tables are free at it. */
export interface OfferedTime {
  readonly startsAt: Date
  readonly endsAt: Date
  readonly free: number
  readonly desks: number
}

/** Slots as people choose them: by time, whichever table. */
export function timesOf(slots: readonly Slot[]): OfferedTime[] {
  const times = new Map<number, OfferedTime>()
  for (const { startsAt, endsAt, taken } of slots) {
    const known = times.get(startsAt.getTime())
    times.set(startsAt.getTime(), {
      startsAt,
      endsAt,
      free: (known?.free ?? 0) + (taken ? 0 : 1),
      desks: (known?.desks ?? 0) + 1,
    })
  }
  return [...times.values()].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
}
