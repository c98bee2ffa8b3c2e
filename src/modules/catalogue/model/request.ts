import { dayOf } from '#kernel/clock.ts'
import { fail, ok, type Result } from '#kernel/result.ts'
import { oneLine, readEmail, severalLines } from '#kernel/text.ts'

/** A wish for data, or a remark on a dataset. */
export const requestKinds = ['wish', 'remark'] as const
export type RequestKind = (typeof requestKinds)[number]

/** `waiting`: staff looks before it is published; `hidden`: staff did not publish it; `withdrawn` by its author. */
export type RequestState = 'waiting' | 'open' | 'answered' | 'hidden' | 'withdrawn'

/** What an answer to a wish comes to. */
export const wishOutcomes = ['published', 'partly', 'planned', 'not-held', 'not-allowed'] as const
/** What an answer to a remark comes to. */
export const remarkOutcomes = ['fixed', 'explained', 'not-ours'] as const
export type Outcome = (typeof wishOutcomes)[number] | (typeof remarkOutcomes)[number]

export const outcomesOf = (kind: RequestKind): readonly Outcome[] => (kind === 'wish' ? wishOutcomes : remarkOutcomes)

/** Whether an answer of this kind ends the matter: a plan does not, those who wait are told again. */
export const isFinal = (outcome: Outcome): boolean => outcome !== 'planned'

/** Days within which an answer is promised. */
export const answerDays = 30

const prefixes: Readonly<Record<RequestKind, string>> = { wish: 'DW', remark: 'AN' }

/** `DW-2026-0007`: what people write on paper and read out on the telephone. */
export const numberOf = (one: { kind: RequestKind; year: number; number: number }): string =>
  `${prefixes[one.kind]}-${one.year}-${String(one.number).padStart(4, '0')}`

/** The reverse of numberOf, in any case of letters; undefined for what is none. */
export function readNumber(text: string): { kind: RequestKind; year: number; number: number } | undefined {
  const found = /^(DW|AN)-(20\d{2})-(\d{4,7})$/i.exec(text)
  if (!found) return undefined
  return { kind: found[1]?.toUpperCase() === 'DW' ? 'wish' : 'remark', year: Number(found[2]), number: Number(found[3]) }
}

/** The day until which an answer is promised. */
export const dueOn = (moment: Date): string => dayOf(new Date(moment.getTime() + answerDays * 86_400_000))

/** What is wrong with a field; the text key is `catalogue.request.fault.<field>.<fault>`. */
export interface RequestFault {
  readonly field: 'title' | 'body' | 'place' | 'email' | 'outcome' | 'law' | 'href' | 'until' | 'office' | 'dataset' | 'reason'
  readonly fault: 'missing' | 'long' | 'short' | 'invalid' | 'past'
}

/** What somebody hands in. */
export interface RequestDraft {
  readonly title: string
  readonly body: string
  readonly place?: string
  readonly email?: string
}

export const longest = { title: 150, body: 3000, place: 200, answer: 4000, office: 120, law: 200, href: 500 } as const

/** Reads a wish or remark from a form; gives every fault with its field. */
export function readDraft(kind: RequestKind, form: URLSearchParams): Result<RequestDraft, RequestFault[]> {
  const faults: RequestFault[] = []
  const title = oneLine(form.get('title') ?? '')
  const body = severalLines(form.get('body') ?? '')
  const place = oneLine(form.get('place') ?? '')
  const email = (form.get('email') ?? '').trim()
  if (kind === 'wish') {
    if (!title) faults.push({ field: 'title', fault: 'missing' })
    else if (title.length < 5) faults.push({ field: 'title', fault: 'short' })
    if (title.length > longest.title) faults.push({ field: 'title', fault: 'long' })
  }
  if (!body) faults.push({ field: 'body', fault: 'missing' })
  if (body.length > longest.body) faults.push({ field: 'body', fault: 'long' })
  if (place.length > longest.place) faults.push({ field: 'place', fault: 'long' })
  const read = readEmail(email)
  if (email && !read) faults.push({ field: 'email', fault: 'invalid' })
  if (faults.length > 0) return fail(faults)
  return ok({ title, body, ...(place ? { place } : {}), ...(read ? { email: read } : {}) })
}
