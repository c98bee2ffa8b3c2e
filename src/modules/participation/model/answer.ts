import { fail, ok, type Result } from '#kernel/result.ts'
import { oneLine, severalLines } from '#kernel/text.ts'
import { type Outcome, outcomes, owesReason, type Reason, reasons } from './submission.ts'

/** What an office answers, read and clean. */
export interface AnswerDraft {
  readonly outcome: Outcome
  readonly reason: Reason | null
  readonly body: string
  readonly office: string
}

/** What is wrong with an answer; the text key is `participation.answer-fault.<field>.<fault>`. */
export interface AnswerFault {
  readonly field: 'pick' | 'outcome' | 'reason' | 'body' | 'office'
  readonly fault: 'missing' | 'long' | 'short'
}

export const longestAnswer = { body: 8000, office: 120, title: 200, note: 500, href: 500 } as const
/** So many are answered at once; more would be hard to look through in the preview. */
export const mostAnswered = 500

const among = <T extends string>(known: readonly T[], value: string | null): T | undefined => known.find((one) => one === value)

/** Reads an answer from a form. A refusal, and a yes in part, owe a reason that can be counted; every answer owes a sentence. */
export function readAnswer(form: URLSearchParams): Result<AnswerDraft, AnswerFault[]> {
  const outcome = among(outcomes, form.get('outcome'))
  const reason = among(reasons, form.get('reason'))
  const body = severalLines(form.get('body') ?? '')
  const office = oneLine(form.get('office') ?? '')
  const faults: AnswerFault[] = []
  const say = (field: AnswerFault['field'], fault: AnswerFault['fault']) => faults.push({ field, fault })
  if (!outcome) say('outcome', 'missing')
  else if (owesReason(outcome) && !reason) say('reason', 'missing')
  if (!body) say('body', 'missing')
  else if (body.length < 20) say('body', 'short')
  if (body.length > longestAnswer.body) say('body', 'long')
  if (!office) say('office', 'missing')
  else if (office.length > longestAnswer.office) say('office', 'long')
  if (!outcome || faults.length > 0) return fail(faults)
  return ok({ outcome, reason: owesReason(outcome) ? (reason ?? null) : null, body, office })
}
