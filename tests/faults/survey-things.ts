import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Params } from '#kernel/route.ts'
import type { Town } from '#support/house.ts'
import { insertProcedureOf } from '#support/procedure.ts'

const questions = [
  {
    id: 'f1',
    kind: 'single',
    title: 'Fahren Sie Bus?',
    options: [
      { id: 'o1', text: 'ja' },
      { id: 'o2', text: 'nein' },
    ],
  },
  { id: 'f2', kind: 'long', title: 'Warum?' },
]

/** A survey of a tenant that is not public yet. */
export async function freshSurvey(town: Town, slug: string): Promise<Params> {
  const { id } = await insertProcedureOf(town, slug, {
    slug: `umfrage-${randomUUID()}`,
    format: 'survey',
    settings: { questions },
    state: 'draft',
    actions: ['read', 'submit'],
  })
  return { id }
}

/** A question of such a survey. */
export const freshSurveyQuestion = async (town: Town, slug: string): Promise<Params> => ({
  ...(await freshSurvey(town, slug)),
  question: 'f1',
})

/** A file that is the answer to a question of such a survey. */
export async function freshSurveyFile(town: Town, slug: string): Promise<Params> {
  const survey = await freshSurvey(town, slug)
  const [response, file, tenant] = [randomUUID(), randomUUID(), town.site(slug).id]
  const { database, storage } = town.house
  const sha256 = await storage.put(Buffer.from('%PDF-'))
  await sql`insert into participation_survey_version (tenant, procedure, version, questions) values (${tenant}, ${survey.id}, 1, '[]')`.execute(
    database.system,
  )
  await sql`insert into participation_survey_response (id, tenant, procedure, version, state, number, sent_at)
    values (${response}, ${tenant}, ${survey.id}, 1, 'sent', 1, now())`.execute(database.system)
  await sql`insert into participation_survey_file (id, tenant, procedure, question, response, name, sha256, media_type, bytes)
    values (${file}, ${tenant}, ${survey.id}, 'f1', ${response}, 'brief.pdf', ${sha256}, 'application/pdf', 5)`.execute(
    database.system,
  )
  return { ...survey, file }
}
