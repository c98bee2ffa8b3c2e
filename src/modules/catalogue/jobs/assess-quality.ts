import { listenForEvents } from '#platform/outbox'
import type { CatalogueHouse } from '../house.ts'
import { feedWithoutQuality, writeQuality } from '../store/queries/index-feed.ts'
import { assess } from '../use-cases/assess-quality.ts'
import { openShapeJudge } from '../use-cases/judge-by-shapes.ts'

/** Assesses records whose quality is not known yet, a few at a time, beside everything else. */
export function keepQualityCurrent(house: Omit<CatalogueHouse, 'search'>): { once(): Promise<number>; stop(): Promise<void> } {
  let stopped = false
  let running: Promise<number> | undefined
  const judge = openShapeJudge(house.config.dataDir)
  const round = async (): Promise<number> => {
    let done = 0
    let after: string | undefined
    while (!stopped) {
      const rows = await feedWithoutQuality(house.database.system, house.config.publicUrl, after, 100)
      // What came meanwhile may lie before the place that was reached.
      if (rows.length === 0 && after === undefined) break
      after = rows.at(-1)?.id
      if (rows.length === 0) continue
      const findings = await (await judge).findingsOf(rows.map((row) => row.record))
      await writeQuality(
        house.database.system,
        rows.map((row, i) => ({
          id: row.id,
          hash: row.hash,
          quality: assess(row.record, { now: house.now(), findings: findings[i], links: row.links }),
        })),
      )
      done += rows.length
    }
    return done
  }
  const once = async () => {
    running ??= round()
      .catch((error) => {
        if (!stopped) house.log.error({ err: error }, 'quality could not be assessed; it will be tried again')
        return 0
      })
      .finally(() => {
        running = undefined
      })
    return running
  }
  const ear = listenForEvents(house.database.url, () => void once(), { everyMs: 10_000 })
  return {
    once,
    async stop() {
      stopped = true
      await ear.stop()
      await running
      await (await judge).close()
    },
  }
}
