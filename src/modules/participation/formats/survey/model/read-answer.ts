import { readDay } from '#kernel/deadline.ts'
import { readLonLat } from '#kernel/lon-lat.ts'
import { fail, ok, type Result } from '#kernel/result.ts'
import { oneLine, severalLines } from '#kernel/text.ts'
import type { Answer, Answers, KnownFiles } from './answer.ts'
import { filesAllowed, otherOption, type Question } from './questionnaire.ts'

/** What is wrong with a file; all but `file-gone` and `file-many` name it. */
export type FileFault =
  | 'file-empty'
  | 'file-large'
  | 'file-kind'
  | 'file-macros'
  | 'file-broken'
  | 'file-many'
  | 'file-gone'
  | 'file-later'

/** What is wrong with an answer; the text key is `participation.survey.fault.<fault>`, it names the question. */
export interface AnswerFault {
  readonly question: string
  /** The field the line leads to. */
  readonly field: string
  readonly fault:
    | 'missing'
    | 'long'
    | 'unknown'
    | 'too-many'
    | 'other-missing'
    | 'no-number'
    | 'too-small'
    | 'too-large'
    | 'no-day'
    | 'twice'
    | 'row-missing'
    | 'no-point'
    | 'outside'
    | 'no-share'
    | 'not-hundred'
    | FileFault
  readonly params?: Readonly<Record<string, string | number>>
}

export const longest = { short: 300, long: 5000, other: 200, place: 200 } as const

/** The name of a part of a question's field: an option of a ranking, a line of a matrix, the words of "anderes". */
export const partName = (question: Pick<Question, 'id'>, part: string): string => `${question.id}-${part}`

type Read = Result<Answer | undefined, Omit<AnswerFault, 'question' | 'field'> & { readonly part?: string }>
type Reader = (question: Question, form: URLSearchParams, known: KnownFiles) => Read

const none: Read = ok(undefined)

const text =
  (clean: (text: string) => string, most: number): Reader =>
  ({ id }, form) => {
    const said = clean(form.get(id) ?? '')
    if (said.length > most) return fail({ fault: 'long', params: { most } })
    return said ? ok({ text: said }) : none
  }

const choice: Reader = (question, form) => {
  const known = new Set([...question.options.map(({ id }) => id), ...(question.other ? [otherOption] : [])])
  const given = [...new Set(form.getAll(question.id).filter(Boolean))]
  if (given.some((one) => !known.has(one))) return fail({ fault: 'unknown' })
  const most = question.kind === 'single' ? 1 : (question.most ?? known.size)
  if (given.length > most) return fail({ fault: 'too-many', params: { most } })
  if (given.length === 0) return none
  const other = oneLine(form.get(partName(question, otherOption)) ?? '')
  if (!given.includes(otherOption)) return ok({ choices: given })
  if (!other) return fail({ fault: 'other-missing', part: otherOption })
  if (other.length > longest.other) return fail({ fault: 'long', part: otherOption, params: { most: longest.other } })
  return ok({ choices: given, other })
}

const rating: Reader = ({ id, steps }, form) => {
  const said = form.get(id) ?? ''
  if (!said) return none
  const number = Number(said)
  return Number.isInteger(number) && number >= 1 && number <= steps ? ok({ number }) : fail({ fault: 'unknown' })
}

/** `1.234,5`, `1234.5` and `1234` as a number with at most two places; NaN for what is none. */
export function readNumber(said: string): number {
  const text = said.replace(/[\s\u00a0]/g, '')
  if (!/^[-+]?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$|^[-+]?\d*\.?\d+$/.test(text)) return Number.NaN
  const plain = /,/.test(text) || /^[-+]?[1-9]\d{0,2}(\.\d{3})+$/.test(text) ? text.replaceAll('.', '').replace(',', '.') : text
  return Math.round(Number(plain) * 100) / 100
}

const number: Reader = ({ id, min, max }, form) => {
  const said = (form.get(id) ?? '').trim()
  if (!said) return none
  const value = readNumber(said)
  if (!Number.isFinite(value) || Math.abs(value) > 1e12) return fail({ fault: 'no-number' })
  if (min !== null && value < min) return fail({ fault: 'too-small', params: { min } })
  if (max !== null && value > max) return fail({ fault: 'too-large', params: { max } })
  return ok({ number: value })
}

const date: Reader = ({ id }, form) => {
  const said = (form.get(id) ?? '').trim()
  if (!said) return none
  const day = readDay(said)
  return day ? ok({ day }) : fail({ fault: 'no-day' })
}

const ranking: Reader = (question, form) => {
  const places = question.options.flatMap(({ id }) => {
    const place = form.get(partName(question, id)) ?? ''
    return place ? [{ id, place: Number(place) }] : []
  })
  if (places.some(({ place }) => !Number.isInteger(place) || place < 1 || place > question.options.length))
    return fail({ fault: 'unknown' })
  const twice = places.find(({ place }, i) => places.slice(0, i).some((other) => other.place === place))
  if (twice) return fail({ fault: 'twice', part: twice.id, params: { place: twice.place } })
  return places.length > 0 ? ok({ order: places.toSorted((a, b) => a.place - b.place).map(({ id }) => id) }) : none
}

const matrix: Reader = (question, form) => {
  const known = new Set(question.options.map(({ id }) => id))
  const cells: Record<string, string> = {}
  for (const row of question.rows) {
    const column = form.get(partName(question, row.id)) ?? ''
    if (column && !known.has(column)) return fail({ fault: 'unknown', part: row.id })
    if (column) cells[row.id] = column
  }
  const given = Object.keys(cells).length
  const empty = question.rows.find(({ id }) => !cells[id])
  if (question.required && given > 0 && empty) return fail({ fault: 'row-missing', part: empty.id, params: { row: empty.text } })
  return given > 0 ? ok({ cells }) : none
}

const place: Reader = (question, form) => {
  const words = oneLine(form.get(question.id) ?? '')
  if (words.length > longest.place) return fail({ fault: 'long', params: { most: longest.place } })
  const said = (form.get(partName(question, 'point')) ?? '').trim()
  const at = readLonLat(said)
  if (said && !at) return fail({ fault: 'no-point', part: 'point' })
  if (!words && !at) return none
  const round = (value: number) => Math.round(value * 1e5) / 1e5
  return ok({
    ...(words ? { text: words } : {}),
    ...(at ? { point: [round(at[0]), round(at[1])] as const } : {}),
  })
}

const budget: Reader = (question, form) => {
  const parts: Record<string, number> = {}
  let given = false
  for (const { id, text } of question.options) {
    const said = (form.get(partName(question, id)) ?? '').trim()
    const value = said ? readNumber(said.replace(/\s*%$/, '')) : 0
    if (!Number.isInteger(value) || value < 0 || value > 100)
      return fail({ fault: 'no-share', part: id, params: { option: text } })
    if (said && value > 0) given = true
    parts[id] = value
  }
  if (!given) return none
  const sum = Object.values(parts).reduce((all, part) => all + part, 0)
  return sum === 100 ? ok({ parts }) : fail({ fault: 'not-hundred', params: { sum } })
}

/** Files that are there already: new ones were kept before the form is read. */
const file: Reader = (question, form, known) => {
  const given = [...new Set(form.getAll(question.id).filter(Boolean))]
  const files = given.flatMap((one) => known.get(one) ?? [])
  if (files.length < given.length) return fail({ fault: 'file-gone' })
  if (files.length > filesAllowed(question)) return fail({ fault: 'file-many', params: { most: filesAllowed(question) } })
  return files.length > 0 ? ok({ files }) : none
}

const readers: Readonly<Record<Question['kind'], Reader>> = {
  short: text(oneLine, longest.short),
  long: text(severalLines, longest.long),
  single: choice,
  multiple: choice,
  rating,
  ranking,
  matrix,
  number,
  date,
  place,
  budget,
  file,
}

/** Where the first field of a question is, for a line of the error summary. */
export const firstField = (question: Question): string => {
  const first = question.kind === 'ranking' || question.kind === 'budget' ? question.options[0] : undefined
  const part = question.kind === 'matrix' ? question.rows[0] : first
  return part ? partName(question, part.id) : question.id
}

/** Reads one answer from a form: undefined where nothing was said. */
export function readAnswer(
  question: Question,
  form: URLSearchParams,
  known: KnownFiles = new Map(),
): Result<Answer | undefined, AnswerFault> {
  const read = readers[question.kind](question, form, known)
  if (read.ok) {
    if (read.value || !question.required) return read
    return fail({ question: question.id, field: firstField(question), fault: 'missing' })
  }
  const { part, ...rest } = read.error
  return fail({ ...rest, question: question.id, field: part ? partName(question, part) : firstField(question) })
}

/** Reads the answers of a page; what is sound is given along with the faults, so that nothing that can be kept is lost. */
export function readPage(
  questions: readonly Question[],
  form: URLSearchParams,
  known: KnownFiles = new Map(),
): { readonly answers: Answers; readonly faults: readonly AnswerFault[] } {
  const answers: Record<string, Answer> = {}
  const faults: AnswerFault[] = []
  for (const question of questions) {
    const read = readAnswer(question, form, known)
    if (!read.ok) faults.push(read.error)
    else if (read.value) answers[question.id] = read.value
  }
  return { answers, faults }
}

/** Whether something was only left out: on paper nobody can be asked again. */
export const isLeftOut = ({ fault }: AnswerFault): boolean => fault === 'missing' || fault === 'row-missing'

/** Faults of points that lie elsewhere; undefined where points may lie anywhere. */
export const pointsOutside = (
  questions: readonly Question[],
  answers: Answers,
  inside: ((lon: number, lat: number) => boolean) | undefined,
): AnswerFault[] =>
  questions.flatMap((question): AnswerFault[] => {
    const point = answers[question.id]?.point
    return point && inside && !inside(point[0], point[1])
      ? [{ question: question.id, field: partName(question, 'point'), fault: 'outside' }]
      : []
  })

/** An answer as its fields hold it: the reverse of readAnswer. */
function fieldsOf(question: Question, answer: Answer | undefined): URLSearchParams {
  const form = new URLSearchParams()
  if (!answer) return form
  if (answer.text !== undefined) form.set(question.id, answer.text)
  for (const one of answer.choices ?? []) form.append(question.id, one)
  if (answer.other !== undefined) form.set(partName(question, otherOption), answer.other)
  if (answer.number !== undefined) form.set(question.id, String(answer.number).replace('.', ','))
  if (answer.day !== undefined) form.set(question.id, answer.day)
  for (const [i, id] of (answer.order ?? []).entries()) form.set(partName(question, id), String(i + 1))
  for (const [row, column] of Object.entries(answer.cells ?? {})) form.set(partName(question, row), column)
  for (const [id, part] of Object.entries(answer.parts ?? {})) form.set(partName(question, id), String(part))
  if (answer.point) form.set(partName(question, 'point'), answer.point.join(', '))
  for (const { id } of answer.files ?? []) form.append(question.id, id)
  return form
}

/** The answers to some questions as the fields of a form hold them. */
export const formOf = (questions: readonly Question[], answers: Answers): URLSearchParams =>
  new URLSearchParams(questions.flatMap((one) => [...fieldsOf(one, answers[one.id])]))
