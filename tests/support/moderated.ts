import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Town } from '#support/house.ts'
import { insertProcedureOf, type PlantedProcedure, type ProcedureGiven } from '#support/procedure.ts'

/** What `runningProcedure` gives. */
export type TestProcedure = PlantedProcedure

let made = 0
/** A prefix that no other procedure has: MAAB, MAAC ... Four letters of chance meet twice among some hundred. */
function letters(): string {
  const number = ++made
  return `M${[676, 26, 1].map((part) => String.fromCharCode(65 + (Math.floor(number / part) % 26))).join('')}`
}

/** Makes a public collection of ideas that began three days ago and ends in a month, with an address and a prefix of its own. */
export const runningProcedure = (
  town: Town,
  slug: string,
  given: Pick<ProcedureGiven, 'slug' | 'prefix' | 'moderation'> = {},
): Promise<TestProcedure> =>
  insertProcedureOf(town, slug, {
    slug: `platz-${randomBytes(4).toString('hex')}`,
    prefix: letters(),
    title: 'Der Platz',
    opens: -72,
    closes: 720,
    ...given,
  })

interface Under {
  readonly tenant: string
  readonly procedure: string
}

/** A submission; the words and state as given. Gives its id. */
export async function plantSubmission(
  town: Town,
  { tenant, procedure }: Under,
  given: { title?: string; body?: string; state?: string; secretHash?: Buffer } = {},
): Promise<string> {
  const id = randomUUID()
  await sql`with number as (
      insert into participation_number (procedure, tenant, last) values (${procedure}, ${tenant}, 1)
      on conflict (procedure) do update set last = participation_number.last + 1 returning last
    )
    insert into participation_submission (id, tenant, procedure, number, state, title, body, secret_hash)
    select ${id}, ${tenant}, ${procedure}, last, ${given.state ?? 'public'}, ${given.title ?? 'Mehr Bänke'}, ${given.body ?? 'Im Schatten bitte.'}, ${given.secretHash ?? randomBytes(32)} from number`.execute(
    town.house.database.system,
  )
  return id
}

/** A comment under a submission. Gives its id. */
export async function plantComment(
  town: Town,
  { tenant, procedure }: Under,
  submission: string,
  given: { body?: string; state?: string; parent?: string } = {},
): Promise<string> {
  const id = randomUUID()
  await sql`insert into participation_comment (id, tenant, procedure, submission, parent, state, body, secret_hash)
    values (${id}, ${tenant}, ${procedure}, ${submission}, ${given.parent ?? null}, ${given.state ?? 'public'}, ${given.body ?? 'Das finde ich auch.'}, ${randomBytes(32)})`.execute(
    town.house.database.system,
  )
  return id
}
