import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { type Action, insertProcedure, type Phase, setProcedureState, writePhases } from '#participation'
import { participationDefinition } from '#plaques/participation'
import { linkSecret, secretHash } from '#platform/secret-link'
import type { TestHouse, Town } from '#support/house.ts'

const hour = 3_600_000

/** A procedure that is public, with one phase in which everything its format allows may be done. */
export interface PlantedProcedure {
  readonly id: string
  readonly slug: string
  /** What its numbers begin with: SP for the first of a tenant. */
  readonly prefix: string
}

/** What a test says about a procedure; everything else is ordinary. `opens` and `closes` are hours from now. */
export interface ProcedureGiven {
  readonly slug?: string
  readonly prefix?: string
  readonly title?: string
  readonly format?: string
  readonly settings?: unknown
  readonly moderation?: 'before' | 'after'
  readonly opens?: number
  readonly closes?: number | null
  readonly actions?: readonly Action[]
  readonly state?: 'draft' | 'public'
}

/** How many prefixes the tenants of a database were given here: two that ask at once get two. */
const handedOut = new WeakMap<object, Map<string, number>>()

/** A prefix that no procedure of the tenant has: SP, then SPAA, SPAB ... */
async function nextPrefix(town: Town, tenant: string): Promise<string> {
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from participation_procedure where tenant = ${tenant}`.execute(town.house.database.system)
  const here = handedOut.get(town.house.database) ?? new Map<string, number>()
  const count = Math.max(rows[0]?.n ?? 0, here.get(tenant) ?? 0)
  handedOut.set(town.house.database, here.set(tenant, count + 1))
  const n = count - 1
  const letter = (at: number) => String.fromCharCode(65 + (at % 26))
  return n < 0 ? 'SP' : `${letter(Math.floor(n / 676) + 18)}P${letter(Math.floor(n / 26))}${letter(n)}`
}

/** Switches participation on for a town and plants a procedure there. */
export async function plantProcedure(town: TestHouse, slug: string, given: ProcedureGiven = {}): Promise<PlantedProcedure> {
  const { modules } = town.site(slug)
  if (!modules.includes(participationDefinition.id)) await town.switchModules(slug, [...modules, participationDefinition.id])
  return insertProcedureOf(town, slug, given)
}

/** The same where participation is switched on already. */
export async function insertProcedureOf(town: Town, slug: string, given: ProcedureGiven = {}): Promise<PlantedProcedure> {
  const { system } = town.house.database
  const tenant = town.site(slug).id
  const one = { id: randomUUID(), slug: given.slug ?? 'spielplatz', prefix: given.prefix ?? (await nextPrefix(town, tenant)) }
  await insertProcedure(system, tenant, one.id, {
    format: given.format ?? 'idea-map',
    prefix: one.prefix,
    slug: one.slug,
    title: given.title ?? 'Spielplatz am Ahornweg: was fehlt?',
    lead: 'Der Spielplatz wird erneuert. Sagen Sie uns, was fehlt.',
    about: '',
    fixed: ['Die Schaukel bleibt.'],
    open: ['Braucht es Wasser?'],
    basis: [],
    office: 'Grünflächenamt',
    contact: { email: 'gruen@ahornstadt.example' },
    place: 'Ahornweg',
    area: null,
    identity: {},
    moderation: given.moderation ?? 'after',
    settings: given.settings ?? {},
    answerBy: null,
    retentionMonths: 12,
  })
  await setPhase(town, slug, one.id, given)
  if (given.state !== 'draft') await setProcedureState(system, tenant, one.id, ['draft'], 'public', null)
  return one
}

/** Gives a procedure the one phase that it has from now on. */
export async function setPhase(town: Town, slug: string, procedure: string, given: ProcedureGiven): Promise<void> {
  const now = Date.now()
  const closes = given.closes === undefined ? 24 : given.closes
  const phase: Phase = {
    id: randomUUID(),
    track: 'public',
    position: 0,
    title: 'Ideen sammeln',
    note: '',
    label: '',
    startsAt: new Date(now + (given.opens ?? -1) * hour),
    endsAt: closes === null ? null : new Date(now + closes * hour),
    actions: given.actions ?? ['read', 'submit', 'comment', 'rate'],
  }
  await writePhases(town.house.database.system, town.site(slug).id, procedure, 'public', [phase])
}

/** A public submission with the number 1 to a procedure of a tenant; gives its id. */
export async function plantSubmission(
  town: Town,
  slug: string,
  procedure: string,
  channel: 'web' | 'letter' = 'web',
): Promise<string> {
  const id = randomUUID()
  const hash = secretHash(linkSecret(town.house.config.ALLMENDE_SECRET, 'participation/submission', id))
  await sql`insert into participation_submission (id, tenant, procedure, number, state, title, body, channel, secret_hash)
    values (${id}, ${town.site(slug).id}, ${procedure}, 1, 'public', 'Mehr Bänke im Park', 'Mit Lehne.', ${channel}, ${hash})`.execute(
    town.house.database.system,
  )
  return id
}
