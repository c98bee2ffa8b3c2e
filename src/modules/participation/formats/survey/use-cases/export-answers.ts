import type { Kysely } from 'kysely'
import { csvLine } from '#kernel/csv-line.ts'
import type { Inside } from '../../../model/inside.ts'
import type { ParticipationTables } from '../../../store/tables.ts'
import type { Answer, Answers } from '../model/answer.ts'
import { optionsOf, otherOption, type Question } from '../model/questionnaire.ts'
import { countOf, valuesOf } from '../model/results.ts'
import { sentAnswers } from '../store/response-store.ts'
import type { SurveyResults } from './read-results.ts'

const batch = 1000

/** Where points are to lie, and what the column of those elsewhere is called. */
export interface Away {
  readonly inside: Inside
  readonly text: string
}

/** What files of answers say beyond the answers themselves. */
export interface ExportWords {
  /** What "anderes" is called. */
  readonly other: string
  readonly away?: Away | undefined
  /** Where staff fetches an attached file. */
  readonly addressOf: (file: string) => string
}

/** Columns of a question in a table of answers: one for what is one value, one for each part otherwise. */
function columnsOf(
  question: Question,
  { other: otherText, away, addressOf }: ExportWords,
): { readonly name: string; readonly value: (answer: Answer) => string }[] {
  const { id, title, kind } = question
  const options = optionsOf(question, otherText)
  const name = (option: string) => options.find((one) => one.id === option)?.text ?? option
  const one = (value: (answer: Answer) => string) => [{ name: `${id}: ${title}`, value }]
  const each = (parts: Question['options'], value: (answer: Answer, part: string) => string) =>
    parts.map((part) => ({ name: `${id}: ${title} [${part.text}]`, value: (answer: Answer) => value(answer, part.id) }))
  switch (kind) {
    case 'single':
      return [
        ...one((answer) => name(answer.choices?.[0] ?? '')),
        ...(question.other ? each([{ id: otherOption, text: otherText }], (answer) => answer.other ?? '') : []),
      ]
    case 'multiple':
      return each(options, (answer, option) =>
        option === otherOption ? (answer.other ?? '') : answer.choices?.includes(option) ? '1' : '0',
      )
    case 'ranking':
      return each(question.options, (answer, option) => String((answer.order?.indexOf(option) ?? -1) + 1 || ''))
    case 'matrix':
      return each(question.rows, (answer, row) => name(answer.cells?.[row] ?? ''))
    case 'budget':
      return each(question.options, (answer, option) => String(answer.parts?.[option] ?? ''))
    case 'rating':
    case 'number':
      return one((answer) => String(answer.number ?? ''))
    case 'date':
      return one((answer) => answer.day ?? '')
    case 'place':
      return [
        ...one((answer) => answer.text ?? ''),
        // To about a hundred metres: a point may be somebody's door.
        ...each([{ id: 'point', text: 'lon, lat' }], (answer) => answer.point?.map((n) => n.toFixed(3)).join(', ') ?? ''),
        ...(away
          ? each([{ id: 'outside', text: away.text }], ({ point }) => (point && !away.inside(point[0], point[1]) ? '1' : ''))
          : []),
      ]
    case 'file':
      return [
        ...one((answer) => answer.files?.map((file) => file.name).join('\n') ?? ''),
        ...each([{ id: 'links', text: 'URL' }], (answer) => answer.files?.map((file) => addressOf(file.id)).join('\n') ?? ''),
      ]
    default:
      return one((answer) => answer.text ?? '')
  }
}

/** Every sent answer without number, time and link; in the order of random ids, which tells nothing. */
async function* answers(
  db: Kysely<ParticipationTables>,
  procedure: string,
): AsyncGenerator<{ version: number; channel: string; answers: Answers }> {
  let after: string | undefined
  for (;;) {
    const rows = await sentAnswers(db, procedure, after, batch)
    for (const { version, channel, answers } of rows) yield { version, channel, answers }
    after = rows.at(-1)?.id
    if (rows.length < batch) return
  }
}

/** All answers as CSV, a line each. For staff: words are in it. */
export async function* answersCsv(
  db: Kysely<ParticipationTables>,
  { survey, questions }: SurveyResults,
  words: ExportWords,
): AsyncGenerator<string> {
  const columns = questions.flatMap((question) => columnsOf(question, words).map((column) => ({ ...column, id: question.id })))
  yield csvLine(['channel', ...columns.map(({ name }) => name)])
  for await (const one of answers(db, survey.procedure.id))
    yield csvLine([one.channel, ...columns.map(({ id, value }) => (one.answers[id] ? value(one.answers[id]) : ''))])
}

/** All answers as JSON with the questions of all versions. For staff. */
export async function* answersJson(
  db: Kysely<ParticipationTables>,
  { survey, questions }: SurveyResults,
  { away, addressOf }: Pick<ExportWords, 'away' | 'addressOf'>,
): AsyncGenerator<string> {
  yield `{"title":${JSON.stringify(survey.procedure.title)},"questions":${JSON.stringify(questions)},"answers":[`
  let first = true
  for await (const one of answers(db, survey.procedure.id)) {
    const rounded = Object.fromEntries(
      Object.entries(one.answers).map(([id, { point, files, ...rest }]) => [
        id,
        {
          ...rest,
          ...(point ? { point: point.map((n) => Number(n.toFixed(3))) } : {}),
          ...(point && away ? { outside: !away.inside(point[0], point[1]) } : {}),
          ...(files ? { files: files.map((file) => ({ ...file, url: addressOf(file.id) })) } : {}),
        },
      ]),
    )
    yield `${first ? '' : ','}\n${JSON.stringify({ version: one.version, channel: one.channel, answers: rounded })}`
    first = false
  }
  yield ']}\n'
}

/** One line of the counts: what was asked, what was said, how often. */
export interface CountLine {
  readonly question: string
  readonly kind: Question['kind']
  readonly title: string
  readonly said: string
  readonly count: number
  readonly answered: number
}

/** The counts as lines, for everybody: numbers only, never words. */
export function countLines({ questions, tally }: SurveyResults, otherText: string): CountLine[] {
  return questions.flatMap((question): CountLine[] => {
    const { id, kind, title } = question
    const answered = tally[id] ?? 0
    const line = (said: string, key: string) => ({ question: id, kind, title, said, count: countOf(tally, id, key), answered })
    switch (kind) {
      case 'single':
      case 'multiple':
      case 'rating':
        return optionsOf(question, otherText).map((one) => line(one.text, one.id))
      case 'budget':
        return question.options.map((one) => line(one.text, one.id))
      case 'ranking':
        return question.options.flatMap((one) =>
          question.options.map((_, i) => line(`${one.text}: ${i + 1}.`, `${one.id}@${i + 1}`)),
        )
      case 'matrix':
        return question.rows.flatMap((row) =>
          question.options.map((one) => line(`${row.text}: ${one.text}`, `${row.id}@${one.id}`)),
        )
      case 'number':
      case 'date':
        return valuesOf(tally, id).map(({ value }) => line(value, value))
      default:
        return [{ question: id, kind, title, said: '', count: answered, answered }]
    }
  })
}
