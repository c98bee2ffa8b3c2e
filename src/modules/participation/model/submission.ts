import { readLonLat } from '#kernel/lon-lat.ts'
import { fail, ok, type Result } from '#kernel/result.ts'
import { oneLine, readEmail, severalLines } from '#kernel/text.ts'
import { type Inside, liesOutside, type Outside } from './inside.ts'
import type { Geometry, IdentityLevel } from './procedure.ts'

/** `waiting`: staff looks before it is published; `hidden` with a reason; `withdrawn` by its author; `merged` into another. */
export type SubmissionState = 'waiting' | 'public' | 'hidden' | 'withdrawn' | 'merged'

/** How it came. */
export const channels = ['web', 'letter', 'telephone', 'counter', 'import'] as const
export type Channel = (typeof channels)[number]

/** What an answer comes to. */
export const outcomes = ['adopted', 'partly', 'not-adopted', 'referred', 'noted'] as const
export type Outcome = (typeof outcomes)[number]

/** Why something is not taken up, or only in part: so that reasons can be counted. */
export const reasons = ['law', 'cost', 'space', 'safety', 'decided', 'not-ours', 'in-hand', 'goals', 'other'] as const
export type Reason = (typeof reasons)[number]

/** Outcomes that owe a reason. */
export const owesReason = (outcome: Outcome): boolean => outcome === 'not-adopted' || outcome === 'partly'

/** What somebody handed in, as everybody may read it. */
export interface Submission {
  readonly id: string
  readonly tenant: string
  readonly procedure: string
  readonly number: number
  readonly state: SubmissionState
  readonly title: string
  readonly body: string
  readonly category: string | null
  readonly place: string | null
  readonly geometry: Geometry | null
  readonly answers: Readonly<Record<string, unknown>>
  readonly author: string | null
  readonly channel: Channel
  readonly identity: IdentityLevel
  readonly lang: string
  readonly mergedInto: string | null
  readonly agree: number
  readonly neutral: number
  readonly disagree: number
  readonly comments: number
  readonly outcome: Outcome | null
  readonly decision: string | null
  readonly version: number
  readonly receivedAt: Date
  /** The day on which a letter or a call came, as staff entered it; null for what came through the portal. */
  readonly receivedOn?: string | null
  /** When the link in the mail was pressed, where an address had to be confirmed. */
  readonly confirmedAt?: Date | null
  readonly changedAt: Date
  readonly answeredAt: Date | null
}

/** What is wrong with a field; the text key is `participation.fault.<field>.<fault>`. */
export interface SubmissionFault {
  readonly field: 'title' | 'body' | 'category' | 'place' | 'geometry' | 'author' | 'email'
  readonly fault: 'missing' | 'short' | 'long' | 'invalid' | 'unknown' | 'outside'
}

/** What somebody hands in, read and clean. */
export interface SubmissionDraft {
  readonly title: string
  readonly body: string
  readonly category?: string
  readonly place?: string
  readonly geometry?: Geometry
  readonly author?: string
  readonly email?: string
}

export const longest = { title: 120, body: 5000, place: 200, author: 80 } as const

/** What a format asks for. */
export interface Asked {
  /** Codes of categories; none are asked where the list is empty. */
  readonly categories: readonly string[]
  /** Whether a place on the map is asked for, and must be given. */
  readonly place: 'no' | 'maybe' | 'must'
  /** What happens with a point outside of the area; it is taken where nothing is said. */
  readonly outside?: Outside
}

/** `7.4652, 51.5136` as a point, to about ten centimetres; undefined for what is none. */
export function readPoint(text: string): Geometry | undefined {
  const at = readLonLat(text)
  return at && { type: 'Point', coordinates: [Math.round(at[0] * 1e6) / 1e6, Math.round(at[1] * 1e6) / 1e6] }
}

/** Reads a submission from a form; gives every fault with its field. `inside`: where it must lie, if points outside are refused; staff enters what came. */
export function readSubmission(form: URLSearchParams, asked: Asked, inside?: Inside): Result<SubmissionDraft, SubmissionFault[]> {
  const faults: SubmissionFault[] = []
  const say = (field: SubmissionFault['field'], fault: SubmissionFault['fault']) => faults.push({ field, fault })
  const title = oneLine(form.get('title') ?? '')
  const body = severalLines(form.get('body') ?? '')
  const category = form.get('category') ?? ''
  const place = oneLine(form.get('place') ?? '')
  const author = oneLine(form.get('author') ?? '')
  const email = (form.get('email') ?? '').trim()
  const point = (form.get('geometry') ?? '').trim()
  if (!title) say('title', 'missing')
  else if (title.length < 5) say('title', 'short')
  if (title.length > longest.title) say('title', 'long')
  if (!body) say('body', 'missing')
  if (body.length > longest.body) say('body', 'long')
  if (asked.categories.length > 0) {
    if (!category) say('category', 'missing')
    else if (!asked.categories.includes(category)) say('category', 'unknown')
  }
  if (place.length > longest.place) say('place', 'long')
  if (author.length > longest.author) say('author', 'long')
  const geometry = point && asked.place !== 'no' ? readPoint(point) : undefined
  if (point && asked.place !== 'no' && !geometry) say('geometry', 'invalid')
  if (asked.outside === 'refuse' && liesOutside(geometry, inside)) say('geometry', 'outside')
  if (asked.place === 'must' && !point && !place) say('place', 'missing')
  const address = readEmail(email)
  if (email && !address) say('email', 'invalid')
  if (faults.length > 0) return fail(faults)
  return ok({
    title,
    body,
    ...(asked.categories.length > 0 ? { category } : {}),
    ...(place ? { place } : {}),
    ...(geometry ? { geometry } : {}),
    ...(author ? { author } : {}),
    ...(address ? { email: address } : {}),
  })
}
