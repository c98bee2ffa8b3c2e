import { fail } from '#kernel/result.ts'
import { staffDb } from '../../house.ts'
import { readNumber } from '../../model/procedure.ts'
import { moderatedComment, moderatedSubmission, submissionNumbered } from '../../store/moderation-store.ts'
import { type Acted, inTransaction, type Moderation } from '../../use-cases/moderate/act.ts'
import { mergeSubmission, splitSubmission } from '../../use-cases/moderate/merge-submissions.ts'
import {
  askCommentAuthor,
  hideComment,
  moveCommentTo,
  publishComment,
  rewordCommentTo,
} from '../../use-cases/moderate/moderate-comment.ts'
import { askAuthor, hideSubmission, publishSubmission, rewordSubmission } from '../../use-cases/moderate/moderate-submission.ts'
import type { Trx } from '../../use-cases/staff-act.ts'

/** What was done, and which words say so. Undefined for an act that nobody knows. */
export type Did = { readonly done: Acted; readonly said: string } | undefined

const unknown: Acted = fail([{ field: 'into', fault: 'unknown' }])
const missing: Acted = fail([{ field: 'into', fault: 'missing' }])

/** Does what needs another submission of the same procedure, which a number names. */
async function into(
  by: Moderation,
  one: { readonly procedure: string } | undefined,
  number: string,
  act: (trx: Trx, into: string) => Promise<Acted>,
): Promise<Acted> {
  if (!one) return fail('gone')
  if (!number.trim()) return missing
  const named = readNumber(number.trim())
  const found = named && (await submissionNumbered(staffDb(by.house, by.site), by.site.id, one.procedure, named))
  return found ? inTransaction(by, (trx) => act(trx, found)) : unknown
}

/** Reads an act on a submission from a form and does it. */
export async function doSubmissionAct(by: Moderation, form: URLSearchParams, id: string): Promise<Did> {
  const given = (name: string) => (form.get(name) ?? '').replaceAll('\0', '')
  const common = { id, stand: given('stand') }
  const reason = { code: given('code'), reason: given('reason') }
  switch (form.get('tat')) {
    case 'veroeffentlichen':
      return { done: await inTransaction(by, (trx) => publishSubmission(trx, by, common)), said: 'veroeffentlicht' }
    case 'verbergen':
      return { done: await inTransaction(by, (trx) => hideSubmission(trx, by, { ...common, ...reason })), said: 'verborgen' }
    case 'fragen':
      return {
        done: await inTransaction(by, (trx) => askAuthor(trx, by, { ...common, question: given('question') })),
        said: 'gefragt',
      }
    case 'umformulieren':
      return {
        done: await inTransaction(by, (trx) =>
          rewordSubmission(trx, by, {
            ...common,
            ...reason,
            title: given('title'),
            body: given('body'),
            withoutAuthor: form.has('withoutAuthor'),
          }),
        ),
        said: 'umformuliert',
      }
    case 'zusammenfuehren':
      return {
        done: await into(by, await moderatedSubmission(staffDb(by.house, by.site), by.site.id, id), given('into'), (trx, other) =>
          mergeSubmission(trx, by, { ...common, into: other }),
        ),
        said: 'zusammengefuehrt',
      }
    case 'trennen':
      return { done: await split(by, common), said: 'getrennt' }
    default:
      return undefined
  }
}

async function split(by: Moderation, common: { id: string; stand: string }): Promise<Acted> {
  const one = await moderatedSubmission(staffDb(by.house, by.site), by.site.id, common.id)
  if (!one) return fail('gone')
  const into = one.mergedInto
  return into ? inTransaction(by, (trx) => splitSubmission(trx, by, { ...common, into })) : fail('not-now')
}

/** Reads an act on a comment from a form and does it. */
export async function doCommentAct(by: Moderation, form: URLSearchParams, id: string): Promise<Did> {
  const given = (name: string) => (form.get(name) ?? '').replaceAll('\0', '')
  const common = { id, stand: given('stand') }
  const reason = { code: given('code'), reason: given('reason') }
  switch (form.get('tat')) {
    case 'veroeffentlichen':
      return { done: await inTransaction(by, (trx) => publishComment(trx, by, common)), said: 'veroeffentlicht' }
    case 'verbergen':
      return { done: await inTransaction(by, (trx) => hideComment(trx, by, { ...common, ...reason })), said: 'verborgen' }
    case 'umformulieren':
      return {
        done: await inTransaction(by, (trx) => rewordCommentTo(trx, by, { ...common, ...reason, body: given('body') })),
        said: 'umformuliert',
      }
    case 'fragen':
      return {
        done: await inTransaction(by, (trx) => askCommentAuthor(trx, by, { ...common, question: given('question') })),
        said: 'gefragt',
      }
    case 'verschieben':
      return {
        done: await into(by, await moderatedComment(staffDb(by.house, by.site), by.site.id, id), given('into'), (trx, other) =>
          moveCommentTo(trx, by, { ...common, into: other }),
        ),
        said: 'verschoben',
      }
    default:
      return undefined
  }
}
