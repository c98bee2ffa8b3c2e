/** Kinds of questions. */
export const kinds = [
  'short',
  'long',
  'single',
  'multiple',
  'rating',
  'ranking',
  'matrix',
  'number',
  'date',
  'place',
  'budget',
  'file',
] as const
export type QuestionKind = (typeof kinds)[number]

/** What may be attached, in the order in which it is named. */
export const fileTypes = ['image', 'pdf', 'office'] as const
export type FileType = (typeof fileTypes)[number]

/** What can be chosen. The id stays when others come, go or move. */
export interface Choice {
  readonly id: string
  readonly text: string
}

/** Asked only if one of these answers was given to an earlier question. */
export interface Condition {
  readonly question: string
  readonly options: readonly string[]
}

/** So many answers may choose this option; then the group is complete. */
export interface Quota {
  readonly option: string
  readonly most: number
}

/** A question with everything that belongs to it; what its kind does not need is empty. */
export interface Question {
  readonly id: string
  readonly kind: QuestionKind
  readonly title: string
  readonly help: string
  readonly required: boolean
  /** Begins a new page. */
  readonly page: boolean
  /** What is chosen, ordered, or shared out; the columns of a matrix. */
  readonly options: readonly Choice[]
  /** The lines of a matrix. */
  readonly rows: readonly Choice[]
  /** Offers "anderes" with words of one's own. */
  readonly other: boolean
  /** How many may be chosen; null: all. Of files: how many may be attached; null: one. */
  readonly most: number | null
  /** What kinds of files may be attached. */
  readonly types: readonly FileType[]
  /** Bounds of a number. */
  readonly min: number | null
  readonly max: number | null
  /** Steps of a rating, from 1 on, and the words at its ends. */
  readonly steps: number
  readonly low: string
  readonly high: string
  readonly condition: Condition | null
  readonly quotas: readonly Quota[]
}

/** What a town may set in a survey. */
export interface SurveySettings {
  /** Counted up by the database when questions change after somebody answered. */
  readonly version: number
  readonly questions: readonly Question[]
  /** When everybody may read the results. */
  readonly results: 'live' | 'after' | 'staff'
  /** Texts that people wrote stand in the public results. */
  readonly texts: boolean
  /** Only who has a code may take part, once. */
  readonly codes: boolean
  /** What happens with a point outside of the area. */
  readonly outside: 'mark' | 'refuse'
}

/** Files at one question, questions for files in one survey, and bytes of one file: as much as a good phone makes of a photo. */
export const mostFiles = 5
export const mostFileQuestions = 5
export const largestFile = 15_000_000

/** How many files may be the answer to a question. */
export const filesAllowed = ({ most }: Pick<Question, 'most'>): number => Math.min(most ?? 1, mostFiles)

/** What kinds of files a question takes, in the order in which they are named. */
export const typesOf = ({ types }: Pick<Question, 'types'>): readonly FileType[] => fileTypes.filter((one) => types.includes(one))

/** Whether something is attached at one of these questions: their form brings files. */
export const asksForFiles = (questions: readonly Pick<Question, 'kind'>[]): boolean =>
  questions.some(({ kind }) => kind === 'file')

/** Stands for "anderes" among the options. */
export const otherOption = 'other'

/** Kinds whose answers are options: conditions and cross tables speak of them. */
export const isChoosing = ({ kind }: Pick<Question, 'kind'>): boolean =>
  kind === 'single' || kind === 'multiple' || kind === 'rating'

/** The steps of a rating as text: 1 to `steps`. */
export const stepsOf = (question: Pick<Question, 'steps'>): string[] =>
  Array.from({ length: question.steps }, (_, i) => String(i + 1))

/** The options of a choosing question with their words; `other` is what "anderes" is called. */
export function optionsOf(question: Question, other: string): readonly Choice[] {
  if (question.kind === 'rating')
    return stepsOf(question).map((step, i, all) => ({
      id: step,
      text: [step, i === 0 ? question.low : i === all.length - 1 ? question.high : ''].filter(Boolean).join(' – '),
    }))
  return question.other ? [...question.options, { id: otherOption, text: other }] : question.options
}
