import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { allTenants, type IdentityTables, insertTenants, type Tenant, updateTenant } from '#identity'
import { slugOf } from '#kernel/slug.ts'
import type { Database } from '#platform/db'
import type { CatalogueRecord } from '#standards/dcat-ap-de'
import { type DemoEntry, type DemoTenant, demoDatasets, demoTenants, withFiles } from '../demo/demo.ts'
import { labelledRowsAsTurtle } from '../demo/real.ts'
import { type CatalogueHouse, storeOf } from '../house.ts'
import { selfPrefix } from '../model/self.ts'
import { installReference } from '../reference/install.ts'
import { openReference } from '../reference/open.ts'
import type { CatalogueTables } from '../store/tables.ts'
import { publisherOfSite } from './export-catalogue.ts'
import { fingerprintOf, importCatalogue } from './import-catalogue.ts'
import { plantWishes } from './plant-wishes.ts'

export interface DemonstrationHouse extends Omit<CatalogueHouse, 'database' | 'search'> {
  readonly database: Database<CatalogueTables & IdentityTables>
}

type Say = (line: string) => void

/** Does a part once and for all: the mark is an import of the root that came to its end. What a stop left half done is done again and changes nothing that is there. */
export async function once(house: DemonstrationHouse, part: string, load: () => Promise<void>): Promise<void> {
  const mark = `demonstration: ${part}`
  if (await storeOf(house, house.sites().root).wasImported(mark)) return
  await load()
  const store = storeOf(house, house.sites().root)
  await store.finishImport(await store.startImport(mark), { read: 0, created: 0, updated: 0, unchanged: 0, rejected: 0 })
}

/** Loads the invented district and, where real test material lies beside the project, that too. A stop in between is made good at the next start. */
export async function loadDemonstration(house: DemonstrationHouse, say: Say, refresh: () => Promise<unknown>): Promise<void> {
  await once(house, 'the invented district', async () => {
    say('Demonstration: the district of Sennewald with its three municipalities ...')
    await plantTenants(house)
    await refresh()
    await loadEntries(house)
  })
  await once(house, 'wishes and remarks', () => plantWishes(house))
  const shared = path.join(process.env.ALLMENDE_SHARED ?? path.resolve('../shared'), 'data')
  if (existsSync(shared)) await once(house, 'real catalogues', () => loadReal(house, shared, say, refresh))
}

async function plantTenants(house: DemonstrationHouse): Promise<void> {
  const present = await allTenants(house.database.system)
  const ids = new Map(present.map((tenant) => [tenant.slug, tenant.id]))
  const root = present.find((tenant) => tenant.parent === undefined)
  const made = demoTenants.map((demo): Tenant => {
    const id = (demo.parent === undefined ? root?.id : ids.get(demo.slug)) ?? randomUUID()
    ids.set(demo.slug, id)
    return tenantOf(demo, id, demo.parent === undefined ? undefined : ids.get(demo.parent))
  })
  for (const tenant of made.filter((one) => one.parent === undefined)) await updateTenant(house.database.system, tenant)
  await insertTenants(
    house.database.system,
    made.filter((one) => one.parent !== undefined),
  )
}

function tenantOf(demo: DemoTenant, id: string, parent: string | undefined): Tenant {
  const { contact } = demo
  return {
    id,
    slug: demo.slug,
    name: demo.name,
    shortName: demo.shortName,
    kind: demo.kind,
    ...(parent ? { parent } : {}),
    ...(demo.ars ? { officialKey: demo.ars } : {}),
    ...(demo.population ? { population: demo.population } : {}),
    hosts: [],
    languages: demo.languages,
    modules: demo.modules,
    theme: { accentLight: demo.accent.light, accentDark: demo.accent.dark, ...(demo.arms ? { arms: demo.arms } : {}) },
    contact: {
      organisation: contact.organisation,
      email: contact.email,
      phone: contact.phone,
      address: `${contact.street}, ${contact.postalCode} ${contact.locality}`,
    },
    subtitle: demo.tagline,
    officialLine: { de: `Demonstration: ${demo.name} ist erfunden`, en: `Demonstration: ${demo.name} is invented` },
    texts: Object.fromEntries(Object.entries(demo.legal).map(([name, text]) => [name, { ...text }])),
    ...(demo.area ? { area: { type: 'Polygon' as const, coordinates: [...demo.area.geometry.coordinates] } } : {}),
  }
}

async function loadEntries(house: DemonstrationHouse): Promise<void> {
  const addresses = {
    recordUri: (tenant: string, slug: string) => `${selfPrefix}/${tenant}/daten/${slug}`,
    fileUrl: (tenant: string, slug: string, name: string) =>
      `${selfPrefix}/${tenant}/daten/${slug}/datei/${encodeURIComponent(name)}`,
  }
  const byTenant = Map.groupBy(demoDatasets(addresses), (entry) => entry.tenant)
  for (const [slug, entries] of byTenant) {
    const site = house.sites().bySlug(slug)
    if (site)
      await loadTenant(
        house,
        storeOf(house, site),
        entries.map((entry) => withFiles(entry, addresses)),
      )
  }
}

async function loadTenant(
  house: DemonstrationHouse,
  store: ReturnType<typeof storeOf>,
  made: readonly ReturnType<typeof withFiles>[],
): Promise<void> {
  const records = made.map(({ entry }) => ({
    record: entry.dataset as CatalogueRecord,
    hash: fingerprintOf(entry.dataset),
    slug: entry.slug,
    head: null,
  }))
  await store.upsert(records, null)
  const known = await store.pageAfter('', 1000)
  const ids = new Map(known.map((one) => [one.slug, one.id]))
  for (const { entry, files } of made) {
    const resource = ids.get((entry as DemoEntry).slug)
    if (!resource) continue
    for (const file of files) {
      const sha256 = await house.storage.put(file.bytes)
      await store.putFile(resource, {
        name: file.name,
        mediaType: file.mediaType,
        bytes: file.bytes.byteLength,
        sha256,
        columns: file.columns ? [...file.columns] : null,
      })
    }
  }
}

/** Catalogues of real administrations, each as a tenant of its own, so that the view of the Land is full of real things. */
async function loadReal(house: DemonstrationHouse, shared: string, say: Say, refresh: () => Promise<unknown>): Promise<void> {
  say('Reference data: shapes, vocabularies, municipalities ...')
  await installReference({ dataDir: house.config.dataDir, from: shared, progress: () => {} })
  const list = labelledRowsAsTurtle(readFileSync(path.join(shared, 'musterdatenkatalog/nrw-datasets-labelled.csv'), 'utf8'))
  const towns = list.ok ? list.value : new Map<string, string>()
  const dashboard = path.join(shared, 'shacl/dcat-ap-de-testcases/dashboard')
  const files: { name: string; slug: string; kind: Tenant['kind']; file: string }[] = [
    {
      name: 'Land Brandenburg',
      slug: 'brandenburg',
      kind: 'zweckverband',
      file: path.join(dashboard, 'brandenburg-catalog-original-input.ttl'),
    },
    {
      name: 'Hanse- und Universitätsstadt Rostock',
      slug: 'rostock',
      kind: 'gemeinde',
      file: path.join(dashboard, 'rostock-catalog-original-input.rdf'),
    },
    { name: 'Stadt Jena', slug: 'jena', kind: 'gemeinde', file: path.join(shared, 'ckan/ckan.json') },
  ]
  await plantReal(house, [...files, ...[...towns.keys()].map((name) => ({ name, slug: slugOf(name), kind: kindOf(name) }))])
  await refresh()
  for (const { name, slug, file } of files) {
    say(`Real catalogue: ${name} ...`)
    const site = house.sites().bySlug(slug)
    if (site)
      await importCatalogue(storeOf(house, site), {
        name: path.basename(file),
        content: readFileSync(file),
        publisher: publisherOfSite(site, house.config.publicUrl),
      })
  }
  say(`Real data sets of ${towns.size} administrations in North Rhine-Westphalia ...`)
  for (const [name, turtle] of towns) {
    const site = house.sites().bySlug(slugOf(name))
    if (site)
      await importCatalogue(storeOf(house, site), {
        name: `${name}.ttl`,
        content: turtle,
        publisher: publisherOfSite(site, house.config.publicUrl),
      })
  }
}

const kindOf = (name: string): Tenant['kind'] => (/^kreis |-kreis|kreis$/i.test(name) ? 'kreis' : 'gemeinde')

async function plantReal(
  house: DemonstrationHouse,
  wanted: readonly { name: string; slug: string; kind: Tenant['kind'] }[],
): Promise<void> {
  const register = openReference(house.config.dataDir).municipalities()
  const places = register.ok ? register.value : []
  const root = house.sites().root
  const tenants = wanted.map(({ name, slug, kind }): Tenant => {
    const plain = name.replace(/^Stadt /, '')
    const found =
      places.find((place) => place.name === plain && (place.level === 'kreis') === (kind === 'kreis')) ??
      places.find((place) => place.name === plain && place.level === 'gemeinde')
    const key = found && !house.sites().all.some((site) => site.officialKey === found.ars) ? found.ars : undefined
    return {
      id: randomUUID(),
      slug,
      name,
      shortName: plain,
      kind,
      parent: root.id,
      ...(key ? { officialKey: key } : {}),
      ...(found?.population ? { population: found.population } : {}),
      hosts: [],
      languages: ['de', 'en'],
      modules: ['catalogue'],
      theme: {},
      contact: { organisation: name, email: '' },
      subtitle: { de: 'Offene Daten', en: 'Open data' },
      officialLine: { de: 'Demonstration mit echten Metadaten', en: 'Demonstration with real metadata' },
      texts: {},
    }
  })
  await insertTenants(house.database.system, tenants)
}
