import { fail, ok, type Result } from '#kernel/result.ts'
import { oneLine, readEmail, severalLines } from '#kernel/text.ts'

/** What somebody may report; texts `participation.notice.reason.<code>`. */
export const noticeReasons = ['insult', 'hate', 'personal', 'copyright', 'children', 'spam', 'rules', 'other'] as const
export type NoticeReason = (typeof noticeReasons)[number]

/**
 * Reasons for which nobody needs to say who he is: DSA Art. 16 (2) c excepts abuse of children; what breaks our own rules is no notice of
 * unlawful content.
 */
export const withoutName: ReadonlySet<string> = new Set(['children', 'spam', 'rules'])

/** What is decided about a notice. */
export const noticeDecisions = ['kept', 'hidden', 'reworded'] as const
export type NoticeDecision = (typeof noticeDecisions)[number]

export const noticeLongest = { body: 5000, name: 120, objection: 5000 } as const

/** What is wrong with a field; the text key is `participation.notice.fault.<field>.<fault>`. */
export interface NoticeFault {
  readonly field: 'was' | 'reason' | 'explanation' | 'name' | 'email' | 'faith'
  readonly fault: 'missing' | 'long' | 'invalid' | 'unknown'
}

/** A notice, read and clean. */
export interface NoticeDraft {
  readonly reason: NoticeReason
  readonly body: string
  readonly name?: string
  readonly email?: string
}

/** Reads a notice from a form; gives every fault with its field. DSA Art. 16 (2). */
export function readNotice(form: URLSearchParams): Result<NoticeDraft, NoticeFault[]> {
  const faults: NoticeFault[] = []
  const given = form.get('reason') ?? ''
  const reason = noticeReasons.find((one) => one === given)
  const body = severalLines(form.get('explanation') ?? '')
  const name = oneLine(form.get('name') ?? '')
  const typed = (form.get('email') ?? '').trim()
  const email = readEmail(typed)
  const needed = reason !== undefined && !withoutName.has(reason)
  if (!reason) faults.push({ field: 'reason', fault: given ? 'unknown' : 'missing' })
  if (!body) faults.push({ field: 'explanation', fault: 'missing' })
  if (body.length > noticeLongest.body) faults.push({ field: 'explanation', fault: 'long' })
  if (needed && !name) faults.push({ field: 'name', fault: 'missing' })
  if (name.length > noticeLongest.name) faults.push({ field: 'name', fault: 'long' })
  if (typed && !email) faults.push({ field: 'email', fault: 'invalid' })
  else if (needed && !email) faults.push({ field: 'email', fault: 'missing' })
  if (!form.has('faith')) faults.push({ field: 'faith', fault: 'missing' })
  if (faults.length > 0 || !reason) return fail(faults)
  return ok({ reason, body, ...(name ? { name } : {}), ...(email ? { email } : {}) })
}

/** `ME-2026-0007`. */
export const noticeNumber = (one: { readonly year: number; readonly number: number }): string =>
  `ME-${one.year}-${String(one.number).padStart(4, '0')}`
