import type { Kysely } from 'kysely'
import { slugOf } from '#kernel/slug.ts'
import { publisherOf } from '#standards/dcat-ap-de'
import { pointsOf, scoreOf } from '#standards/mqa'
import { writeDays } from '../store/demonstration-store.ts'
import { feedOfAll } from '../store/queries/index-feed.ts'
import type { CatalogueTables } from '../store/tables.ts'
import { triedOf } from './assess-quality.ts'

/** Shares of today's points in the weeks before, the newest first: as it goes when an office mends one thing after the other. */
const weeks = [0.985, 0.985, 0.96, 0.95, 0.95, 0.92, 0.9, 0.9, 0.86, 0.84, 0.83]

/** Gives the demonstration a course: the points of its records as they are, and somewhat less in each week before. Once. */
export async function plantCourse(db: Kysely<CatalogueTables>, publicUrl: string): Promise<void> {
  const sums = new Map<string, { tenant: string; publisher: string; records: number; score: number; best: number }>()
  for await (const rows of feedOfAll(db, publicUrl))
    for (const { tenant, record, links } of rows) {
      if (record.kind === 'service') continue
      const { score, best } = scoreOf(pointsOf(record, { violations: 0, ...triedOf(links) }))
      const name = publisherOf(record)
      for (const publisher of name ? ['', slugOf(name)] : ['']) {
        const key = `${tenant} ${publisher}`
        const sum = sums.get(key) ?? { tenant, publisher, records: 0, score: 0, best: 0 }
        sums.set(key, { ...sum, records: sum.records + 1, score: sum.score + score, best: sum.best + best })
      }
    }
  await writeDays(
    db,
    [...sums.values()].flatMap((sum) =>
      weeks.map((share, at) => ({ ...sum, back: 7 * (at + 1), score: Math.round(sum.score * share) })),
    ),
  )
}
