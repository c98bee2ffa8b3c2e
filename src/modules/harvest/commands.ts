import { type Command, type CommandInput, type Io, WrongCall } from '#kernel/command.ts'
import { joinMessages, translator } from '#kernel/locale.ts'
import { harvesters } from './harvesters.ts'
import type { HarvestHouse } from './house.ts'
import { de } from './locales/de.ts'
import type { Run, Source } from './model/source.ts'
import { confirmRun, issuesOf, runsOf } from './store/run-store.ts'
import { allSources, findSources, setSourceState } from './store/source-store.ts'
import { examplesOf } from './store/staged-store.ts'
import { reasonsOf } from './use-cases/reasons-of.ts'
import { runHarvest } from './use-cases/run-harvest.ts'
import { addSource, readSource } from './use-cases/save-source.ts'

const t = translator('de', joinMessages([de]))

type House = HarvestHouse

/** The source that a call names by name or id. */
async function sourceOf(house: House, name: string, tenant: unknown): Promise<Source> {
  const slugOfTenant = (id: string) => house.sites().byId(id)?.slug ?? id
  const found = (await findSources(house.database.system, name)).filter(
    (one) => typeof tenant !== 'string' || slugOfTenant(one.tenant) === tenant,
  )
  const [first] = found
  if (!first) {
    const known = (await allSources(house.database.system)).slice(0, 20).map((one) => one.slug)
    throw new WrongCall(`There is no source "${name}".${known.length > 0 ? ` Known: ${known.join(', ')}` : ''}`)
  }
  if (found.length > 1)
    throw new WrongCall(
      `"${name}" is the name of several sources: add --tenant ${found.map((one) => slugOfTenant(one.tenant)).join(' or ')}`,
    )
  return first
}

/** Names of the titles that a look would write. */
const titleIn = (record: object): string => {
  const { title } = record as { title?: readonly { value?: string }[] }
  return title?.[0]?.value ?? ''
}

async function report(house: House, source: Source, run: Run, io: Io, json: boolean): Promise<number> {
  const db = house.database.system
  const issues = await issuesOf(db, run.tenant, run.id, 0, 2000)
  const reasons = reasonsOf(run, t)
  const issue = ({ reason, detail, sourceId, page }: (typeof issues)[number]) => ({
    record: sourceId,
    reason: t(`harvest.reason.${reason}`),
    ...(detail ? { detail } : {}),
    ...(page ? { page } : {}),
  })
  const { read, created, updated, unchanged, withdrawn, rejected, kept, renamed, state, mode, pages, summary } = run
  if (json) {
    const counts = { read, created, updated, unchanged, withdrawn, rejected, kept, renamed }
    const examples =
      mode === 'look' ? (await examplesOf(db, run.id)).map((one) => ({ record: one.sourceId, title: titleIn(one.record) })) : []
    io.out(
      JSON.stringify(
        {
          source: source.slug,
          run: run.id,
          dryRun: mode === 'look',
          state,
          ...counts,
          pages,
          reasons,
          ...(run.fault ? { fault: run.fault } : {}),
          holds: run.holds,
          issues: issues.map(issue),
          ...summary,
          ...(mode === 'look' ? { examples } : {}),
        },
        null,
        2,
      ),
    )
  } else {
    io.out(
      `${source.name}: ${t(`harvest.state.${state}`)}. read ${read} = created ${created} + updated ${updated} + unchanged ${unchanged} + withdrawn ${withdrawn} + rejected ${rejected}; kept by staff ${kept}, recognised under another id ${renamed}`,
    )
    for (const reason of reasons) io.err(`  ${reason}`)
    for (const one of issues.slice(0, 50)) {
      const { record, reason, detail } = issue(one)
      io.out(`  rejected ${record}: ${reason}${detail ? ` (${detail})` : ''}`)
    }
  }
  return state === 'done' || state === 'ready' ? 0 : 1
}

async function list(house: House, io: Io, json: boolean): Promise<number> {
  const all = await allSources(house.database.system)
  const rows = []
  for (const one of all) {
    const [newest] = await runsOf(house.database.system, one.tenant, one.id, 1)
    rows.push({
      source: one.slug,
      tenant: house.sites().byId(one.tenant)?.slug,
      kind: one.kind,
      address: one.address,
      state: one.state,
      schedule: one.schedule,
      goodAt: one.goodAt?.toISOString() ?? null,
      newest: newest?.state ?? null,
    })
  }
  if (json) io.out(JSON.stringify(rows, null, 2))
  else
    for (const row of rows)
      io.out(
        `${row.source}  (${row.tenant}, ${row.kind}, ${row.state}, ${row.schedule})  ${row.address}  last good: ${row.goodAt ?? 'never'}`,
      )
  return 0
}

async function add(house: House, { values }: CommandInput, io: Io): Promise<number> {
  const text = (name: string) => (typeof values[name] === 'string' ? String(values[name]) : '')
  const site = house.sites().bySlug(text('tenant'))
  if (!site) throw new WrongCall('Name the tenant: --tenant SLUG')
  const read = await readSource(house, site.id, {
    name: text('name'),
    kind: text('kind'),
    address: text('address'),
    schedule: text('schedule') || 'off',
    vanishPercent: '',
    contact: text('contact'),
    settings: {},
  })
  if (!read.ok) {
    for (const { field, fault, refused } of read.error)
      io.err(`--${field}: ${refused ? t(`harvest.fault.${refused.code}`, refused.params) : t(`harvest.field-fault.${fault}`)}`)
    return 1
  }
  const { slug, id } = await addSource(house.database.system, site.id, read.value, null)
  if (read.value.schedule !== 'off') await setSourceState(house.database.system, site.id, id, 'on')
  io.out(slug)
  return 0
}

const kinds = () => harvesters.map(({ id }) => id).join(', ')

/** `harvest`: the same as the staff pages do, for scripts and for the first set-up. */
export const harvestCommands: readonly Command<House>[] = [
  {
    name: 'harvest',
    usage:
      'harvest SOURCE [--dry-run | --confirm] [--json] | harvest list | harvest add --tenant SLUG --kind KIND --name NAME --address URL',
    help: `Takes in a source that is set up here, or shows with --dry-run what would come. Kinds: ${kinds()}.\nread = created + updated + unchanged + withdrawn + rejected. Exit code 1 when the run failed or is held until a person has looked; --confirm takes a held run over.`,
    options: {
      tenant: { type: 'string', value: 'SLUG', help: 'whose source' },
      'dry-run': { type: 'boolean', help: 'looks and writes nothing' },
      confirm: { type: 'boolean', help: 'takes over what waits for a person' },
      json: { type: 'boolean', help: 'report as JSON' },
      kind: { type: 'string', value: 'KIND', help: 'add: what it speaks' },
      name: { type: 'string', value: 'NAME', help: 'add: what people call it' },
      address: { type: 'string', value: 'URL', help: 'add: where it is' },
      schedule: { type: 'string', value: 'WHEN', help: 'add: off, hourly, daily or weekly' },
      contact: { type: 'string', value: 'MAIL', help: 'add: who is told when it breaks' },
    },
    async run(input, io, open) {
      const [name] = input.positionals
      const { values } = input
      if (!name) throw new WrongCall('Name the source, or say list or add.')
      const house = await open()
      if (name === 'list') return list(house, io, Boolean(values.json))
      if (name === 'add') return add(house, input, io)
      const source = await sourceOf(house, name, values.tenant)
      if (values.confirm) {
        const [newest] = await runsOf(house.database.system, source.tenant, source.id, 1)
        const waits = newest && (await confirmRun(house.database.system, source.tenant, newest.id, null))
        if (!waits) {
          io.err(`No run of "${source.slug}" waits for a person.`)
          return 1
        }
      }
      const run = await runHarvest(house, {
        tenant: source.tenant,
        source: source.id,
        mode: values['dry-run'] ? 'look' : 'run',
        cause: 'command',
        progress: (phase, done) => io.progress(`${source.slug}: ${phase} ${done}`),
      })
      io.progress('')
      if (!run) {
        io.err(`Somebody else works on "${source.slug}" right now.`)
        return 1
      }
      return report(house, source, run, io, Boolean(values.json))
    },
  },
]
