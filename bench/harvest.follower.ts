// What a server does beside a harvest, in a process of its own: the index follows the database, and records are held against the shapes.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Worker } from 'node:worker_threads'
import { sql } from 'kysely'
import { openHouse } from '#app'
import { installReference } from '#catalogue'
import { keepCatalogueCurrent, keepQualityCurrent } from '#plaques/catalogue'
import { readConfig } from '#platform/config'
import { sharedData } from '#support/shared.ts'
import { bytesInUse } from './harvest.in-use.ts'

/** What the follower tells: once that it is ready, then after each question that everything is done. */
export interface Told {
  /** Whether the official shapes are installed. */
  readonly shapes: boolean
  readonly documents: number
  /** Bytes of the index itself. */
  readonly bytes: number
  /** Bytes in use of this thread and of each beside it; what is resident above that is room that was not given back yet. */
  readonly inUse: Readonly<Record<string, number>>
}

const threads: Worker[] = []
process.on('worker', (worker) => threads.push(worker))
async function inUse(): Promise<Record<string, number>> {
  const parts: Record<string, number> = { program: bytesInUse() }
  for (const thread of threads) {
    // A thread that ended tells nothing.
    const heap = await thread.getHeapStatistics().catch(() => undefined)
    if (heap)
      parts[thread === threads[0] ? 'thread of the index' : 'thread of the shapes'] = heap.used_heap_size + heap.external_memory
  }
  return parts
}

const url = process.argv[2] ?? ''
const data = mkdtempSync(path.join(tmpdir(), 'bench-follower-'))
const from = sharedData()
if (from) await installReference({ dataDir: data, from })
const env = {
  DATABASE_URL: url,
  ALLMENDE_DATA: data,
  PUBLIC_URL: 'https://portal.example',
  METRICS_PORT: '0',
  LOG_LEVEL: 'error',
}
const house = await openHouse(readConfig(env), { quiet: false })
const search = await house.index()
const keepers = [
  await keepCatalogueCurrent({ ...house, search }, { onChange: () => house.keeper.refresh() }),
  keepQualityCurrent(house),
]
const tell = async () => {
  const { documents, bytes } = await search.stats()
  process.send?.({ shapes: from !== undefined, documents, bytes, inUse: await inUse() } satisfies Told)
}

/** How many records are not judged yet, and how many changes not indexed. */
async function waiting(): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select (select count(*) from catalogue_resource where state = 'published' and quality_hash is distinct from source_hash)::int
      + (select count(*) from platform_event where xid > ${String(await search.cursor())}::xid8)::int as n`.execute(
    house.database.system,
  )
  return rows[0]?.n ?? 0
}

// Nothing stays behind when the benchmark ends in the middle.
process.on('disconnect', () => process.exit(1))
process.on('message', async (word: string) => {
  if (word === 'end') {
    await Promise.all(keepers.map((keeper) => keeper.stop()))
    await house.close()
    rmSync(data, { recursive: true, force: true })
    process.exit(0)
  }
  while ((await waiting()) > 0) await wait(100)
  await tell()
})
await tell()
