import { fail, ok, type Result } from '#kernel/result.ts'
import type { Site } from '#kernel/site.ts'
import { type ParticipationHouse, staffDb } from '../../../house.ts'
import { type Acting, noteSetup } from '../../../use-cases/setup/acting.ts'
import { copyQuestion, moveQuestion, nextId, type OrderFault, removeQuestion, replaceQuestion } from '../model/edit-questions.ts'
import type { Question, QuestionKind, SurveySettings } from '../model/questionnaire.ts'
import { type QuestionFault, readQuestion } from '../model/read-question.ts'
import { everAsked } from '../model/results.ts'
import { insertCodes } from '../store/code-store.ts'
import { saveSettings, versionsOf } from '../store/survey-store.ts'
import { completeQuestion, surveySettings } from '../survey-settings.ts'
import { codeHash, newCode } from './invitation-code.ts'
import { type OpenedSurvey, surveyById } from './open-survey.ts'

/** Somebody else saved in the meantime, it is not there, or it is more than a survey may hold. */
export type SaveFault = 'stale' | 'gone' | 'too-much'

/** Which survey a form changes, and the version of the procedure that it was filled in on. */
export interface SurveyPlace {
  readonly id: string
  readonly version: number
}

/** A survey of the tenant with everything that was ever asked in it. */
export async function surveyForStaff(
  house: ParticipationHouse,
  site: Site,
  id: string,
): Promise<{ readonly survey: OpenedSurvey; readonly ever: readonly Question[] } | undefined> {
  const db = staffDb(house, site)
  const survey = await surveyById(db, site.id, id)
  if (!survey) return undefined
  const versions = await versionsOf(db, id)
  return {
    survey,
    ever: everAsked(
      survey.settings.questions,
      versions.map(({ questions }) => questions),
    ),
  }
}

/** Changes settings, where nobody else did since the procedure's `version`. The database makes a new version of questions that were answered. */
async function change<Fault>(
  house: ParticipationHouse,
  staff: Acting,
  at: SurveyPlace,
  work: (settings: SurveySettings, ever: readonly Question[]) => Result<SurveySettings, Fault>,
): Promise<Result<SurveySettings, Fault | SaveFault>> {
  const opened = await surveyForStaff(house, staff.site, at.id)
  if (!opened) return fail('gone')
  const { survey, ever } = opened
  if (survey.procedure.version !== at.version) return fail('stale')
  const changed = work(survey.settings, ever)
  if (!changed.ok) return changed
  // What cannot be read back would be a survey without questions.
  if (!surveySettings.safeParse(changed.value).success) return fail('too-much')
  return staffDb(house, staff.site)
    .transaction()
    .execute(async (trx) => {
      if (!(await saveSettings(trx, staff.site.id, at.id, at.version, changed.value))) return fail('stale' as const)
      await noteSetup(trx, staff, 'change-survey', survey.procedure)
      return changed
    })
}

const withQuestions =
  <Fault>(edit: (questions: readonly Question[], ever: readonly Question[]) => Result<readonly Question[], Fault>) =>
  (settings: SurveySettings, ever: readonly Question[]): Result<SurveySettings, Fault> => {
    const questions = edit(settings.questions, ever)
    return questions.ok ? ok({ ...settings, questions: questions.value }) : questions
  }

const ids = (questions: readonly Question[]) => questions.map(({ id }) => id)

/** What can be done with one question in the list. */
export const questionDeeds = ['up', 'down', 'copy', 'remove'] as const
export type QuestionDeed = (typeof questionDeeds)[number]

/** Moves, copies or removes a question. */
export const arrangeQuestion = (
  house: ParticipationHouse,
  staff: Acting,
  at: SurveyPlace,
  question: string,
  deed: QuestionDeed,
) =>
  change(
    house,
    staff,
    at,
    withQuestions((questions, ever) => {
      if (deed === 'copy') return copyQuestion(questions, question, nextId('f', ids(ever)))
      return deed === 'remove' ? removeQuestion(questions, question) : moveQuestion(questions, question, deed === 'up' ? -1 : 1)
    }),
  )

const startingOptions: Partial<Readonly<Record<QuestionKind, readonly string[]>>> = {
  single: ['ja', 'nein'],
  matrix: ['gut', 'mittel', 'schlecht'],
}

/** Adds a question of a kind at the end; its id is the last of the settings given back. */
export const addQuestion = (house: ParticipationHouse, staff: Acting, at: SurveyPlace, kind: QuestionKind, title: string) =>
  change(
    house,
    staff,
    at,
    withQuestions<never>((questions, ever) =>
      ok([
        ...questions,
        completeQuestion({
          id: nextId('f', ids(ever)),
          kind,
          title,
          ...(kind === 'file' ? { most: 3 } : {}),
          options: (startingOptions[kind] ?? []).map((text, i) => ({ id: `o${i + 1}`, text })),
        }),
      ]),
    ),
  )

/** Writes what staff typed for a question. */
export const editQuestion = (
  house: ParticipationHouse,
  staff: Acting,
  at: SurveyPlace,
  question: string,
  form: URLSearchParams,
) =>
  change(
    house,
    staff,
    at,
    withQuestions<OrderFault | readonly QuestionFault[]>((questions, ever) => {
      const now = questions.find(({ id }) => id === question)
      const known = ever.find(({ id }) => id === question)
      if (!now || !known) return fail({ fault: 'gone', question, other: '' })
      const read = readQuestion(form, now, known)
      return read.ok ? replaceQuestion(questions, read.value) : read
    }),
  )

/** Says who may read results and texts, whether codes are wanted, and what happens with points elsewhere. */
export const setSurvey = (
  house: ParticipationHouse,
  staff: Acting,
  at: SurveyPlace,
  given: Pick<SurveySettings, 'results' | 'texts' | 'codes' | 'outside'>,
) => change<never>(house, staff, at, (settings) => ok({ ...settings, ...given }))

/** As many codes at once as fit a print run. */
export const mostCodes = 5000

/** Makes invitation codes. They are given back once, to be printed; only fingerprints are kept. */
export async function makeCodes(
  house: ParticipationHouse,
  staff: Acting,
  id: string,
  count: number,
): Promise<readonly string[] | undefined> {
  const db = staffDb(house, staff.site)
  const survey = await surveyById(db, staff.site.id, id)
  if (!survey) return undefined
  const codes = Array.from({ length: count }, newCode)
  const hashes = codes.flatMap((code) => codeHash(house.config.ALLMENDE_SECRET, id, code) ?? [])
  await db.transaction().execute(async (trx) => {
    await insertCodes(trx, staff.site.id, id, hashes)
    await noteSetup(trx, staff, 'make-survey-codes', survey.procedure)
  })
  return codes
}
