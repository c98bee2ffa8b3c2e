import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { type BoxDraft, codeHash, insertBox, insertCodes, newCode, saveProject } from '#participation'
import type { TestHouse, Town } from '#support/house.ts'
import { insertProcedureOf, type ProcedureGiven, plantProcedure } from '#support/procedure.ts'

/** A citizens' budget that is voted on, with three projects: 600, 500 and 300 euros of 1,000. */
export interface PlantedBudget {
  readonly procedure: string
  readonly box: { readonly id: string; readonly procedure: string; readonly register: string }
  /** The address of the ballot, below the town. */
  readonly ballot: string
  /** Codes of letters. */
  readonly codes: readonly string[]
}

export const threeProjects = [
  { key: 'A', title: 'Brunnen', cost: 60_000 },
  { key: 'B', title: 'Bänke', cost: 50_000 },
  { key: 'C', title: 'Lastenrad', cost: 30_000 },
] as const

/** Plants a budget in a town. `level` is what one must show to vote; `codes` that many letters. */
export async function plantBudget(
  town: Town | TestHouse,
  slug: string,
  given: ProcedureGiven & Partial<BoxDraft> & { readonly level?: string; readonly codes?: number } = {},
): Promise<PlantedBudget> {
  const { system } = town.house.database
  const plant = (one: ProcedureGiven) =>
    'switchModules' in town ? plantProcedure(town, slug, one) : insertProcedureOf(town, slug, one)
  const planted = await plant({
    ...given,
    slug: given.slug ?? 'haushalt',
    title: given.title ?? 'Bürgerhaushalt',
    format: 'citizens-budget',
    actions: given.actions ?? ['read', 'vote'],
  })
  const tenant = town.site(slug).id
  const procedure = planted.id
  const id = randomUUID()
  await sql`update participation_procedure set identity = ${JSON.stringify({ vote: given.level ?? 'code' })}::jsonb where id = ${procedure}`.execute(
    system,
  )
  await insertBox(system, {
    id,
    tenant,
    procedure,
    position: 0,
    slug: 'gesamt',
    title: 'Ganze Stadt',
    kind: given.kind ?? 'knapsack',
    rule: given.rule ?? 'greedy',
    threshold: null,
    budget: given.budget ?? 100_000,
    fewest: given.fewest ?? 1,
    most: given.most ?? null,
    points: given.points ?? 10,
    each: given.each ?? null,
    register: id,
  })
  for (const { key, title, cost } of threeProjects)
    await saveProject(system, tenant, {
      id: randomUUID(),
      procedure,
      submission: null,
      box: id,
      key,
      title,
      summary: `${title} für alle.`,
      place: 'Mitte',
      state: 'checked',
      cost,
      office: 'Grünflächenamt',
      note: '',
    })
  const codes = Array.from({ length: given.codes ?? 3 }, () => newCode())
  const secret = town.house.config.ALLMENDE_SECRET
  await insertCodes(
    system,
    { tenant, procedure, batch: 'Probe' },
    codes.map((code) => codeHash(secret, procedure, code)),
  )
  return {
    procedure,
    box: { id, procedure, register: id },
    ballot: `/${slug}/mitmachen/${planted.slug}/stimmzettel/gesamt`,
    codes,
  }
}

/** The receipt code on a page; '' where there is none. */
export const receiptOn = (html: string): string => (/alm-receipt__no">([^<]+)</.exec(html)?.[1] ?? '').replaceAll(' ', '')
