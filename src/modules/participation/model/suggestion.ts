import { fail, ok, type Result } from '#kernel/result.ts'
import { oneLine, severalLines } from '#kernel/text.ts'

/** What came of a suggestion that there should be participation. */
export const suggestionOutcomes = ['accepted', 'partly', 'declined'] as const
export type SuggestionOutcome = (typeof suggestionOutcomes)[number]

/** "There should be participation on this." */
export interface Suggestion {
  readonly id: string
  readonly tenant: string
  readonly project: string
  readonly number: number
  readonly state: 'waiting' | 'public' | 'hidden' | 'withdrawn'
  readonly body: string
  readonly author: string | null
  readonly lang: string
  readonly hiddenReason: string | null
  readonly threshold: number | null
  readonly endsAt: Date | null
  readonly supporters: number
  readonly reachedAt: Date | null
  readonly outcome: SuggestionOutcome | null
  readonly answer: string | null
  readonly answeredAt: Date | null
  readonly receivedAt: Date
}

/** Whether it may be supported at a moment; the database says the same when somebody does. */
export const supportable = ({ state, answeredAt, endsAt }: Suggestion, now: Date): boolean =>
  state === 'public' && answeredAt === null && endsAt !== null && now < endsAt

/** What is handed in. */
export interface SuggestionDraft {
  readonly body: string
  readonly author?: string
}

/** Reads the form; a fault for each field. */
export function readSuggestion(form: URLSearchParams): Result<SuggestionDraft, { body?: string; author?: string }> {
  const body = severalLines(form.get('text') ?? '')
  const author = oneLine(form.get('name') ?? '')
  const faults = {
    ...(body.length < 20 ? { body: body ? 'short' : 'missing' } : body.length > 2000 ? { body: 'long' } : {}),
    ...(author.length > 80 ? { author: 'long' } : {}),
  }
  if (faults.body || faults.author) return fail(faults)
  return ok({ body, ...(author ? { author } : {}) })
}
