// Many clients at once, each asking as soon as it was answered.
import autocannon, { type Result } from 'autocannon'
import type { RunningServer } from './pages.server.ts'

/** One run: how many, how long, how large, and what it cost in processor milliseconds a page. */
export interface Run {
  readonly perSecond: number
  readonly p50: number
  readonly p95: number
  readonly bytes: number
  readonly asked: number
  readonly serverCpu: number
  readonly postgresCpu: number
}

export interface RunOptions {
  readonly clients?: number
  readonly seconds: number
  /** Accept-Encoding; none where left out. */
  readonly encoding?: string
  readonly accept?: string
}

/** Asks for the paths, every client for its share of the list in turn. Every answer must be 200. */
export async function run(server: RunningServer, paths: readonly string[], options: RunOptions): Promise<Run> {
  const times: number[] = []
  let wrong = 0
  const before = server.cpu()
  const headers = { accept: options.accept ?? 'text/html', ...(options.encoding ? { 'accept-encoding': options.encoding } : {}) }
  const clients = options.clients ?? 16
  let next = 0
  const result = await new Promise<Result>((resolve, reject) => {
    const shooting = autocannon(
      {
        url: server.url,
        connections: clients,
        duration: options.seconds,
        headers,
        setupClient: (client) => {
          // Its share only: making the whole list ready for each client took the processors from the server for seconds.
          const me = next++
          const share = paths.filter((_, at) => at % clients === me)
          client.setRequests((share.length > 0 ? share : paths).map((path) => ({ method: 'GET', path })))
        },
      },
      (error, done) => (error ? reject(error) : resolve(done)),
    )
    shooting.on('response', (_client, status, _bytes, time) => {
      times.push(time)
      if (status !== 200) wrong++
    })
  })
  const after = server.cpu()
  if (wrong > 0 || result.errors > 0)
    throw new Error(`${wrong} of ${times.length} answers were no 200, ${result.errors} connections failed (${paths[0]})`)
  const sorted = Float64Array.from(times).sort()
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return {
    perSecond: times.length / result.duration,
    p50: at(0.5),
    p95: at(0.95),
    bytes: result.throughput.total / times.length,
    asked: times.length,
    serverCpu: (after.server - before.server) / times.length,
    postgresCpu: (after.postgres - before.postgres) / times.length,
  }
}

/** Addresses of searches from generated questions, of the Land or of one town. */
export function searchPath(
  base: string,
  question: { text: string; facets: Readonly<Record<string, readonly string[]>> },
): string {
  const names: Readonly<Record<string, string>> = { theme: 'thema', format: 'format', licence: 'lizenz' }
  const query = new URLSearchParams(question.text ? { q: question.text } : {})
  for (const [facet, values] of Object.entries(question.facets))
    for (const value of values) query.append(names[facet] ?? facet, facet === 'theme' ? value.toLowerCase() : value)
  return `${base}/daten?${query}`
}
