import { type Kysely, sql } from 'kysely'
import type { ParticipationTables } from '../../../store/tables.ts'
import type { Question, SurveySettings } from '../model/questionnaire.ts'
import { readQuestions } from '../survey-settings.ts'

type Db = Kysely<ParticipationTables>

/** A survey in the list of staff. */
export interface ListedSurvey {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly state: 'draft' | 'public' | 'withdrawn'
  readonly questions: number
  readonly answers: number
}

/** The surveys of a tenant, the newest first. */
export async function listSurveys(db: Db, tenant: string): Promise<ListedSurvey[]> {
  const { rows } = await sql<ListedSurvey>`
    select p.id, p.slug, p.title, p.state, coalesce(jsonb_array_length(p.settings->'questions'), 0) as questions, coalesce(c.n, 0)::int as answers
    from participation_procedure p left join participation_survey_count c on c.procedure = p.id and c.key = ''
    where p.tenant = ${tenant} and p.format = 'survey' order by p.created_at desc, p.id limit 500`.execute(db)
  return rows
}

/** The questionnaires that were answered so far, the oldest first. */
export async function versionsOf(
  db: Db,
  procedure: string,
): Promise<{ readonly version: number; readonly questions: readonly Question[] }[]> {
  const { rows } = await sql<{ version: number; questions: readonly Question[] }>`
    select version, questions from participation_survey_version where procedure = ${procedure} order by version`.execute(db)
  return rows.map(({ version, questions }) => ({ version, questions: readQuestions(questions) }))
}

/** Writes the settings of a survey if nobody else did since `version` of the procedure; false when somebody did. */
export async function saveSettings(
  trx: Db,
  tenant: string,
  id: string,
  version: number,
  settings: SurveySettings,
): Promise<boolean> {
  const done =
    await sql`update participation_procedure set settings = ${JSON.stringify(settings)}::jsonb, version = version + 1, changed_at = now()
    where tenant = ${tenant} and id = ${id} and version = ${version} and format = 'survey'`.execute(trx)
  return Number(done.numAffectedRows ?? 0) > 0
}
