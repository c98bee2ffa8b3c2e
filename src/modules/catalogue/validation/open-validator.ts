import { Worker } from 'node:worker_threads'
import { fail, type Result } from '#kernel/result.ts'
import type { RecordPart } from '#standards/shacl'
import type { Finding } from './finding.ts'
import type { Profile } from './profiles.ts'
import { toWire } from './wire.ts'
import type { Question } from './worker.ts'

/** Why there are no findings: text key with values (not installed, too slow, too much at once, broken). */
export interface ValidationFault {
  readonly key: string
  readonly params: Readonly<Record<string, string | number>>
}

export type Verdict = Result<Finding[], ValidationFault>

/** Validation in a thread of its own. */
export interface Validator {
  /** Findings about one part of a catalogue, as `splitRecords` or `recordPart` of the SHACL room cut it. */
  validate(part: RecordPart, profile: Profile): Promise<Verdict>
  /** Resolves when the next question would be taken. */
  free(): Promise<void>
  /** Ends the thread; open questions are answered as given up. */
  close(): Promise<void>
}

export interface ValidatorOptions {
  /** Questions that may wait; more are refused as `busy`. */
  readonly queue?: number
  /** Milliseconds for one question. The first of a profile includes reading the rules. */
  readonly timeLimit?: number
}

interface Waiting {
  readonly question: Question
  readonly answer: (verdict: Verdict) => void
}

const refuse = (name: string, params: ValidationFault['params'] = {}): Verdict =>
  fail({ key: `catalogue.validation.fault.${name}`, params })

/** Questions handed to the thread ahead of time, so that it never waits for the next one. */
const ahead = 4

/** Starts the thread. A question that takes too long or breaks the thread is answered with that; the thread is started anew for the others. */
export function openValidator(dataDir: string, { queue = 256, timeLimit = 20_000 }: ValidatorOptions = {}): Validator {
  const waiting: Waiting[] = []
  const handed: Waiting[] = []
  const atDoor: Array<() => void> = []
  let worker: Worker | undefined
  let timer: NodeJS.Timeout | undefined
  let count = 0
  let closed = false

  /** The thread answers in order: the first handed question is the one it works on. */
  const finish = (verdict: Verdict) => {
    clearTimeout(timer)
    timer = undefined
    handed.shift()?.answer(verdict)
    next()
    if (waiting.length < queue) atDoor.shift()?.()
  }
  const drop = (reason: Verdict) => {
    const broken = worker
    worker = undefined
    broken?.removeAllListeners()
    broken?.on('error', () => {})
    void broken?.terminate()
    // Only the first is to blame; the others go to the new thread.
    waiting.unshift(...handed.splice(1))
    if (handed.length > 0) finish(reason)
  }
  const start = () => {
    const file = import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js'
    const started = new Worker(new URL(file, import.meta.url), {
      workerData: { dataDir },
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
    })
    started.on('message', ({ id, answer, broken }: { id: number; answer?: Verdict; broken?: string }) => {
      if (id === handed[0]?.question.id) finish(answer ?? refuse('broken', { detail: (broken ?? '').slice(0, 200) }))
    })
    started.on('error', (error: Error) => drop(refuse('broken', { detail: error.message.slice(0, 200) })))
    started.on('exit', () => drop(refuse('broken', { detail: 'exit' })))
    return started
  }
  const next = () => {
    if (closed) return
    for (let one = waiting[0]; one && handed.length < ahead; one = waiting[0]) {
      waiting.shift()
      handed.push(one)
      worker ??= start()
      worker.postMessage(one.question)
    }
    if (handed.length === 0) return void worker?.unref()
    worker?.ref()
    timer ??= setTimeout(() => drop(refuse('too-slow', { seconds: Math.round(timeLimit / 1000) })), timeLimit)
  }

  return {
    validate(part, profile) {
      if (closed) return Promise.resolve(refuse('closed'))
      if (waiting.length >= queue) return Promise.resolve(refuse('busy', { count: queue }))
      const question: Question = { id: ++count, part: toWire(part), profile }
      return new Promise((answer) => {
        waiting.push({ question, answer })
        next()
      })
    },
    free: () => (waiting.length < queue ? Promise.resolve() : new Promise((resolve) => atDoor.push(resolve))),
    async close() {
      closed = true
      clearTimeout(timer)
      for (const { answer } of [...handed.splice(0), ...waiting.splice(0)]) answer(refuse('closed'))
      for (const resolve of atDoor.splice(0)) resolve()
      worker?.removeAllListeners()
      await worker?.terminate()
    },
  }
}
