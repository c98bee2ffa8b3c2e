import { parentPort, workerData } from 'node:worker_threads'
import { openJudge } from './judge.ts'
import type { Profile } from './profiles.ts'
import { fromWire, type Wire } from './wire.ts'

/** What the thread is asked. */
export interface Question {
  readonly id: number
  readonly part: Wire
  readonly profile: Profile
}

// The thread: answers one question after the other. What breaks is told, not thrown: a dead thread would take the others' questions along.
const judge = openJudge((workerData as { dataDir: string }).dataDir)
let last: Promise<unknown> = Promise.resolve()

parentPort?.on('message', ({ id, part, profile }: Question) => {
  last = last.then(async () => {
    try {
      parentPort?.postMessage({ id, answer: await judge.judge(fromWire(part), profile) })
    } catch (error) {
      parentPort?.postMessage({ id, broken: error instanceof Error ? error.message : String(error) })
    }
  })
})
