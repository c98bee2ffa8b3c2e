import { fail, ok, type Result } from '#kernel/result.ts'
import { oneLine, readEmail, severalLines } from '#kernel/text.ts'
import type { Inside } from '../../model/inside.ts'
import type { Geometry } from '../../model/procedure.ts'
import { longest, readPoint, type SubmissionDraft } from '../../model/submission.ts'
import type { IssueCategory } from './issue-settings.ts'

/** What is wrong with a field; the text key is `participation.issue.fault.<field>.<fault>`. */
export interface ReportFault {
  readonly field: 'photo' | 'category' | 'geometry' | 'place' | 'body' | 'question' | 'email'
  readonly fault: 'missing' | 'long' | 'invalid' | 'unknown' | 'outside' | 'broken' | 'large' | 'later'
}

/** A report, read and clean. */
export interface ReportDraft extends SubmissionDraft {
  readonly answers: Readonly<Record<string, string>>
}

/** The standard allows no more (GeoReport v2, `description`). */
export const longestReport = 4000

/** The heading of a report: its first sentence, or as much of it as fits. */
export function titleOf(body: string, category: string): string {
  const [first = ''] = oneLine(body).split(/(?<=[.!?])\s/, 1)
  const sentence = first.replace(/[.]+$/, '')
  if (sentence.length < 5) return oneLine(`${category} ${sentence}`).slice(0, longest.title)
  if (sentence.length <= 90) return sentence
  const space = sentence.lastIndexOf(' ', 88)
  return `${sentence.slice(0, space > 50 ? space : 88)} …`
}

/** What the form or a program said, as texts. */
export interface GivenReport {
  readonly category: string
  readonly body: string
  readonly place: string
  /** `7.4652, 51.5136` */
  readonly point: string
  readonly answer: string
  readonly email: string
}

/** Reads a report; gives every fault with its field. */
export function readReport(
  given: GivenReport,
  categories: readonly IssueCategory[],
  inside: Inside,
): Result<ReportDraft & { readonly category: string }, ReportFault[]> {
  const faults: ReportFault[] = []
  const say = (field: ReportFault['field'], fault: ReportFault['fault']) => faults.push({ field, fault })
  const category = categories.find(({ code }) => code === given.category)
  if (!given.category) say('category', 'missing')
  else if (!category) say('category', 'unknown')
  const place = oneLine(given.place)
  const point = given.point.trim()
  const geometry = point ? readPoint(point) : undefined
  if (point && !geometry) say('geometry', 'invalid')
  if (geometry && !within(geometry, inside)) say('geometry', 'outside')
  if (!point && !place) say('place', 'missing')
  if (place.length > longest.place) say('place', 'long')
  const body = severalLines(given.body)
  if (!body) say('body', 'missing')
  if (body.length > longestReport) say('body', 'long')
  const answer = readAnswerTo(category, given.answer)
  if (!answer.ok) say('question', answer.error)
  const email = readEmail(given.email.trim())
  if (given.email.trim() && !email) say('email', 'invalid')
  if (faults.length > 0 || !category || !answer.ok) return fail(faults)
  return ok({
    title: titleOf(body, category.name),
    body,
    category: category.name,
    ...(place ? { place } : {}),
    ...(geometry ? { geometry } : {}),
    ...(email ? { email } : {}),
    answers: answer.value ? { [category.question?.label ?? '']: answer.value } : {},
  })
}

const within = (geometry: Geometry, inside: Inside): boolean =>
  geometry.type !== 'Point' || inside(geometry.coordinates[0], geometry.coordinates[1])

function readAnswerTo(category: IssueCategory | undefined, given: string): Result<string, 'missing' | 'unknown' | 'long'> {
  const question = category?.question
  const answer = oneLine(given)
  if (!question) return ok('')
  if (!answer) return question.required ? fail('missing') : ok('')
  if (question.options.length > 0 && !question.options.includes(answer)) return fail('unknown')
  return answer.length > longest.place ? fail('long') : ok(answer)
}
