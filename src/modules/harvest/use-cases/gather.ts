import { must } from '#kernel/result.ts'
import type { Harvester, Way } from '../harvester.ts'
import type { HarvestHouse } from '../house.ts'
import { HarvestFault } from '../model/fault.ts'
import type { Run, Source } from '../model/source.ts'
import { type Lease, notePage, underLease } from '../store/run-store.ts'
import { hashOf, knownHashes, stage, stagedAlready } from '../store/staged-store.ts'
import { stagedPage } from './stage-page.ts'

/** Longest run of pages that bring nothing new. */
const patience = 2

/**
 * Reads the source page by page and stages what came, each page in one transaction with the place to go on from: whoever takes the run
 * over after a crash goes on behind the last whole page. Nothing of the catalogue is touched.
 */
export async function gather(
  house: HarvestHouse,
  { run, source, lease, harvester, way }: { run: Run; source: Source; lease: Lease; harvester: Harvester; way: Way },
  breathe: (pages: number, read: number) => Promise<void>,
): Promise<void> {
  const db = house.database.system
  const site = must(house.sites().byId(source.tenant), 'the tenant of a source')
  const settings = harvester.settings.parse(source.settings)
  let stale = 0
  let pages = run.pages
  let read = run.read
  for await (const page of harvester.pages(way, source.address, settings, run.cursor ?? undefined)) {
    const hashes = [...new Set(page.entries.map((entry) => hashOf(entry.id)))]
    const [known, already] = await Promise.all([knownHashes(db, source.id, hashes), stagedAlready(db, run.id, hashes)])
    const staged = stagedPage(page, known, source, { site, publicUrl: house.config.publicUrl, already })
    const fresh = await db.transaction().execute(async (trx) => {
      await underLease(trx, lease)
      const count = await stage(trx, run, staged)
      await notePage(trx, run.id, { cursor: page.next, announced: page.announced, fresh: count })
      return count
    })
    stale = fresh === 0 && page.entries.length > 0 && !page.piece ? stale + 1 : 0
    if (stale >= patience) throw new HarvestFault('paging-loop', { url: source.address })
    pages++
    read += fresh
    await breathe(pages, read)
  }
}
