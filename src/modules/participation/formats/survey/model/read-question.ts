import { fail, ok, type Result } from '#kernel/result.ts'
import { oneLine, severalLines } from '#kernel/text.ts'
import { readLines } from './edit-questions.ts'
import { fileTypes, isChoosing, mostFiles, type Question, type Quota, stepsOf } from './questionnaire.ts'

/** What is wrong with a question as staff wrote it; the text key is `participation.survey.edit.fault.<fault>`. */
export interface QuestionFault {
  readonly field: string
  readonly fault:
    | 'title-missing'
    | 'title-long'
    | 'help-long'
    | 'options-few'
    | 'options-many'
    | 'option-long'
    | 'rows-missing'
    | 'no-number'
    | 'min-max'
    | 'most'
    | 'files'
    | 'types'
    | 'steps'
    | 'condition-two'
    | 'quota'
  readonly params?: Readonly<Record<string, string | number>>
}

/** Kinds with options that staff writes. */
export const hasOptions = ({ kind }: Pick<Question, 'kind'>): boolean =>
  kind === 'single' || kind === 'multiple' || kind === 'ranking' || kind === 'matrix' || kind === 'budget'

const bound = (text: string): number | null => (text.trim() === '' ? null : Number(text.trim().replace(',', '.')))

/** `ja: 100`, one a line. Undefined for a line that is none, or names no option. */
export function readQuotas(lines: string, question: Pick<Question, 'options' | 'kind' | 'steps'>): Quota[] | undefined {
  const quotas: Quota[] = []
  for (const line of lines.split('\n').map(oneLine).filter(Boolean)) {
    const [, text, most] = /^(.+):\s*(\d{1,7})$/.exec(line) ?? []
    const option =
      question.kind === 'rating'
        ? stepsOf(question).find((step) => step === text)
        : question.options.find((one) => one.text === text)?.id
    if (!option || !most || Number(most) < 1 || Number(most) > 1_000_000) return undefined
    quotas.push({ option, most: Number(most) })
  }
  return quotas
}

/** Quotas as lines to write in. */
export const quotaLines = ({ quotas, options }: Question): string =>
  quotas.map(({ option, most }) => `${options.find(({ id }) => id === option)?.text ?? option}: ${most}`).join('\n')

/**
 * Reads what staff wrote for a question. `ever` is the question with the options of all versions: an option keeps its id as long as it
 * keeps its words. Gives every fault with its field.
 */
export function readQuestion(form: URLSearchParams, now: Question, ever: Question): Result<Question, readonly QuestionFault[]> {
  const faults: QuestionFault[] = []
  const say = (field: string, fault: QuestionFault['fault'], params?: QuestionFault['params']) =>
    faults.push({ field, fault, ...(params ? { params } : {}) })
  const given = (name: string) => form.get(name) ?? ''
  const title = oneLine(given('title'))
  if (!title) say('title', 'title-missing')
  if (title.length > 300) say('title', 'title-long')
  const help = severalLines(given('help'))
  if (help.length > 500) say('help', 'help-long')

  const options = hasOptions(now) ? readLines(given('options'), 'o', ever.options) : []
  const rows = now.kind === 'matrix' ? readLines(given('rows'), 'r', ever.rows) : []
  if (hasOptions(now) && options.length < 2) say('options', 'options-few')
  if (now.kind === 'matrix' && rows.length < 1) say('rows', 'rows-missing')
  if (options.length > 50) say('options', 'options-many')
  if (rows.length > 50) say('rows', 'options-many')
  const long = [...options, ...rows].find(({ text }) => text.length > 200)
  if (long) say(rows.includes(long) ? 'rows' : 'options', 'option-long', { option: `${long.text.slice(0, 40)} ...` })

  const [min, max] = [bound(given('min')), bound(given('max'))]
  if (Number.isNaN(min)) say('min', 'no-number')
  if (Number.isNaN(max)) say('max', 'no-number')
  if (min !== null && max !== null && min > max) say('max', 'min-max')
  const most = bound(given('most'))
  if (most !== null && !(Number.isInteger(most) && most >= 1 && most <= 50)) say('most', 'most')
  const files = now.kind === 'file' ? Number(given('files')) : null
  if (files !== null && !(Number.isInteger(files) && files >= 1 && files <= mostFiles)) say('files', 'files', { most: mostFiles })
  const types = now.kind === 'file' ? fileTypes.filter((one) => form.getAll('types').includes(one)) : now.types
  if (types.length === 0) say('types', 'types')
  const steps = now.kind === 'rating' ? Number(given('steps') || 5) : now.steps
  if (!Number.isInteger(steps) || steps < 2 || steps > 10) say('steps', 'steps')

  const conditions = form.getAll('condition').flatMap((text) => {
    const [question = '', option = ''] = text.split('=')
    return question && option ? [{ question, option }] : []
  })
  const [condition] = conditions
  if (conditions.some(({ question }) => question !== condition?.question)) say('condition', 'condition-two')
  const quotas = isChoosing(now) ? readQuotas(given('quotas'), { options, kind: now.kind, steps }) : []
  if (!quotas) say('quotas', 'quota')
  if (faults.length > 0) return fail(faults)
  return ok({
    ...now,
    title,
    help,
    required: form.has('required'),
    page: form.has('page'),
    options,
    rows,
    other: (now.kind === 'single' || now.kind === 'multiple') && form.has('other'),
    most: now.kind === 'multiple' ? most : files,
    types,
    min: now.kind === 'number' ? min : null,
    max: now.kind === 'number' ? max : null,
    steps,
    low: oneLine(given('low').slice(0, 60)),
    high: oneLine(given('high').slice(0, 60)),
    condition: condition ? { question: condition.question, options: conditions.map(({ option }) => option) } : null,
    quotas: quotas ?? [],
  })
}

/** The answers that a condition of a question may ask for: those of choosing questions before it, as `f1=o2`. */
export const conditionChoices = (
  questions: readonly Question[],
  id: string,
  optionsWithWords: (question: Question) => readonly { readonly id: string; readonly text: string }[],
): { readonly value: string; readonly question: string; readonly text: string }[] => {
  const at = questions.findIndex((one) => one.id === id)
  return questions
    .slice(0, Math.max(at, 0))
    .filter(isChoosing)
    .flatMap((one) =>
      optionsWithWords(one).map((option) => ({ value: `${one.id}=${option.id}`, question: one.title, text: option.text })),
    )
}
