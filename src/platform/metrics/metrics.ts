import { createServer, type Server } from 'node:http'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** The figures of this process in Prometheus' text format, and the few instruments rooms share. */
export interface Metrics {
  readonly registry: Registry
  readonly requests: Histogram<'route' | 'status'>
  /** A gauge of a room; its name begins with the room's. */
  gauge(name: string, help: string): Gauge
}

/** Makes the registry; call once a process. */
export function openMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  return {
    registry,
    requests: new Histogram({ name: 'platform_http_seconds', help: 'Time to answer, by route and status', labelNames: ['route', 'status'], buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10], registers }),
    gauge: (name, help) => new Gauge({ name, help, registers }),
  }
}

/** Serves /metrics, /livez and /readyz on a port of their own. */
export function serveMetrics(metrics: Metrics, at: { host: string; port: number }, ready: () => Promise<string[]>): Promise<Server> {
  const server = createServer(async (request, response) => {
    const path = request.url?.split('?')[0]
    if (path === '/metrics') {
      response.setHeader('content-type', metrics.registry.contentType)
      response.end(await metrics.registry.metrics())
    } else if (path === '/livez') response.end('ok\n')
    else if (path === '/readyz') {
      const missing = await ready()
      response.statusCode = missing.length === 0 ? 200 : 503
      response.end(missing.length === 0 ? 'ok\n' : `${missing.join('\n')}\n`)
    } else {
      response.statusCode = 404
      response.end('not found\n')
    }
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(at.port, at.host, () => resolve(server))
  })
}
