import { formatDay } from '#kernel/day.ts'
import { formatBytes, formatNumber, type Lang, type Translate } from '#kernel/locale.ts'
import type { Answer } from '../model/answer.ts'
import { largestFile, optionsOf, otherOption, type Question } from '../model/questionnaire.ts'
import type { AnswerFault } from '../model/read-answer.ts'
import { fileInWords, typesInWords } from './files-field.tsx'
import type { FieldFault } from './question-groups.tsx'

/** Faults in words, each with the name of its question. */
export const faultsInWords = (faults: readonly AnswerFault[], questions: readonly Question[], t: Translate): FieldFault[] =>
  faults.map((fault) => {
    const question = questions.find(({ id }) => id === fault.question)
    return {
      field: fault.field,
      text: t(`participation.survey.fault.${fault.fault}`, {
        ...fault.params,
        ...(question?.kind === 'file' ? { types: typesInWords(question, t), size: formatBytes(largestFile, t.lang) } : {}),
        question: question?.title ?? fault.question,
      }),
    }
  })

/** An answer as its author reads it, one line for each part; empty where nothing was said. */
export function answerInWords(question: Question, answer: Answer | undefined, t: Translate, lang: Lang): string[] {
  if (!answer) return []
  const options = optionsOf(question, t('participation.survey.other'))
  const name = (id: string) => options.find((one) => one.id === id)?.text ?? id
  const lines: string[] = []
  if (answer.text) lines.push(answer.text)
  for (const one of answer.choices ?? [])
    lines.push(one === otherOption && answer.other ? `${name(one)}: ${answer.other}` : name(one))
  if (answer.number !== undefined)
    lines.push(question.kind === 'rating' ? name(String(answer.number)) : formatNumber(answer.number, lang))
  if (answer.day) lines.push(formatDay(answer.day, lang))
  for (const [i, id] of (answer.order ?? []).entries()) lines.push(`${i + 1}. ${name(id)}`)
  for (const row of question.rows) {
    const column = answer.cells?.[row.id]
    if (column) lines.push(`${row.text}: ${name(column)}`)
  }
  for (const one of question.options) {
    const part = answer.parts?.[one.id]
    if (part) lines.push(`${one.text}: ${part} %`)
  }
  if (answer.point) lines.push(answer.point.join(', '))
  for (const file of answer.files ?? []) lines.push(fileInWords(file, t))
  return lines
}
