import { must } from '#kernel/result.ts'
import type { Harvester, Page, Way, Wish } from '../harvester.ts'
import type { HarvestHouse } from '../house.ts'
import { HarvestFault } from '../model/fault.ts'
import type { Run, Source } from '../model/source.ts'
import { type Lease, notePage, underLease } from '../store/run-store.ts'
import { hashOf, knownHashes, type Staged, stage, stagedAlready, stageTold } from '../store/staged-store.ts'
import { stagedPage } from './stage-page.ts'

/** Longest run of pages that bring nothing new. */
const patience = 2

/**
 * Reads the source page by page and stages what came, each page in one transaction with the place to go on from: whoever takes the run
 * over after a crash goes on behind the last whole page. A page is staged while the next one is fetched and understood. Nothing of the
 * catalogue is touched. Gives whether all of the source was read.
 */
export async function gather(
  house: HarvestHouse,
  { run, source, lease, harvester, way }: { run: Run; source: Source; lease: Lease; harvester: Harvester; way: Way },
  /** Called after each page; `stop` says whether somebody wants the run to end. Throws where it must. */
  breathe: (read: number, stop: boolean) => void,
): Promise<{ whole: boolean }> {
  const db = house.database.system
  const site = must(house.sites().byId(source.tenant), 'the tenant of a source')
  const settings = harvester.settings.parse(source.settings)
  let stale = 0
  let read = run.read
  let whole = !run.partial
  const wish: Wish = {
    columns: source.mapping.values.column,
    now: house.now(),
    ...(run.partial && source.mark !== null ? { mark: source.mark } : {}),
  }
  const store = async (page: Page, staged: readonly Staged[], gone: readonly string[]): Promise<void> => {
    const { fresh, stop } = await db.transaction().execute(async (trx) => {
      const wanted = await underLease(trx, lease, run.id)
      const count = (await stage(trx, run, staged)) + (run.partial ? await stageTold(trx, run, gone) : 0)
      await notePage(trx, run.id, {
        cursor: page.next,
        announced: page.announced,
        fresh: count,
        mark: page.mark,
        whole: page.complete === true,
      })
      return { fresh: count, stop: wanted }
    })
    stale = fresh === 0 && page.entries.length > 0 && !page.piece ? stale + 1 : 0
    if (stale >= patience) throw new HarvestFault('paging-loop', { url: source.address })
    whole ||= page.complete === true
    read += fresh
    breathe(read, stop)
  }
  let storing = Promise.resolve()
  try {
    for await (const given of harvester.pages(way, source.address, settings, run.cursor ?? undefined, wish)) {
      const gone = given.entries.filter((entry) => entry.gone).map((entry) => hashOf(entry.id))
      const page: Page = { ...given, entries: given.entries.filter((entry) => !entry.gone) }
      const hashes = [...new Set(page.entries.map((entry) => hashOf(entry.id)))]
      const [known, already] = await Promise.all([knownHashes(db, source.id, hashes), stagedAlready(db, run.id, hashes)])
      const staged = stagedPage(page, known, source, { site, publicUrl: house.config.publicUrl, already })
      await storing
      storing = store(page, staged, gone)
      // Heard where it is waited for.
      storing.catch(() => {})
    }
  } finally {
    await storing
  }
  return { whole }
}
