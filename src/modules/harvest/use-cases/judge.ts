import { type Holder, holdersOf } from '#catalogue'
import { siteAddress } from '#kernel/site.ts'
import type { CatalogueRecord } from '#standards/dcat-ap-de'
import type { HarvestHouse } from '../house.ts'
import { type Hold, reasonsToHold } from '../model/guards.ts'
import type { Run, Source, Summary } from '../model/source.ts'
import {
  type Changed,
  changedAfter,
  comesFromOthers,
  countFound,
  learnStaged,
  ownResources,
  stageGone,
  summarise,
  turnAway,
  unforesee,
} from '../store/staged-store.ts'
import { targetOf } from './target-of.ts'

const batch = 500
/** From so many records on it pays to tell the database about them first. */
const many = 500

/** Addresses under which this instance is reached: a record that names one of them as its own home came from us. */
const ownAddresses = (house: HarvestHouse): readonly string[] => [
  `${house.config.publicUrl}/`,
  ...house.sites().all.flatMap((site) => (site.hosts.length > 0 ? [`${siteAddress(site, house.config.publicUrl)}/`] : [])),
]

/** Why a record is not taken although it can be read: it is ours, or comes by another way already. */
async function turnedAway(house: HarvestHouse, source: Source, changed: readonly Changed[]) {
  const db = house.database.system
  const records = changed.map((one) => one.record as CatalogueRecord)
  const uris = records.map((one) => one.uri)
  const holders = await holdersOf(db as never, uris, house.config.publicUrl)
  const byUri = Map.groupBy(holders, (one) => one.uri)
  const mine = await ownResources(
    db,
    source.id,
    changed.flatMap((one) => [one.idHash, ...(one.was ? [one.was] : [])]),
  )
  const others = await comesFromOthers(
    db,
    source.id,
    changed.flatMap((one) => (one.matchKey ? [one.matchKey] : [])),
    holders.map((one) => one.id),
  )
  const own = ownAddresses(house)
  const named = (tenant: string) => house.sites().byId(tenant)?.name ?? ''
  const reasonFor = (one: Changed, record: CatalogueRecord): { reason: string; detail: string } | undefined => {
    const home = own.find((address) => [record.uri, one.page ?? '', ...record.landingPage].some((uri) => uri.startsWith(address)))
    if (home) return { reason: 'loop', detail: home }
    const held = (byUri.get(record.uri) ?? []) as readonly Holder[]
    const known = mine.get(one.idHash) ?? (one.was ? mine.get(one.was) : undefined)
    const stranger = held.find((holder) => holder.id !== known?.resource && (holder.own || others.byResource.has(holder.id)))
    if (stranger?.own) return { reason: 'loop', detail: named(stranger.tenant) }
    if (stranger) return { reason: 'duplicate', detail: others.byResource.get(stranger.id) ?? '' }
    const target = targetOf(house, source, one.publisher)
    const elsewhere = held.find((holder) => holder.id !== known?.resource && holder.tenant !== target.id)
    if (elsewhere && known === undefined) return { reason: 'duplicate', detail: named(elsewhere.tenant) }
    const same = one.matchKey === null ? undefined : others.byKey.get(one.matchKey)
    return same === undefined ? undefined : { reason: 'duplicate', detail: same }
  }
  return changed.flatMap((one) => {
    const away = reasonFor(one, one.record as CatalogueRecord)
    return away ? [{ idHash: one.idHash, ...away }] : []
  })
}

/** Looks at what was gathered as a whole: what is ours or known from elsewhere, what is gone, what came back under another id; and whether all that can be believed. */
export async function judge(
  house: HarvestHouse,
  run: Run,
  source: Source,
  breathe: () => Promise<void>,
): Promise<{ holds: Hold[]; summary: Summary }> {
  const db = house.database.system
  if (run.read >= many) await learnStaged(db)
  await db.transaction().execute(async (trx) => {
    await unforesee(trx, run.id)
    // Of what did not change a partial run says nothing: only a whole one notices what is missing.
    if (!run.partial) await stageGone(trx, run)
  })
  for (let after = ''; ; ) {
    const changed = await changedAfter(db, run.id, after, batch)
    const last = changed.at(-1)
    if (!last) break
    await turnAway(db, run.id, await turnedAway(house, source, changed))
    after = last.idHash
    await breathe()
  }
  const whole = await summarise(db, run.id, source.id)
  // What publishers and unknown values there are, only a whole run knows.
  const summary: Summary = run.partial ? { repaired: whole.repaired ?? 0 } : whole
  const holds = reasonsToHold(await countFound(db, run), source.vanishPercent, run.partial)
  return { holds, summary }
}
