import type { Transaction } from 'kysely'
import { must } from '#kernel/result.ts'
import type { Site } from '#kernel/site.ts'
import { type AuditValue, appendAudit } from '#platform/audit'
import { type HarvestDb, type HarvestHouse, staffDb } from '../house.ts'
import type { Mapping, Source } from '../model/source.ts'
import { confirmRun, dropRun, goOn, wantStop } from '../store/run-store.ts'
import { deleteSource, type SourceValues, setSourceState, sourceById, updateSource, writeMapping } from '../store/source-store.ts'
import type { HarvestTables } from '../store/tables.ts'
import { orderHarvest } from './order-harvest.ts'
import { addSource } from './save-source.ts'

/** Somebody who works for a tenant, at work. What he may do was asked before. */
export interface Acting {
  readonly site: Site
  readonly person: { readonly id: string; readonly name: string }
}

/** Does something with a source in one transaction, and notes it in the audit log with it. */
const together = <T>(house: HarvestHouse, { site }: Acting, work: (trx: HarvestDb) => Promise<T>): Promise<T> =>
  staffDb(house, site.id).transaction().execute(work)

async function note(
  trx: HarvestDb,
  { site, person }: Acting,
  verb: string,
  source: Pick<Source, 'id' | 'name'>,
  details: Readonly<Record<string, AuditValue>> = {},
) {
  await appendAudit(trx as Transaction<HarvestTables>, {
    tenant: site.id,
    actor: { id: person.id, name: person.name },
    action: `harvest/${verb}`,
    subject: { kind: 'harvest/source', id: source.id, name: source.name },
    details,
  })
}

/** Adds a source and orders the first look at it. Gives its id. */
export const addAndLook = (house: HarvestHouse, acting: Acting, values: Omit<SourceValues, 'slug'>): Promise<string> =>
  together(house, acting, async (trx) => {
    const { id } = await addSource(trx, acting.site.id, values, acting.person.id)
    await orderHarvest(house, trx, { tenant: acting.site.id, source: id, mode: 'look', cause: 'person', by: acting.person.id })
    await note(trx, acting, 'add-source', { id, name: values.name }, { address: values.address, kind: values.kind })
    return id
  })

export const changeSource = (
  house: HarvestHouse,
  acting: Acting,
  source: Source,
  values: Omit<SourceValues, 'slug'>,
): Promise<void> =>
  together(house, acting, async (trx) => {
    await updateSource(trx, acting.site.id, source.id, values)
    await note(
      trx,
      acting,
      'change-source',
      { id: source.id, name: values.name },
      { address: values.address, schedule: values.schedule },
    )
  })

/** Says what publishers and values mean; the next run reads everything anew. */
export const changeMapping = (house: HarvestHouse, acting: Acting, source: Source, mapping: Mapping): Promise<void> =>
  together(house, acting, async (trx) => {
    await writeMapping(trx, acting.site.id, source.id, mapping)
    await orderHarvest(house, trx, {
      tenant: acting.site.id,
      source: source.id,
      mode: 'look',
      cause: 'person',
      by: acting.person.id,
    })
    await note(trx, acting, 'map-source', source)
  })

export const switchSource = (house: HarvestHouse, acting: Acting, source: Source, state: 'on' | 'off'): Promise<void> =>
  together(house, acting, async (trx) => {
    await setSourceState(trx, acting.site.id, source.id, state)
    await note(trx, acting, `switch-${state}`, source)
  })

/** Orders a run or a look right now. */
export const order = (house: HarvestHouse, acting: Acting, source: Source, mode: 'run' | 'look'): Promise<void> =>
  together(house, acting, async (trx) => {
    await orderHarvest(house, trx, { tenant: acting.site.id, source: source.id, mode, cause: 'person', by: acting.person.id })
    await note(trx, acting, mode === 'look' ? 'look' : 'start', source)
  })

const onRun = {
  /** What waits is taken over. A source that was looked at for the first time is switched on by it. */
  'confirm-run': confirmRun,
  'drop-run': (trx: HarvestDb, tenant: string, run: string, _by: string) => dropRun(trx, tenant, run),
  'stop-run': (trx: HarvestDb, tenant: string, run: string, _by: string) => wantStop(trx, tenant, run),
  'go-on': (trx: HarvestDb, tenant: string, run: string, _by: string) => goOn(trx, tenant, run),
} as const

/** Decides about a run; false when there is nothing to decide any more. */
export const decide = (
  house: HarvestHouse,
  acting: Acting,
  run: string,
  verb: keyof typeof onRun,
  figures: Readonly<Record<string, AuditValue>> = {},
): Promise<boolean> =>
  together(house, acting, async (trx) => {
    const tenant = acting.site.id
    const id = await onRun[verb](trx, tenant, run, acting.person.id)
    if (id === undefined) return false
    const source = must(await sourceById(trx, tenant, id), 'the source of a run')
    if (verb === 'confirm-run' && source.state === 'new') await setSourceState(trx, tenant, id, 'on')
    if (verb === 'confirm-run' || verb === 'go-on')
      await orderHarvest(house, trx, { tenant, source: id, mode: 'run', cause: 'person', by: acting.person.id })
    await note(trx, acting, verb, source, figures)
    return true
  })

/** Removes a source with its history; its records stay. False while it is being harvested. */
export const removeSource = (house: HarvestHouse, acting: Acting, source: Source): Promise<boolean> =>
  together(house, acting, async (trx) => {
    if (!(await deleteSource(trx, acting.site.id, source.id))) return false
    await note(trx, acting, 'remove-source', source)
    return true
  })
