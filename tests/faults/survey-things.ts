import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Params } from '#kernel/route.ts'
import type { Town } from '#support/house.ts'

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

let made = 0
/** A prefix that no other procedure of the tests has: UAAA, UAAB ... */
function prefix(): string {
  const number = ++made
  return `U${[676, 26, 1].map((part) => String.fromCharCode(65 + (Math.floor(number / part) % 26))).join('')}`
}

/** A survey of a tenant that has not begun. */
export async function freshSurvey(town: Town, slug: string): Promise<Params> {
  const id = randomUUID()
  await sql`insert into participation_procedure (id, tenant, slug, format, prefix, title, lead, office, settings)
    values (${id}, ${town.site(slug).id}, ${`umfrage-${id}`}, 'survey', ${prefix()}, 'Busverkehr', 'Sagen Sie es uns.', 'Verkehrsplanung', ${JSON.stringify({ questions })}::jsonb)`.execute(
    town.house.database.system,
  )
  return { id }
}

/** A question of such a survey. */
export const freshSurveyQuestion = async (town: Town, slug: string): Promise<Params> => ({
  ...(await freshSurvey(town, slug)),
  question: 'f1',
})
