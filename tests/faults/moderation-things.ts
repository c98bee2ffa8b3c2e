import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Params } from '#kernel/route.ts'
import type { Town } from '#support/house.ts'
import { plantComment, plantSubmission, runningProcedure } from '#support/moderated.ts'

async function planted(town: Town, slug: string) {
  const under = { tenant: town.site(slug).id, procedure: (await runningProcedure(town, slug)).id }
  return { under, submission: await plantSubmission(town, under) }
}

/** A public comment. */
export async function freshComment(town: Town, slug: string): Promise<Params> {
  const { under, submission } = await planted(town, slug)
  return { id: await plantComment(town, under, submission) }
}

/** A notice that nobody decided. */
export async function freshNotice(town: Town, slug: string): Promise<Params> {
  const { under, submission } = await planted(town, slug)
  const id = randomUUID()
  await sql`insert into participation_notice (id, tenant, year, number, procedure, submission, address, reason, body, secret_hash)
    values (${id}, ${under.tenant}, 2026, ${randomBytes(3).readUIntBE(0, 3)}, ${under.procedure}, ${submission}, 'https://portal.example', 'spam', 'Werbung', ${randomBytes(32)})`.execute(
    town.house.database.system,
  )
  return { id }
}

/** An objection that nobody decided. */
export async function freshObjection(town: Town, slug: string): Promise<Params> {
  const { under, submission } = await planted(town, slug)
  const [id, statement] = [randomUUID(), randomUUID()]
  const db = town.house.database.system
  await sql`insert into participation_statement (id, tenant, procedure, submission, act, code) values (${statement}, ${under.tenant}, ${under.procedure}, ${submission}, 'hidden', 'spam')`.execute(
    db,
  )
  await sql`insert into participation_objection (id, tenant, statement, party, body) values (${id}, ${under.tenant}, ${statement}, 'author', 'Nein.')`.execute(
    db,
  )
  return { id }
}
