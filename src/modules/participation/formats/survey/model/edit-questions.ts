import { fail, ok, type Result } from '#kernel/result.ts'
import { oneLine } from '#kernel/text.ts'
import { isChoosing, type Question } from './questionnaire.ts'

/** Why an order of questions is not possible: one depends on another. */
export interface OrderFault {
  readonly fault: 'before-condition' | 'others-depend' | 'gone'
  readonly question: string
  readonly other: string
}

/** The next id of a kind (`f`, `o`, `r`) that was never given, in no version: answers keep what they mean. */
export function nextId(letter: string, used: Iterable<string>): string {
  let last = 0
  for (const id of used) {
    const number = id.startsWith(letter) ? Number(id.slice(1)) : Number.NaN
    if (Number.isInteger(number)) last = Math.max(last, number)
  }
  return `${letter}${last + 1}`
}

/** Every condition names a choosing question that stands before it; the first fault otherwise. */
export function orderFault(questions: readonly Question[]): OrderFault | undefined {
  for (const [i, one] of questions.entries()) {
    if (!one.condition) continue
    const at = questions.findIndex(({ id }) => id === one.condition?.question)
    const other = questions[at]
    if (!other || !isChoosing(other)) return { fault: 'others-depend', question: one.title, other: other?.title ?? '' }
    if (at >= i) return { fault: 'before-condition', question: one.title, other: other.title }
  }
  return undefined
}

const checked = (questions: readonly Question[]): Result<readonly Question[], OrderFault> => {
  const fault = orderFault(questions)
  return fault ? fail(fault) : ok(questions)
}

const gone = (id: string) => fail<OrderFault>({ fault: 'gone', question: id, other: '' })

/** Moves a question one place up (-1) or down (1); at the end nothing changes. */
export function moveQuestion(questions: readonly Question[], id: string, step: -1 | 1): Result<readonly Question[], OrderFault> {
  const at = questions.findIndex((one) => one.id === id)
  const [here, there] = [questions[at], questions[at + step]]
  if (!here) return gone(id)
  if (!there) return ok(questions)
  return checked(questions.map((one, i) => (i === at ? there : i === at + step ? here : one)))
}

/** Puts a copy with a new id behind a question. */
export function copyQuestion(
  questions: readonly Question[],
  id: string,
  copyId: string,
): Result<readonly Question[], OrderFault> {
  const at = questions.findIndex((one) => one.id === id)
  const one = questions[at]
  if (!one) return gone(id)
  return ok([...questions.slice(0, at + 1), { ...one, id: copyId, page: false }, ...questions.slice(at + 1)])
}

/** Takes a question out, unless another depends on it. */
export function removeQuestion(questions: readonly Question[], id: string): Result<readonly Question[], OrderFault> {
  const one = questions.find((candidate) => candidate.id === id)
  if (!one) return gone(id)
  const depending = questions.find(({ condition }) => condition?.question === id)
  if (depending) return fail({ fault: 'others-depend', question: depending.title, other: one.title })
  return ok(questions.filter((candidate) => candidate !== one))
}

/** The same question with new content, where the order of conditions still holds. */
export const replaceQuestion = (questions: readonly Question[], one: Question): Result<readonly Question[], OrderFault> =>
  questions.some(({ id }) => id === one.id) ? checked(questions.map((old) => (old.id === one.id ? one : old))) : gone(one.id)

/** Options from lines, one each. A line with the words of an option that was ever there is that option; any other is a new one. */
export function readLines(
  lines: string,
  letter: 'o' | 'r',
  ever: readonly { readonly id: string; readonly text: string }[],
): { readonly id: string; readonly text: string }[] {
  const taken: { id: string; text: string }[] = []
  for (const line of lines.split('\n')) {
    const text = oneLine(line)
    if (!text || taken.some((one) => one.text === text)) continue
    const known = ever.find((one) => one.text === text && !taken.some(({ id }) => id === one.id))
    taken.push({
      id:
        known?.id ??
        nextId(
          letter,
          [...ever, ...taken].map(({ id }) => id),
        ),
      text,
    })
  }
  return taken
}
