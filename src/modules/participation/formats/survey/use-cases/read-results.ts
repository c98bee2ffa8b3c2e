import type { Kysely } from 'kysely'
import { lookFirst } from '#catalogue'
import { personalDataIn } from '#kernel/personal-data.ts'
import { stemmedWords } from '#platform/search'
import { type FrequentWord, frequentWords } from '../../../model/analysis/words.ts'
import type { ParticipationTables } from '../../../store/tables.ts'
import { type Cell, hideSmall } from '../model/cross-table.ts'
import { isChoosing, optionsOf, type Question } from '../model/questionnaire.ts'
import { everAsked } from '../model/results.ts'
import type { Tally } from '../model/tally.ts'
import { countsOf, crossCounts } from '../store/count-store.ts'
import { filesTo, type SurveyFile } from '../store/file-store.ts'
import { writtenTo } from '../store/response-store.ts'
import { versionsOf } from '../store/survey-store.ts'
import type { OpenedSurvey } from './open-survey.ts'

type Db = Kysely<ParticipationTables>

/** The counts of a survey with everything that was ever asked. */
export interface SurveyResults {
  readonly survey: OpenedSurvey
  readonly questions: readonly Question[]
  /** Ids of questions and options of now: the others come from earlier versions. */
  readonly current: ReadonlySet<string>
  readonly tally: Tally
}

/** Reads counts, not answers: two questions to the database, whatever the number of answers. */
export async function readResults(db: Db, survey: OpenedSurvey): Promise<SurveyResults> {
  const [tally, versions] = await Promise.all([countsOf(db, survey.procedure.id), versionsOf(db, survey.procedure.id)])
  const now = survey.settings.questions
  return {
    survey,
    tally,
    questions: everAsked(
      now,
      versions.map(({ questions }) => questions),
    ),
    current: new Set(now.flatMap(({ id, options, rows }) => [id, ...[...options, ...rows].map((one) => `${id}=${one.id}`)])),
  }
}

/** How answers to one question go with answers to another; what could reveal persons is hidden. */
export interface CrossTable {
  readonly one: Question
  readonly other: Question
  readonly rows: readonly { readonly text: string; readonly cells: readonly Cell[] }[]
  readonly columns: readonly string[]
}

/** Questions that a cross table may be made of. */
export const crossable = (questions: readonly Question[]): Question[] => questions.filter(isChoosing)

/** A cross table of two different choosing questions; undefined for what cannot be one. Reads every answer once. */
export async function crossTable(
  db: Db,
  { survey, questions }: SurveyResults,
  ids: { readonly one: string; readonly other: string },
  otherText: string,
): Promise<CrossTable | undefined> {
  const find = (id: string) => crossable(questions).find((question) => question.id === id)
  const [one, other] = [find(ids.one), find(ids.other)]
  if (!one || !other || one === other) return undefined
  const counted = await crossCounts(db, survey.procedure.id, one, other)
  const [lines, columns] = [optionsOf(one, otherText), optionsOf(other, otherText)]
  const counts = lines.map((line) =>
    columns.map((column) => counted.find((cell) => cell.one === line.id && cell.other === column.id)?.count ?? 0),
  )
  const cells = hideSmall(counts)
  return {
    one,
    other,
    rows: lines.map(({ text }, i) => ({ text, cells: cells[i] ?? [] })),
    columns: columns.map(({ text }) => text),
  }
}

/** Texts to one question. */
export interface WrittenAnswers {
  readonly question: Question
  readonly texts: readonly { readonly id: string; readonly text: string }[]
  readonly words: readonly FrequentWord[]
  /** How many texts the words were counted in. */
  readonly counted: number
  /** The last one shown, where more follow. */
  readonly next?: string
  /** Not shown, because they may speak of persons. */
  readonly heldBack: number
}

const shownAtOnce = 50
const wordsFrom = 500

/** Questions that people write something to. */
export const isWritten = ({ kind, other }: Question): boolean => kind === 'short' || kind === 'long' || kind === 'place' || other

/** What people wrote to a question, fifty at a time, with the words that most of the first 500 have. For everybody without what may speak of persons. */
export async function writtenAnswers(
  db: Db,
  { survey, questions }: SurveyResults,
  id: string,
  after: string | undefined,
  forStaff: boolean,
): Promise<WrittenAnswers | undefined> {
  const question = questions.find((one) => one.id === id)
  if (!question || !isWritten(question)) return undefined
  const read = (from: string | undefined, most: number) => writtenTo(db, survey.procedure.id, id, from, most)
  const sample = await read(undefined, wordsFrom)
  const rows = after ? await read(after, shownAtOnce + 1) : sample.slice(0, shownAtOnce + 1)
  const page = rows.slice(0, shownAtOnce)
  // Names and car plates are no reason for the catalogue to look first; here they are what is held back.
  const harmless = ({ text }: { readonly text: string }) =>
    forStaff || (lookFirst(text).length === 0 && personalDataIn(text).length === 0)
  const texts = page.filter(harmless)
  const counted = sample.filter(harmless)
  const last = rows.length > shownAtOnce ? page.at(-1) : undefined
  return {
    question,
    texts,
    words: frequentWords(
      counted.map(({ text }) => stemmedWords(text)),
      20,
    ),
    counted: counted.length,
    heldBack: page.length - texts.length,
    ...(last ? { next: last.id } : {}),
  }
}

/** Files to one question, fifty at a time. */
export interface AttachedFiles {
  readonly question: Question
  readonly files: readonly SurveyFile[]
  /** The last one shown, where more follow. */
  readonly next?: string
}

/** What people attached to a question, as far as the connection may read it; undefined where nothing can be attached. */
export async function attachedFiles(
  db: Db,
  { survey, questions }: SurveyResults,
  id: string,
  after: string | undefined,
): Promise<AttachedFiles | undefined> {
  const question = questions.find((one) => one.id === id && one.kind === 'file')
  if (!question) return undefined
  const rows = await filesTo(db, survey.procedure.id, id, after, shownAtOnce + 1)
  const files = rows.slice(0, shownAtOnce)
  const last = rows.length > shownAtOnce ? files.at(-1) : undefined
  return { question, files, ...(last ? { next: last.id } : {}) }
}
