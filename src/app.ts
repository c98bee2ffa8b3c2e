// The composition root: the only file that knows every room.
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import { type CatalogueTables, openReference, ownedEntries, staffDb } from '#catalogue'
import { type IdentityTables, identifier, keepSites, type PersonalRoom, programIdentifier, type SiteKeeper } from '#identity'
import { catalogueApiHandlers, catalogueApiRoutes } from '#interop/catalogue-api'
import { ckanHandlers, ckanRoutes } from '#interop/ckan'
import { cswHandlers, cswRoutes } from '#interop/csw'
import { dataJsonHandlers, dataJsonRoutes } from '#interop/data-json'
import { dcatHandlers, dcatRoutes } from '#interop/dcat'
import { feedHandlers } from '#interop/feeds'
import { oaiPmhHandlers, oaiPmhRoutes } from '#interop/oai-pmh'
import { ogcRecordsHandlers, ogcRecordsRoutes } from '#interop/ogc-records'
import { sitemapHandlers, sitemapRoutes } from '#interop/sitemap'
import { sparqlHandlers, sparqlRoutes } from '#interop/sparql'
import type { Command } from '#kernel/command.ts'
import { joinMessages, type Translate, translator } from '#kernel/locale.ts'
import type { ModuleDefinition } from '#kernel/module.ts'
import type { Route } from '#kernel/route.ts'
import type { Site } from '#kernel/site.ts'
import {
  catalogueCommands,
  catalogueCounts,
  catalogueDefinition,
  catalogueHandlers,
  catalogueHome,
  cataloguePersonal,
  catalogueSearchSchema,
  catalogueStaff,
  defineCatalogueJobs,
  doubtRecords,
  settleChangeOrder,
  wishPersonal,
} from '#plaques/catalogue'
import {
  defineHarvestJobs,
  type HarvestTables,
  harvestCommands,
  harvestCounts,
  harvestDefinition,
  harvestHandlers,
} from '#plaques/harvest'
import {
  armsAddress,
  closeDemoAccounts,
  identityCommands,
  identityCounts,
  identityDefinition,
  identityHandlers,
  identityRoutes,
  identityStaff,
  themeAddress,
} from '#plaques/identity'
import {
  defineParticipationJobs,
  type ParticipationTables,
  participationCommands,
  participationCounts,
  participationDefinition,
  participationHandlers,
  participationPersonal,
} from '#plaques/participation'
import { defineQualityJobs, type QualityTables, qualityCounts, qualityDefinition, qualityHandlers } from '#plaques/quality'
import { defineWebhookJobs, type WebhooksTables, webhooksCounts, webhooksDefinition, webhooksHandlers } from '#plaques/webhooks'
import type { Config } from '#platform/config'
import { type Database, migrate, openDatabase, startPostgres } from '#platform/db'
import {
  assetTable,
  createServer,
  type HomeContent,
  httpEnglish,
  httpGerman,
  type StaffContent,
  type Visit,
} from '#platform/http'
import { type Jobs, openJobs, prepareJobs } from '#platform/jobs'
import { type Log, openLog } from '#platform/log'
import { type Mail, mailEnglish, mailGerman, openMail } from '#platform/mail'
import { type Metrics, openMetrics } from '#platform/metrics'
import { type AllowedHosts, type Outbound, openOutbound, readAllowedHosts } from '#platform/outbound-fetch'
import { isWebProcess, savesForAll } from '#platform/processes'
import type { SearchIndex } from '#platform/search'
import { openSearchIndex } from '#platform/search'
import { openLocalStorage, type Storage } from '#platform/storage'
import { faultView, framed, shellDefinition, shellHandlers } from '#shell'
import { de as uiDe } from '#ui/locales/de.ts'
import { en as uiEn } from '#ui/locales/en.ts'
import { migrateCommand, serveCommand } from './serve.ts'

type Tables = IdentityTables & CatalogueTables & ParticipationTables & HarvestTables & QualityTables & WebhooksTables

/** Everything a command or the server works with. `close` ends what was opened. */
export interface House {
  readonly config: Config
  readonly log: Log
  readonly metrics: Metrics
  readonly database: Database<Tables>
  readonly keeper: SiteKeeper
  /** Modules that a tenant may switch on and off. */
  readonly switchable: readonly string[]
  readonly storage: Storage
  /** Work for later: handed in by everybody, done by `serve`. */
  readonly jobs: Jobs
  readonly mail: Mail
  /** The one way out to addresses that others named. */
  readonly outbound: Outbound
  /** Rooms that keep something about persons with an account. */
  readonly rooms: readonly PersonalRoom[]
  index(): Promise<SearchIndex>
  sites(): ReturnType<SiteKeeper['current']>
  now(): Date
  close(): Promise<void>
}

/** Where styles and islands were built: around this file once it is built, in dist/ while the sources run as they are. */
const dist = path.resolve(path.dirname(fileURLToPath(import.meta.url)), import.meta.url.endsWith('.ts') ? '../dist' : '..')

const definitions: readonly ModuleDefinition[] = [
  shellDefinition,
  identityDefinition,
  catalogueDefinition,
  harvestDefinition,
  qualityDefinition,
  webhooksDefinition,
  participationDefinition,
]

/** What messages to receivers point to. */
export const messageApi = { dataset: catalogueApiRoutes.dataset, changes: catalogueApiRoutes.changes }

/** Every permission of the house, with the roles that have it. */
export const permissionDefinitions = definitions.flatMap((definition) => definition.permissions)

/** Rooms besides identity that keep something about persons with an account: asked for an export, and told of an erasure. */
const personalRooms = (config: Config): readonly PersonalRoom[] => [
  cataloguePersonal,
  wishPersonal(config),
  participationPersonal(config),
]

/** Every route of the house by room. */
export const allRoutes = (): { room: string; routes: Readonly<Record<string, Route>> }[] => [
  ...definitions.map(({ id, routes }) => ({ room: id, routes })),
  { room: 'dcat', routes: dcatRoutes },
  { room: 'catalogue-api', routes: catalogueApiRoutes },
  { room: 'ckan', routes: ckanRoutes },
  { room: 'csw', routes: cswRoutes },
  { room: 'data-json', routes: dataJsonRoutes },
  { room: 'oai-pmh', routes: oaiPmhRoutes },
  { room: 'ogc-records', routes: ogcRecordsRoutes },
  { room: 'sitemap', routes: sitemapRoutes },
  { room: 'sparql', routes: sparqlRoutes },
]

/** Pages for everybody whose address has no parameter: what begins with _ is for those who build. */
const plainPages = (): Route[] =>
  allRoutes()
    .flatMap(({ routes }) => Object.values(routes))
    .filter((route) => route.page && route.permission === 'public' && !/:|^\/_|^\/anmelden\//.test(route.path))

const words: Record<string, ReturnType<typeof joinMessages>> = {
  de: joinMessages([uiDe, httpGerman, mailGerman, ...definitions.map((definition) => definition.locales.de ?? {})]),
  en: joinMessages([uiEn, httpEnglish, mailEnglish, ...definitions.map((definition) => definition.locales.en ?? {})]),
}
const translators = new Map(Object.entries(words).map(([lang, messages]) => [lang, translator(lang, messages, words.de)]))

/** The texts of all rooms in a language; German where there is no such language. */
export const translate = (lang: string): Translate => translators.get(lang) ?? (translators.get('de') as Translate)

/** Every action that the audit log can tell in a sentence. */
const auditActions = Object.keys(words.de ?? {}).flatMap((key) => {
  const [, room, verb] = /^([a-z]+)\.audit\.([a-z-]+)$/.exec(key) ?? []
  return room && verb ? [`${room}/${verb}`] : []
})

/** What the installed register of municipalities says about an official key; it knows North Rhine-Westphalia (05). */
const municipalityOf = (house: Pick<House, 'config'>) => async (key: string) => {
  const table = openReference(house.config.dataDir).municipalities()
  if (!table.ok || !key.startsWith('05')) return 'no-table'
  return table.value.find((one) => one.ars === key || one.ags === key) ?? 'unknown'
}

const allowedHosts = (config: Config): AllowedHosts => {
  const hosts = readAllowedHosts(config.OUTBOUND_ALLOWED_HOSTS)
  return 'fault' in hosts ? () => false : hosts.allowed
}

/** Opens the house: database (the built-in one unless another is named), migrations, tenants, storage and this process's copy of the index. */
export async function openHouse(config: Config, options: { quiet: boolean }): Promise<House> {
  const log = openLog(options.quiet ? 'error' : config.LOG_LEVEL)
  const own = config.DATABASE_URL ? undefined : await startPostgres(config.dataDir)
  const url = config.DATABASE_URL ?? (own?.url as string)
  // A web process is started by the one that has done this.
  if (!isWebProcess()) {
    await migrate(url)
    await prepareJobs(url)
  }
  const connections = isWebProcess() ? Math.max(4, Math.ceil(16 / config.webProcesses)) : 12
  const database = openDatabase<Tables>(url, { statementTimeout: config.STATEMENT_TIMEOUT_MS, connections })
  if (!isWebProcess()) await settleChangeOrder(database.system as never)
  const keeper = await keepSites(database.system)
  const metrics = openMetrics()
  const jobs = openJobs(url, { log, metrics })
  let search: Promise<SearchIndex> | undefined
  const house: House = {
    config,
    log,
    metrics,
    database,
    jobs,
    mail: openMail({ config, database, jobs, log, metrics }),
    outbound: openOutbound({ allowed: allowedHosts(config) }),
    keeper,
    rooms: personalRooms(config),
    storage: openLocalStorage(path.join(config.dataDir, 'files')),
    // The index is opened when it is first asked for: most commands do without.
    index: () => {
      search ??= openSearchIndex({
        directory: path.join(config.dataDir, 'search'),
        schema: catalogueSearchSchema,
        name: 'catalogue',
        saveAfter: options.quiet || !savesForAll() ? 0 : 20_000,
        readers: options.quiet ? 1 : config.searchReaders,
      })
      return search
    },
    sites: keeper.current,
    switchable: definitions.filter((definition) => definition.switchable).map((definition) => definition.id),
    now: () => new Date(),
    async close() {
      await jobs.stop()
      house.outbound.close()
      if (search) await (await search).close()
      await database.close()
      await own?.stop()
    },
  }
  defineParticipationJobs(jobs, house)
  defineHarvestJobs(jobs, house)
  defineQualityJobs(jobs, house)
  defineWebhookJobs(jobs, { ...house, api: messageApi })
  defineCatalogueJobs(jobs, house, async () => ({ ...house, search: await house.index() }))
  return house
}

/** Builds the web server of an open house. */
export async function openServer(house: House, log: Log = house.log): Promise<FastifyInstance> {
  const asset = assetTable(dist)
  await closeDemoAccounts(house)
  const identify = identifier(house.database.system as never, permissionDefinitions)
  const parts = {
    ...house,
    log,
    search: await house.index(),
    identify,
    identifyProgram: programIdentifier(house.database.system as never, permissionDefinitions),
    asset,
    translate,
    municipality: municipalityOf(house),
    auditActions,
    ownedBy: (site: Site, people: readonly string[]) => ownedEntries(staffDb(house, site), people),
    ownedAt: (visit: Visit, person: string) => visit.to(catalogueDefinition.routes.entries as Route, {}, { person }),
  }
  const hasCatalogue = (visit: Visit) => visit.site.modules.includes('catalogue')
  const contents = {
    home: async (visit: Visit): Promise<HomeContent[]> => (hasCatalogue(visit) ? [await catalogueHome(parts, visit)] : []),
    staff: async (visit: Visit): Promise<StaffContent[]> =>
      Promise.all([...(hasCatalogue(visit) ? [catalogueStaff(parts, visit)] : []), identityStaff(parts, visit)]),
  }
  const { recent } = house.mail
  const legal = (['imprint', 'privacy', 'accessibility'] as const).map((name) => ({
    route: identityRoutes[name],
    label: name === 'accessibility' ? 'identity.accessibility.footer' : `identity.${name}`,
  }))
  const search = {
    route: catalogueDefinition.routes.search as Route,
    label: 'catalogue.search.label',
    suggestions: catalogueDefinition.routes.suggest as Route,
  }
  return createServer({
    config: house.config,
    log,
    metrics: house.metrics,
    handlers: [
      ...shellHandlers(
        contents,
        { folder: path.join(path.dirname(fileURLToPath(import.meta.url)), 'ui/components'), asset },
        recent && (() => recent(100)),
      ),
      ...identityHandlers({
        ...parts,
        permissions: permissionDefinitions,
        staffHome: shellDefinition.routes.staff as Route,
        translate,
      }),
      ...catalogueHandlers(parts),
      ...harvestHandlers(parts),
      ...qualityHandlers(parts),
      ...webhooksHandlers({ ...parts, api: messageApi }),
      ...participationHandlers({ ...parts, themeUrl: themeAddress }),
      ...dcatHandlers(parts),
      ...feedHandlers(parts),
      ...catalogueApiHandlers(parts),
      ...ckanHandlers(parts),
      ...cswHandlers(parts),
      ...dataJsonHandlers(parts),
      ...oaiPmhHandlers(parts),
      ...ogcRecordsHandlers(parts),
      ...sparqlHandlers(parts),
      ...sitemapHandlers(parts, { pages: plainPages(), ownPage: identityRoutes.ownPage }),
    ],
    sites: house.sites,
    translate,
    identify,
    signIn: (visit, wanted) =>
      visit.to(wanted === 'person' ? identityRoutes.signIn : identityRoutes.secondFactor, {}, { weiter: visit.path }),
    counts: async (visit) => {
      const rooms = await Promise.all([
        identityCounts(parts, visit),
        hasCatalogue(visit) ? catalogueCounts(parts, visit) : {},
        hasCatalogue(visit) ? harvestCounts(parts, visit) : {},
        hasCatalogue(visit) ? qualityCounts(parts, visit) : {},
        hasCatalogue(visit) ? webhooksCounts(parts, visit) : {},
        visit.site.modules.includes(participationDefinition.id) ? participationCounts(parts, visit) : {},
      ])
      return Object.assign({}, ...rooms)
    },
    render: framed({
      definitions,
      asset,
      themeUrl: themeAddress,
      armsUrl: armsAddress,
      legal,
      account: identityRoutes.account,
      signOut: identityRoutes.signOut,
      ownPage: identityRoutes.ownPage,
      search,
    }),
    faultView: (visit, problem) => faultView(visit, problem, search),
    assets: path.join(dist, 'assets'),
    written: () => doubtRecords(house.database),
    now: house.now,
  })
}

/** All commands of `./allmende`. */
export const houseCommands: readonly Command<House, Config>[] = [
  serveCommand,
  migrateCommand,
  ...identityCommands,
  ...catalogueCommands,
  ...harvestCommands,
  ...participationCommands,
]
