import { type Answers, askedOf, chosen } from './answer.ts'
import { isChoosing, type Question } from './questionnaire.ts'

/** What is counted of a survey: key to number. '' counts whole answers, `f1` those to a question, `f1=o2` what was said to it. */
export type Tally = Readonly<Record<string, number>>

/** Key of what was said: an option, a value, `o1@2` (second place), `r1@o2` (column of a line). */
export const tallyKey = (question: string, said: string): string => `${question}=${said}`

/** What one whole answer adds to the counts. Only questions that were asked count; each is added once. */
export function tallyOf(questions: readonly Question[], answers: Answers): Tally {
  const tally: Record<string, number> = { '': 1 }
  const add = (question: string, said: string, value = 1) => {
    tally[tallyKey(question, said)] = value
  }
  for (const question of askedOf(questions, answers)) {
    const { id } = question
    const answer = answers[id]
    if (!answer) continue
    tally[id] = 1
    if (isChoosing(question)) for (const option of chosen(question, answer)) add(id, option)
    else if (answer.number !== undefined) add(id, String(answer.number))
    if (answer.day) add(id, answer.day)
    for (const [i, option] of (answer.order ?? []).entries()) add(id, `${option}@${i + 1}`)
    for (const [row, column] of Object.entries(answer.cells ?? {})) add(id, `${row}@${column}`)
    for (const [option, part] of Object.entries(answer.parts ?? {})) if (part > 0) add(id, option, part)
  }
  return tally
}

/** The questions that were asked, and answers to them only: what is kept of a whole answer. */
export const keptAnswers = (questions: readonly Question[], answers: Answers): Answers =>
  Object.fromEntries(askedOf(questions, answers).flatMap(({ id }) => (answers[id] ? [[id, answers[id]]] : [])))

/** The quotas that a whole answer touches: key of the count, and how far it may go. */
export const quotasOf = (
  questions: readonly Question[],
  answers: Answers,
): { readonly question: Question; readonly key: string; readonly most: number }[] =>
  askedOf(questions, answers).flatMap((question) =>
    question.quotas
      .filter(({ option }) => chosen(question, answers[question.id]).includes(option))
      .map(({ option, most }) => ({ question, key: tallyKey(question.id, option), most })),
  )
