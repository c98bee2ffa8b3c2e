import { Worker } from 'node:worker_threads'
import type { Ballots, LaidOut } from './lay-out.ts'

/** Computes a map in a thread of its own, so that no page waits; throws what went wrong there. */
export function layOutApart(ballots: Ballots): Promise<LaidOut> {
  const file = import.meta.url.endsWith('.ts') ? './map-worker.ts' : './map-worker.js'
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(file, import.meta.url), {
      workerData: ballots,
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
    })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the thread of an opinion map ended with ${code}`)))
  })
}
