import { createReadStream, existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { type Command, type Io, WrongCall } from '#kernel/command.ts'
import { translator } from '#kernel/locale.ts'
import type { Site, Sites } from '#kernel/site.ts'
import { slugOf } from '#kernel/slug.ts'
import type { Config } from '#platform/config'
import type { Database } from '#platform/db'
import { fetchDocument, type Outbound, openOutbound, readAllowedHosts } from '#platform/outbound-fetch'
import type { SearchIndex } from '#platform/search'
import { rdfGerman } from '#standards/rdf'
import { type CatalogueHouse, storeOf } from './house.ts'
import { keepIndexCurrent } from './jobs/keep-index-current.ts'
import { referenceCommand } from './reference/command.ts'
import type { CatalogueTables } from './store/tables.ts'
import { type ExportFormat, exportCatalogue, exportFormats, publisherOfSite } from './use-cases/export-catalogue.ts'
import { emptyReport, type ImportReport, importCatalogue } from './use-cases/import-catalogue.ts'
import { readSearch, searchData } from './use-cases/search-data.ts'
import { validateCommand } from './validation/command.ts'

/** What these commands need of the house. */
export interface CommandHouse extends Omit<CatalogueHouse, 'search'> {
  readonly config: Config
  readonly database: Database<CatalogueTables>
  index(): Promise<SearchIndex>
  readonly outbound: Outbound
  sites(): Sites
}

function siteOf(house: CommandHouse, slug: unknown): Site {
  if (typeof slug !== 'string') throw new WrongCall('Name the tenant: --tenant SLUG')
  const site = house.sites().bySlug(slug)
  if (!site)
    throw new WrongCall(
      `There is no tenant "${slug}". Known: ${house
        .sites()
        .all.slice(0, 20)
        .map((one) => one.slug)
        .join(', ')}`,
    )
  return site
}

const faultSentence = translator('de', rdfGerman)

function addUp(total: ImportReport, one: ImportReport): void {
  for (const key of ['read', 'created', 'updated', 'unchanged'] as const) total[key] += one[key]
  for (const rejected of one.rejected) total.rejected.push(rejected)
  for (const repaired of one.repaired) total.repaired.push(repaired)
  for (const kept of one.kept) total.kept.push(kept)
  for (const fault of one.faults) total.faults.push(fault)
}

async function sourceOf(name: string, outbound: Outbound) {
  if (/^https?:\/\//i.test(name)) {
    const document = await fetchDocument(outbound, name)
    return { name, content: document.body, baseIRI: name, ...(document.contentType ? { contentType: document.contentType } : {}) }
  }
  if (!existsSync(name) || !statSync(name).isFile()) throw new WrongCall(`There is no file "${name}".`)
  return { name: path.basename(name), content: createReadStream(name) }
}

function tell(report: ImportReport, io: Io): void {
  io.out(
    `read ${report.read} = created ${report.created} + updated ${report.updated} + unchanged ${report.unchanged} + rejected ${report.rejected.length}; repaired ${report.repaired.length}, kept as they were ${report.kept.length}`,
  )
  for (const one of report.rejected.slice(0, 50)) io.out(`  rejected ${one.record}: ${one.reason}`)
  for (const { source, fault } of report.faults)
    io.err(
      `${source}${fault.line ? `:${fault.line}${fault.column ? `:${fault.column}` : ''}` : ''}: ${faultSentence(`rdf.fault.${fault.code}`, fault.params)}${fault.excerpt ? `\n  ${fault.excerpt}` : ''}`,
    )
}

const importCommand: Command<CommandHouse> = {
  name: 'import',
  usage: 'import --tenant SLUG [--json] FILE|URL...',
  help: 'Takes catalogues in: DCAT as RDF/XML, Turtle or JSON-LD, and answers of CKAN package_search.\nThe format is recognised. A second import changes nothing. Exit code 1 when a document could not be read or a record was rejected.',
  options: {
    tenant: { type: 'string', value: 'SLUG', help: 'whose catalogue' },
    json: { type: 'boolean', help: 'report as JSON' },
  },
  async run(input, io, open) {
    if (input.positionals.length === 0) throw new WrongCall('Name at least one file or address.')
    const house = await open()
    const site = siteOf(house, input.values.tenant)
    const total = emptyReport()
    for (const name of input.positionals) {
      const source = await sourceOf(name, house.outbound)
      addUp(
        total,
        await importCatalogue(
          storeOf(house, site),
          { ...source, publisher: publisherOfSite(site, house.config.publicUrl) },
          (done, of) => io.progress(`${source.name}: ${done} of ${of}`),
        ),
      )
    }
    io.progress('')
    if (input.values.json) {
      const { faults, ...report } = total
      io.out(
        JSON.stringify(
          {
            ...report,
            faults: faults.map(({ source, fault }) => ({
              source,
              ...fault,
              message: faultSentence(`rdf.fault.${fault.code}`, fault.params),
            })),
          },
          null,
          2,
        ),
      )
    } else tell(total, io)
    return total.faults.length > 0 || total.rejected.length > 0 ? 1 : 0
  },
}

const exportCommand: Command<CommandHouse> = {
  name: 'export',
  usage: 'export (--tenant SLUG | --all) --format ttl|rdf|jsonld',
  help: 'Writes a catalogue to standard output, in constant memory.',
  options: {
    tenant: { type: 'string', value: 'SLUG', help: 'whose catalogue' },
    all: { type: 'boolean', help: 'the catalogues of all tenants' },
    format: { type: 'string', value: 'FORMAT', help: 'ttl, rdf or jsonld' },
  },
  async run(input, io, open) {
    const format = input.values.format
    if (typeof format !== 'string' || !exportFormats.includes(format as ExportFormat))
      throw new WrongCall('Choose --format ttl, rdf or jsonld.')
    if (Boolean(input.values.all) === Boolean(input.values.tenant)) throw new WrongCall('Choose either --tenant SLUG or --all.')
    const house = await open()
    const site = input.values.all ? house.sites().root : siteOf(house, input.values.tenant)
    const own = input.values.all ? site.within : [site.id]
    const store = storeOf(house, { ...site, within: own })
    for await (const chunk of exportCatalogue(store, site, format as ExportFormat, house.config.publicUrl))
      if (!process.stdout.write(chunk)) await new Promise((resolve) => process.stdout.once('drain', resolve))
    io.progress('')
    return 0
  },
}

const searchCommand: Command<CommandHouse> = {
  name: 'search',
  usage: 'search "WORDS" [--tenant SLUG] [--json]',
  help: 'Searches as the portal does.',
  options: {
    tenant: { type: 'string', value: 'SLUG', help: 'whose view (default: the root, all tenants)' },
    json: { type: 'boolean', help: 'answer as JSON' },
  },
  async run(input, io, open) {
    const house = await open()
    const site = input.values.tenant ? siteOf(house, input.values.tenant) : house.sites().root
    const whole: CatalogueHouse = { ...house, search: await house.index() }
    const keeper = await keepIndexCurrent(whole, { listen: false })
    await keeper.stop()
    const request = readSearch(new URLSearchParams({ q: input.positionals.join(' ') }), site, house.sites())
    const found = request.ok ? await searchData(whole, request.value) : request
    if (!found.ok) {
      io.err(found.error.map((fault) => `${fault.field}: ${fault.fault} ${fault.value}`).join('\n'))
      return 2
    }
    const { answer, records } = found.value
    const hits = records.map((one) => ({
      id: one.id,
      tenant: house.sites().byId(one.tenant)?.slug,
      slug: one.slug,
      uri: one.record.uri,
      title: one.record.title[0]?.value ?? '',
    }))
    if (input.values.json)
      io.out(JSON.stringify({ total: answer.total, hits, facets: answer.facets, expansions: answer.expansions }, null, 2))
    else {
      io.out(`${answer.total} records`)
      for (const hit of hits) io.out(`  ${hit.title}  (${hit.tenant}/${hit.slug})`)
    }
    return 0
  },
}

const recordCommand: Command<CommandHouse> = {
  name: 'record',
  usage: 'record withdraw --tenant SLUG --reason TEXT RECORD | rename --tenant SLUG RECORD NEW-SLUG',
  help: 'Withdraws a record, which leaves a tombstone with the reason, or gives it another address; the old one then redirects.\nRECORD is its slug.',
  options: {
    tenant: { type: 'string', value: 'SLUG', help: 'whose record' },
    reason: { type: 'string', value: 'TEXT', help: 'withdraw: why, for everyone to read' },
  },
  async run(input, io, open) {
    const [verb, slug = '', next = ''] = input.positionals
    if ((verb !== 'withdraw' && verb !== 'rename') || !slug) throw new WrongCall('Say what to do with which record.')
    const reason = input.values.reason
    if (verb === 'withdraw' && (typeof reason !== 'string' || !reason.trim()))
      throw new WrongCall('Give the reason: --reason TEXT')
    if (verb === 'rename' && slugOf(next, '') !== next)
      throw new WrongCall(`"${next}" is no slug. Lower case letters, digits and hyphens: ${slugOf(next)}`)
    const house = await open()
    const store = storeOf(house, siteOf(house, input.values.tenant))
    const found = await store.bySlug(slug)
    if (!found) {
      io.err(`There is no record "${slug}".`)
      return 1
    }
    const done = verb === 'withdraw' ? await store.withdraw(found.id, String(reason)) : await store.rename(found.id, next)
    if (done) io.out(verb === 'withdraw' ? `Withdrawn: ${slug}` : `${slug} is now ${next}.`)
    else io.err(verb === 'withdraw' ? `"${slug}" is withdrawn already.` : `"${next}" is taken.`)
    return done ? 0 : 1
  },
}

const validate: Command<CommandHouse> = {
  name: 'validate',
  usage:
    'validate FILE [--profile dcat-ap.de-3.0|dcat-ap.de-2.0|dcat-ap.de-2.0-conventions|dcat-ap.de-2.0-indirect|dcat-ap-3.0|hvd-3.0] [--json]',
  help: 'Holds a file against the official shapes.',
  options: {},
  ownArguments: true,
  run: async (input, io) => validateCommand(input.raw, { out: io.out, err: io.err, dataDir: dataDirOf(input.values.data) }),
}

const reference: Command<CommandHouse> = {
  name: 'reference',
  usage: 'reference install [--from DIR] [--json]',
  help: 'Installs official shapes, vocabularies, municipalities and boundaries.',
  options: {},
  ownArguments: true,
  async run(input, io) {
    const hosts = readAllowedHosts(process.env.OUTBOUND_ALLOWED_HOSTS ?? '')
    if ('fault' in hosts) throw new WrongCall(`OUTBOUND_ALLOWED_HOSTS: "${hosts.fault}" is no host`)
    const outbound = openOutbound(hosts)
    const given = { out: io.out, err: io.err, dataDir: dataDirOf(input.values.data) }
    return referenceCommand(input.raw, given, { outbound }).finally(() => outbound.close())
  },
}

const dataDirOf = (given: unknown) => path.resolve(typeof given === 'string' ? given : (process.env.ALLMENDE_DATA ?? 'data'))

export const catalogueCommands: readonly Command<CommandHouse>[] = [
  importCommand,
  exportCommand,
  searchCommand,
  recordCommand,
  validate,
  reference,
]
