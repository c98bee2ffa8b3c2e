import { fail, ok, type Result } from '#kernel/result.ts'
import { oneLine, readEmail } from '#kernel/text.ts'
import type { FormFault } from './registration.ts'

/** What people say to a time; what is left out is no. */
export const says = ['yes', 'maybe', 'no'] as const
export type Says = (typeof says)[number]

export type PollState = 'draft' | 'open' | 'fixed' | 'ended'

/** What staff says of a search for a date. */
export interface PollWriting {
  readonly title: string
  readonly about: string
  readonly place: string
  /** The first moment that is too late. */
  readonly until: Date
  readonly namesPublic: boolean
  readonly keepDays: number
}

export interface Poll extends PollWriting {
  readonly id: string
  readonly tenant: string
  readonly procedure: string
  readonly key: number
  readonly state: PollState
  readonly answers: number
  /** The event that became of it. */
  readonly event: string | null
  readonly version: number
  readonly changedAt: Date
}

/** A time that is offered, with how many said what. */
export interface PollOption {
  readonly id: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly yes: number
  readonly maybe: number
}

export type Choices = Readonly<Record<string, Says>>

export interface PollAnswer {
  readonly id: string
  readonly poll: string
  readonly procedure: string
  readonly number: number
  readonly state: 'given' | 'withdrawn'
  readonly name: string | null
  readonly email: string | null
  readonly choices: Choices
  readonly lang: string
  readonly receivedAt: Date
}

export interface PollDraft {
  readonly name: string
  readonly email?: string
  readonly choices: Choices
}

/** Reads what somebody says to the times. */
export function readPollAnswer(
  form: URLSearchParams,
  options: readonly Pick<PollOption, 'id'>[],
): Result<PollDraft, readonly FormFault[]> {
  const faults: FormFault[] = []
  const name = oneLine(form.get('name') ?? '')
  if (!name) faults.push({ field: 'name', fault: 'poll-name' })
  if (name.length > 60) faults.push({ field: 'name', fault: 'poll-name-long' })
  const address = (form.get('email') ?? '').trim()
  const email = address ? readEmail(address) : undefined
  if (address && !email) faults.push({ field: 'email', fault: 'email' })
  const choices: Record<string, Says> = {}
  for (const { id } of options) {
    const said = says.find((one) => one === form.get(`zeit-${id}`))
    if (!said) faults.push({ field: `zeit-${id}`, fault: 'say' })
    else if (said !== 'no') choices[id] = said
  }
  return faults.length > 0 ? fail(faults) : ok({ name, choices, ...(email ? { email } : {}) })
}

/** The times that most people can: first by those who can, then by those who can if need be. */
export function bestOf(options: readonly PollOption[]): ReadonlySet<string> {
  const score = (one: PollOption) => (one.yes + one.maybe) * 10_000 + one.yes
  const best = Math.max(0, ...options.map(score))
  return new Set(best === 0 ? [] : options.filter((one) => score(one) === best).map(({ id }) => id))
}
