// The thread in which an index lives. Questions are answered at once; changes run one after the other in small slices between them.

import { setImmediate as nextTurn } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { ok, type Result } from '#kernel/result.ts'
import { OwnIndex } from './own-index/engine.ts'
import { type Loaded, readMemory, readSnapshot, writeSnapshot } from './own-index/snapshot.ts'
import type { Numbered, Ready, Reply, Request, WorkerSettings } from './worker-words.ts'

const settings = workerData as WorkerSettings
/** Milliseconds of a change before waiting questions have their turn. */
const slice = 4

const began = performance.now()
const loaded = settings.memory ? shared(settings.memory) : readSnapshot(settings.file, settings.shape)
const refused = loaded && !loaded.ok ? loaded.error : undefined
const index = new OwnIndex(settings.shape, loaded?.ok ? loaded.value.state : undefined)
const stats = () => ({ ...index.stats(), ...(refused ? { refused } : {}) })

function shared(memory: SharedArrayBuffer): Result<Loaded, string> {
  const state = readMemory(memory, settings.shape)
  return state.ok ? ok({ state: state.value, memory }) : state
}

async function sliced(steps: Generator<void, unknown>): Promise<void> {
  for (let until = performance.now() + slice; !steps.next().done; ) {
    if (performance.now() < until) continue
    await nextTurn()
    until = performance.now() + slice
  }
}

async function change(request: Request): Promise<unknown> {
  switch (request.do) {
    case 'upsert':
      return sliced(index.upsert(request.documents, request.cursor))
    case 'remove':
      index.remove(request.ids, request.cursor)
      return sliced(index.tidy())
    case 'rebuild-begin':
      return index.beginRebuild()
    case 'rebuild-add':
      return sliced(index.addToRebuild(request.documents))
    case 'rebuild-end':
      return sliced(index.endRebuild(request.cursor))
    case 'rebuild-drop':
      return index.dropRebuild()
    case 'save': {
      const { cursor } = index.state
      return { file: settings.file, bytes: await writeSnapshot(settings.file, index.state, settings.shape), cursor }
    }
    default:
      throw new Error(`unknown request ${request.do}`)
  }
}

let changes: Promise<unknown> = Promise.resolve()
const port = parentPort
const reply = (message: Reply) => port?.postMessage(message)

function handle(request: Numbered): void {
  const failed = (error: unknown) =>
    reply({ id: request.id, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  try {
    if (request.do === 'search')
      reply({
        id: request.id,
        text: JSON.stringify(index.search(request.query, request.parsed, performance.now() + settings.timeLimit)),
      })
    else if (request.do === 'suggest')
      reply({ id: request.id, text: JSON.stringify(index.suggest(request.scope, request.prefix, request.limit)) })
    else if (request.do === 'stats') reply({ id: request.id, text: JSON.stringify(stats()) })
    else if (request.do === 'tell-memory') reply({ id: request.id, text: JSON.stringify(process.memoryUsage()) })
    else
      changes = changes
        .then(() => change(request))
        .then((value) => reply({ id: request.id, text: JSON.stringify(value ?? null) }), failed)
  } catch (error) {
    failed(error)
  }
}

port?.on('message', (requests: readonly Numbered[]) => {
  for (const request of requests) handle(request)
})
port?.postMessage({
  ready: true,
  stats: stats(),
  loadMilliseconds: performance.now() - began,
  ...(loaded?.ok ? { memory: loaded.value.memory } : {}),
} satisfies Ready)
