import { type ImportNote, learnTaken, noteChecked, type OriginSource, takeHarvested, takeNewUri, withdrawGone } from '#catalogue'
import type { CatalogueRecord } from '#standards/dcat-ap-de'
import type { HarvestHouse } from '../house.ts'
import type { Run, Source } from '../model/source.ts'
import { type Lease, underLease } from '../store/run-store.ts'
import {
  type Changed,
  changedAfter,
  goneAfter,
  keepIssues,
  learnWritten,
  noteGone,
  noteWritten,
  ownResources,
  type Written,
} from '../store/staged-store.ts'
import { targetOf } from './target-of.ts'

const batch = 100
/** After so many written records the database is told of them, and again whenever there are so many times more. */
const [many, more] = [200, 4]
const goneReason = 'Die Quelle führt diesen Datensatz nicht mehr.'
const movedReason = 'Der Datensatz wird jetzt bei einer anderen Stelle geführt.'

const originOf = ({ id, name, address }: Source): OriginSource => ({ id, name, address })

/** Writes some records of one tenant, in the transaction that remembers them. */
async function writeTo(
  house: HarvestHouse,
  trx: never,
  source: Source,
  tenant: string,
  changed: readonly Changed[],
  known: ReadonlyMap<string, { resource: string; target: string }>,
): Promise<Written[]> {
  const { publicUrl } = house.config
  const moved: string[] = []
  for (const one of changed) {
    const before = known.get(one.was ?? one.idHash)
    if (!before) continue
    if (before.target !== tenant) moved.push(before.resource)
    // Its id changed, and with it often its IRI: it stays the record that it was, with its address here and its history.
    else await takeNewUri(trx, tenant, before.resource, (one.record as CatalogueRecord).uri, publicUrl)
  }
  const taken = await takeHarvested(
    trx,
    tenant,
    originOf(source),
    changed.map((one) => ({ record: one.record as CatalogueRecord, page: one.page, notes: one.notes as ImportNote[] })),
    publicUrl,
  )
  const byUri = new Map(taken.map((one) => [one.uri, one]))
  for (const resource of moved) {
    const target = [...known.values()].find((one) => one.resource === resource)?.target
    if (target) await withdrawGone(trx, target, [resource], movedReason)
  }
  return changed.flatMap((one) => {
    const done = byUri.get((one.record as CatalogueRecord).uri)
    if (!done) return []
    const { record: _record, notes: _notes, page: _page, resource: _resource, ...rest } = one
    return [{ ...rest, target: tenant, resource: done.id, result: done.outcome, kept: done.keptOwn === true }]
  })
}

/** Two entries of a source that stand for one record: the first is taken. */
function withoutDoubles(changed: readonly Changed[]): Changed[] {
  const seen = new Set<string>()
  return changed.filter((one) => {
    const { uri } = one.record as CatalogueRecord
    const fresh = !seen.has(uri)
    seen.add(uri)
    return fresh
  })
}

/**
 * Writes what a run found: in small batches, each in one transaction with the memory of it, so that a stop in between leaves whole records
 * and the rest is done later. What is gone is withdrawn last.
 */
export async function writeRun(
  house: HarvestHouse,
  { run, source, lease }: { run: Run; source: Source; lease: Lease },
  /** Called after each batch; `stop` says whether somebody wants the run to end. Throws where it must. */
  breathe: (done: number, stop: boolean) => void,
): Promise<void> {
  const db = house.database.system
  let done = 0
  let learnAt = many
  for (let after = ''; ; ) {
    const all = await changedAfter(db, run.id, after, batch)
    const last = all.at(-1)
    if (!last) break
    const changed = withoutDoubles(all)
    const known = await ownResources(
      db,
      source.id,
      changed.map((one) => one.was ?? one.idHash),
    )
    const byTarget = Map.groupBy(changed, (one) => targetOf(house, source, one.publisher).id)
    const stop = await db.transaction().execute(async (trx) => {
      const wanted = await underLease(trx, lease, run.id)
      for (const [tenant, part] of byTarget)
        await noteWritten(trx, run, await writeTo(house, trx as never, source, tenant, part, known))
      return wanted
    })
    after = last.idHash
    done += all.length
    if (done >= learnAt) {
      learnAt *= more
      await learnWritten(db)
      await learnTaken(db as never)
    }
    breathe(done, stop)
  }
  for (let after = ''; ; ) {
    const gone = await goneAfter(db, run.id, source.id, after, batch)
    const last = gone.at(-1)
    if (!last) break
    const stop = await db.transaction().execute(async (trx) => {
      const wanted = await underLease(trx, lease, run.id)
      for (const [tenant, part] of Map.groupBy(gone, (one) => one.target)) {
        const withdrawn = await withdrawGone(
          trx as never,
          tenant,
          part.map((one) => one.resource),
          goneReason,
        )
        await noteGone(
          trx,
          run,
          part.map((one) => ({ idHash: one.idHash, kept: !withdrawn.has(one.resource) })),
        )
      }
      return wanted
    })
    after = last.idHash
    done += gone.length
    breathe(done, stop)
  }
  await db.transaction().execute(async (trx) => {
    await underLease(trx, lease, run.id)
    await keepIssues(trx, run)
    await noteChecked(trx as never, originOf(source))
  })
}
