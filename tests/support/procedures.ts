import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { linkSecret, secretHash } from '#platform/secret-link'
import type { Town } from '#support/house.ts'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
let made = 0

/** A prefix that no other one of this process has: AAAA, AAAB ... */
const nextPrefix = () => {
  const n = made++
  return [17576, 676, 26, 1].map((step) => letters[Math.floor(n / step) % 26]).join('')
}

/** What a test wants of a procedure. Days count from now; `submit` is the time in which people hand in. */
export interface GivenProcedure {
  readonly state?: 'draft' | 'public' | 'withdrawn'
  readonly slug?: string
  readonly moderation?: 'before' | 'after'
  readonly settings?: object
  readonly submit?: readonly [fromDays: number, untilDays: number]
}

/** A procedure of a tenant for ideas, with one phase in which people hand in. */
export async function plantProcedure(town: Town, slug: string, given: GivenProcedure = {}) {
  const db = town.house.database.system
  const [id, prefix] = [randomUUID(), nextPrefix()]
  const one = { id, prefix, slug: given.slug ?? `probe-${id.slice(0, 8)}` }
  const tenant = town.site(slug).id
  const [from, until] = given.submit ?? [-5, 5]
  await sql`insert into participation_procedure (id, tenant, slug, format, state, prefix, title, lead, office, contact, moderation, settings, published_at)
    values (${id}, ${tenant}, ${one.slug}, 'idea-map', ${given.state ?? 'public'}, ${prefix}, 'Probe für den Stadtpark', 'Wir fragen nach dem Park.', 'Grünflächenamt',
      '{"email": "park@ahornstadt.example"}'::jsonb, ${given.moderation ?? 'after'}, ${JSON.stringify(given.settings ?? {})}::jsonb, ${given.state === 'draft' ? null : new Date()})`.execute(
    db,
  )
  await sql`insert into participation_phase (id, tenant, procedure, position, title, starts_at, ends_at, actions)
    values (${randomUUID()}, ${tenant}, ${id}, 0, 'Ideen sammeln', now() + ${from} * interval '1 day', now() + ${until} * interval '1 day', '{read,submit,comment,rate}')`.execute(
    db,
  )
  return one
}

/** A public submission to a fresh procedure of a tenant. */
export async function plantSubmission(town: Town, slug: string, channel: 'web' | 'letter' = 'web') {
  const procedure = await plantProcedure(town, slug)
  const id = randomUUID()
  const hash = secretHash(linkSecret(town.house.config.ALLMENDE_SECRET, 'participation/submission', id))
  await sql`insert into participation_submission (id, tenant, procedure, number, state, title, body, channel, secret_hash)
    values (${id}, ${town.site(slug).id}, ${procedure.id}, 1, 'public', 'Mehr Bänke im Park', 'Mit Lehne.', ${channel}, ${hash})`.execute(
    town.house.database.system,
  )
  return { id, procedure }
}
