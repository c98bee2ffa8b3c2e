import { isChoosing, type Question } from './questionnaire.ts'

/** A file that was attached. Name, type and size stand in its row, too; the row goes when the answer names it no longer. */
export interface AnswerFile {
  readonly id: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
}

/** What somebody answered to one question; which parts are there depends on its kind. */
export interface Answer {
  /** Short and long text; the words of a place. Personal: blanked at the end of retention. */
  readonly text?: string
  readonly choices?: readonly string[]
  /** Words for "anderes". Personal as `text`. */
  readonly other?: string
  /** Rating and number. */
  readonly number?: number
  /** A calendar day. */
  readonly day?: string
  /** Options in the order they were put; those without a place are left out. */
  readonly order?: readonly string[]
  /** Line of a matrix to its column. */
  readonly cells?: Readonly<Record<string, string>>
  /** Per cent for each option. */
  readonly parts?: Readonly<Record<string, number>>
  /** Longitude and latitude in WGS 84. Personal as `text`. */
  readonly point?: readonly [number, number]
  /** Personal as `text`. */
  readonly files?: readonly AnswerFile[]
}

/** Question to answer. */
export type Answers = Readonly<Record<string, Answer>>

/** Files by what stands for them in a form: their ids, or the secrets of those that belong to no answer yet. */
export type KnownFiles = ReadonlyMap<string, AnswerFile>

/** The files that answers name, by their ids. */
export const filesIn = (answers: Answers): KnownFiles =>
  new Map(Object.values(answers).flatMap(({ files = [] }) => files.map((file) => [file.id, file] as const)))

/** What was chosen, as conditions and cross tables speak of it. */
export const chosen = (question: Question, answer: Answer | undefined): readonly string[] =>
  question.kind === 'rating' ? (answer?.number === undefined ? [] : [String(answer.number)]) : (answer?.choices ?? [])

/** The questions that are asked of somebody with these answers, in order: those whose condition holds. */
export function askedOf(questions: readonly Question[], answers: Answers): Question[] {
  const asked = new Map<string, Question>()
  for (const one of questions) {
    if (one.condition) {
      const before = asked.get(one.condition.question)
      const { options } = one.condition
      if (!before || !isChoosing(before) || !chosen(before, answers[before.id]).some((option) => options.includes(option)))
        continue
    }
    asked.set(one.id, one)
  }
  return [...asked.values()]
}

/**
 * The questions page by page. A question that depends on one of the same page begins a new one: without script, a page cannot
 * know what was just answered on it.
 */
export function pagesOf(questions: readonly Question[]): Question[][] {
  const pages: Question[][] = []
  for (const one of questions) {
    const page = pages.at(-1)
    const depends = page?.some(({ id }) => id === one.condition?.question)
    if (!page || one.page || depends) pages.push([one])
    else page.push(one)
  }
  return pages
}

/** The next page from `from` on, in steps of 1 or -1, on which something is asked; undefined where there is none. */
export function pageFrom(questions: readonly Question[], answers: Answers, from: number, step: 1 | -1): number | undefined {
  const pages = pagesOf(questions)
  const asked = new Set(askedOf(questions, answers).map(({ id }) => id))
  for (let at = from; at >= 0 && at < pages.length; at += step) if (pages[at]?.some(({ id }) => asked.has(id))) return at
  return undefined
}
