import { fail, ok, type Result } from '#kernel/result.ts'
import { oneLine, readEmail, severalLines } from '#kernel/text.ts'
import type { TownEvent } from './event.ts'

/** What people may need, to be ticked. */
export const needs = ['sign-language', 'hearing-loop', 'step-free', 'companion', 'childcare', 'easy-language'] as const
export type Need = (typeof needs)[number]

export type RegistrationState = 'registered' | 'waiting' | 'cancelled'

/** What somebody says who wants to come, read and clean. */
export interface RegistrationDraft {
  readonly people: number
  readonly name?: string
  readonly email?: string
  readonly needs: readonly Need[]
  readonly note?: string
  /** Of office hours: the beginning of the time that is wanted. */
  readonly time?: Date
}

/** A registration as its owner and staff read it. */
export interface Registration {
  readonly id: string
  readonly event: string
  readonly procedure: string
  readonly number: number
  readonly state: RegistrationState
  readonly channel: 'web' | 'staff'
  readonly people: number
  readonly name: string | null
  readonly email: string | null
  readonly needs: readonly Need[]
  readonly note: string | null
  readonly lang: string
  readonly attended: number | null
  readonly receivedAt: Date
  /** Of a slot: its time and its table. */
  readonly slotStart: Date | null
  readonly slotEnd: Date | null
  readonly desk: number | null
}

/** What is wrong; the text key is `participation.events.fault.<fault>`. */
export interface FormFault {
  readonly field: string
  readonly fault: string
  readonly about?: Readonly<Record<string, string | number>>
}

export const longest = { name: 100, note: 1000 } as const

/** Reads the form of somebody who wants to come. `staff` may leave out what people must say, and bring a larger group. */
export function readRegistration(
  form: URLSearchParams,
  event: Pick<TownEvent, 'kind' | 'mostPeople' | 'seats' | 'asksName' | 'asksNeeds'>,
  by: 'web' | 'staff' = 'web',
): Result<RegistrationDraft, readonly FormFault[]> {
  const faults: FormFault[] = []
  const most = by === 'staff' ? 50 : event.mostPeople
  const typed = (form.get('personen') ?? '').trim() || (most === 1 ? '1' : '')
  const people = /^\d{1,3}$/.test(typed) ? Number(typed) : 0
  if (people < 1) faults.push({ field: 'personen', fault: 'people' })
  else if (people > most) faults.push({ field: 'personen', fault: 'too-many-people', about: { most } })
  // It would wait for ever.
  else if (event.seats !== null && people > event.seats)
    faults.push({ field: 'personen', fault: 'more-than-seats', about: { count: event.seats } })
  const name = event.asksName === 'no' && by === 'web' ? '' : oneLine(form.get('name') ?? '')
  if (!name && event.asksName === 'yes' && by === 'web') faults.push({ field: 'name', fault: 'name' })
  if (name.length > longest.name) faults.push({ field: 'name', fault: 'name-long' })
  const address = (form.get('email') ?? '').trim()
  const email = address ? readEmail(address) : undefined
  if (address && !email) faults.push({ field: 'email', fault: 'email' })
  const note = event.asksNeeds ? severalLines(form.get('bedarf-text') ?? '') : ''
  if (note.length > longest.note) faults.push({ field: 'bedarf-text', fault: 'note-long' })
  const wanted = event.asksNeeds ? needs.filter((one) => form.getAll('bedarf').includes(one)) : []
  const time = event.kind === 'hours' ? new Date(form.get('zeit') ?? '') : undefined
  if (time && Number.isNaN(time.getTime())) faults.push({ field: 'zeit', fault: 'slot' })
  if (faults.length > 0) return fail(faults)
  return ok({
    people,
    needs: wanted,
    ...(name ? { name } : {}),
    ...(email ? { email } : {}),
    ...(note ? { note } : {}),
    ...(time ? { time } : {}),
  })
}
