import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { type House, openHouse } from '#app'
import { type CatalogueHouse, type CatalogueStore, storeOf } from '#catalogue'
import { allTenants, insertTenants, type Tenant, updateTenant } from '#identity'
import type { Site } from '#kernel/site.ts'
import { catalogueDefinition, keepCatalogueCurrent, keepQualityCurrent } from '#plaques/catalogue'
import { readConfig } from '#platform/config'
import { type CatalogueRecord, encodeRecord } from '#standards/dcat-ap-de'
import { contentHash } from '#standards/rdf'
import { testDatabase } from '#support/database.ts'
import { until } from '#support/until.ts'

export { until }

/** An open house on a database and in a folder of its own, with four tenants: Land, Kreis, and two Gemeinden in it. */
export interface TestHouse {
  house: House
  site(slug: string): Site
  store(slug: string): CatalogueStore
  /** Publishes records as one import; gives their outcomes. */
  publish(slug: string, records: readonly CatalogueRecord[]): Promise<string[]>
  /** From now on the index follows the database; waits until it shows what is there already. */
  follow(): Promise<void>
  /** Waits until the index has seen everything that is committed by now. */
  indexed(): Promise<void>
  switchModules(slug: string, modules: readonly string[]): Promise<void>
  close(): Promise<void>
}

/** What makes things for tenants: of a test's own house, or of the demonstration. */
export type Town = Pick<TestHouse, 'house' | 'site' | 'store' | 'publish'>

/** The tenants of the tests, in the order in which they can be inserted. */
export const places = { land: 'land', kreis: 'kreis-birkenau', stadt: 'ahornstadt', dorf: 'buchendorf' } as const

/** A tenant with sensible content; `given` replaces parts. */
export function tenant(given: Partial<Tenant> & { slug: string }): Tenant {
  const name = given.name ?? given.slug
  return {
    id: randomUUID(),
    name,
    shortName: name,
    kind: 'gemeinde',
    hosts: [],
    languages: ['de', 'en'],
    modules: [catalogueDefinition.id],
    theme: {},
    contact: { organisation: name, email: `daten@${given.slug}.example` },
    subtitle: { de: 'Offene Daten', en: 'Open data' },
    officialLine: { de: `Offizielle Website: ${name}`, en: `Official website: ${name}` },
    texts: {},
    ...given,
  }
}

async function plant(house: House, given: Partial<Record<keyof typeof places, Partial<Tenant>>>): Promise<void> {
  const [root] = await allTenants(house.database.system)
  if (!root) throw new Error('the house has no root')
  await updateTenant(house.database.system, { ...root, name: 'Land Probe', shortName: 'Probe', ...given.land })
  const kreis = tenant({
    slug: places.kreis,
    name: 'Kreis Birkenau',
    kind: 'kreis',
    parent: root.id,
    officialKey: '05001',
    ...given.kreis,
  })
  const stadt = tenant({
    slug: places.stadt,
    name: 'Stadt Ahornstadt',
    shortName: 'Ahornstadt',
    parent: kreis.id,
    officialKey: '050010001001',
    ...given.stadt,
  })
  const dorf = tenant({
    slug: places.dorf,
    name: 'Gemeinde Buchendorf',
    shortName: 'Buchendorf',
    parent: kreis.id,
    officialKey: '050010002002',
    ...given.dorf,
  })
  await insertTenants(house.database.system, [kreis, stadt, dorf])
  await house.keeper.refresh()
}

export interface TestHouseOptions {
  env?: Readonly<Record<string, string>>
  tenants?: Partial<Record<keyof typeof places, Partial<Tenant>>>
  /** The clock of the program, where a test wants it to differ from the database's. */
  now?: () => Date
}

/** The tenants of an open house. */
export function townOf(house: House): Town {
  const site = (slug: string) => {
    const found = house.sites().bySlug(slug)
    if (!found) throw new Error(`no tenant ${slug}`)
    return found
  }
  const store = (slug: string) => storeOf(house, site(slug))
  return {
    house,
    site,
    store,
    async publish(slug, records) {
      const incoming = records.map((record) => ({ record, hash: contentHash(encodeRecord(record)), head: null }))
      return (await store(slug).upsert(incoming, 'probe')).map((one) => one.outcome)
    },
  }
}

/** Opens a house for one test file. `close` removes everything it left. */
export async function testHouse(options: TestHouseOptions = {}): Promise<TestHouse> {
  const database = await testDatabase()
  const data = mkdtempSync(path.join(tmpdir(), 'allmende-house-'))
  const env = {
    DATABASE_URL: database.url,
    ALLMENDE_DATA: data,
    PUBLIC_URL: 'https://portal.example',
    METRICS_PORT: '0',
    LOG_LEVEL: 'silent',
    ...options.env,
  }
  const opened = await openHouse(readConfig(env), { quiet: false })
  const house = options.now ? { ...opened, now: options.now } : opened
  await plant(house, options.tenants ?? {})
  const keepers: { stop(): Promise<void> }[] = []
  const { site, store, publish } = townOf(house)
  const whole = async (): Promise<CatalogueHouse> => ({ ...house, search: await house.index() })
  const indexed = async () => {
    const search = await house.index()
    const waiting = async () => {
      const { rows } = await sql<{
        n: number
      }>`select count(*)::int as n from platform_event where xid > ${String(await search.cursor())}::xid8`.execute(
        house.database.system,
      )
      return rows[0]?.n ?? 0
    }
    await until(
      async () => (await waiting()) === 0 && (await search.stats()).documents === (await store(places.land).count()),
      20,
      'that the index has seen everything',
    )
  }
  return {
    house,
    site,
    store,
    publish,
    async follow() {
      keepers.push(
        await keepCatalogueCurrent(await whole(), { onChange: () => house.keeper.refresh() }),
        keepQualityCurrent(house),
      )
      await indexed()
    },
    indexed,
    async switchModules(slug, modules) {
      const all = await allTenants(house.database.system)
      const one = all.find((candidate) => candidate.slug === slug)
      if (one) await updateTenant(house.database.system, { ...one, modules })
      await house.keeper.refresh()
    },
    async close() {
      await Promise.all(keepers.map((keeper) => keeper.stop()))
      await house.close()
      await database.close()
      rmSync(data, { recursive: true, force: true })
    },
  }
}
