import { randomUUID } from 'node:crypto'
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
