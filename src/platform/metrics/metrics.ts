import { createServer, type Server } from 'node:http'
import { AggregatorRegistry, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** The figures of this process in Prometheus' text format, and the few instruments rooms share. */
export interface Metrics {
  readonly registry: Registry
  readonly requests: Histogram<'route' | 'status'>
  /**
   * A gauge of a room; its name begins with the room's. With `read` it is asked whenever somebody looks; NaN where that fails.
   * Of several web processes the smallest value is told.
   */
  gauge(name: string, help: string, read?: () => Promise<number>): Gauge
}

/** Makes the registry; call once a process. */
export function openMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  return {
    registry,
    requests: new Histogram({
      name: 'platform_http_seconds',
      help: 'Time to answer, by route and status',
      labelNames: ['route', 'status'],
      buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10],
      registers,
    }),
    gauge: (name, help, read) =>
      new Gauge({
        name,
        help,
        registers,
        aggregator: 'min',
        ...(read
          ? {
              async collect() {
                this.set(await read().catch(() => Number.NaN))
              },
            }
          : {}),
      }),
  }
}

/** The figures of this process as text. */
export const ownFigures = (metrics: Metrics) => (): Promise<string> => metrics.registry.metrics()

/** Lets the process that looks after this one ask for its figures. */
export function shareFigures(metrics: Metrics): void {
  new AggregatorRegistry()
  AggregatorRegistry.setRegistries([metrics.registry])
}

/** The figures of all web processes put together. */
export function gatheredFigures(): () => Promise<string> {
  const registry = new AggregatorRegistry()
  return () => registry.clusterMetrics()
}

/** Serves /metrics, /livez and /readyz on a port of their own. */
export function serveMetrics(
  figures: () => Promise<string>,
  at: { host: string; port: number },
  ready: () => Promise<string[]>,
): Promise<Server> {
  const answer = async (path: string | undefined): Promise<{ status: number; type?: string; text: string }> => {
    if (path === '/metrics') return { status: 200, type: Registry.PROMETHEUS_CONTENT_TYPE, text: await figures() }
    if (path === '/livez') return { status: 200, text: 'ok\n' }
    if (path !== '/readyz') return { status: 404, text: 'not found\n' }
    const missing = await ready()
    return missing.length === 0 ? { status: 200, text: 'ok\n' } : { status: 503, text: `${missing.join('\n')}\n` }
  }
  const server = createServer((request, response) => {
    answer(request.url?.split('?')[0])
      .catch((error: Error) => ({ status: 503, text: `${error.message}\n`, type: undefined }))
      .then(({ status, text, type }) =>
        response.writeHead(status, { 'content-type': type ?? 'text/plain; charset=utf-8' }).end(text),
      )
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(at.port, at.host, () => resolve(server))
  })
}
