import { setTimeout as wait } from 'node:timers/promises'
import { type CatalogueHouse, catalogueRoutes } from '#catalogue'
import { type Answer, body, type Handler, handler, redirect, type Visit } from '#platform/http'
import { boundQuery } from './bounded-query.ts'
import { Engine, type EngineFault } from './engine.ts'
import { routes } from './routes.ts'
import { Views } from './view.ts'

export { routes as sparqlRoutes } from './routes.ts'

/** Rows or triples of one answer. */
const mostRows = 10_000
const queryTime = 10_000
/** Queries that may wait for each other. */
const mostWaiting = 8
/** How long a first question waits for the catalogue to be read in. */
const patience = 8_000

const open = { 'access-control-allow-origin': '*', vary: 'Accept, Accept-Encoding' }
const results = ['application/sparql-results+json', 'application/sparql-results+xml', 'text/csv', 'text/tab-separated-values']
const graphs = ['text/turtle', 'application/rdf+xml', 'application/n-triples']
const also: Readonly<Record<string, string>> = { 'application/json': results[0] ?? '', 'application/xml': results[1] ?? '' }

const refuse = (status: number, message: string, more: Record<string, string> = {}): Answer =>
  body('text/plain; charset=utf-8', `${message}\n`, { ...open, 'cache-control': 'no-store', ...more }, status)

const later = (message: string, seconds: number) => refuse(503, message, { 'retry-after': String(seconds) })

function faultAnswer(fault: EngineFault): Answer {
  switch (fault.kind) {
    case 'query':
      return refuse(400, `The query cannot be read or carried out: ${fault.message}`)
    case 'time':
      return refuse(
        503,
        `The query took longer than ${queryTime / 1000} seconds and was ended. Narrow it, or fetch the catalogue and ask at home.`,
      )
    case 'died':
      return refuse(
        503,
        'The query needed more memory than there is and was ended. Narrow it, or fetch the catalogue and ask at home.',
      )
    case 'too-large':
      return refuse(
        503,
        'This catalogue is larger than the memory that SPARQL has here. Ask the page of one municipality, or fetch the catalogue.',
      )
  }
}

/** The query of a request: in the address, in a form, or as the body itself. */
function queryOf(visit: Visit): { query: string; params: URLSearchParams } {
  if (visit.request.method !== 'POST') return { query: visit.query.get('query') ?? '', params: visit.query }
  const type = String(visit.request.headers['content-type'] ?? '')
  const sent = typeof visit.request.body === 'string' ? visit.request.body : ''
  if (type.startsWith('application/sparql-query')) return { query: sent, params: visit.query }
  const params = new URLSearchParams(sent)
  return { query: params.get('query') ?? '', params }
}

async function answer(engine: Engine, views: Views, visit: Visit): Promise<Answer> {
  const { query, params } = queryOf(visit)
  if (params.has('update') || String(visit.request.headers['content-type'] ?? '').startsWith('application/sparql-update'))
    return refuse(403, 'Updates are not offered here.')
  if (query.trim() === '') {
    if (visit.request.method === 'GET' && visit.accepts([...results, 'text/html']) === 'text/html')
      return redirect(visit.to(catalogueRoutes.counter, { counter: 'sparql' }))
    return refuse(400, 'query is missing')
  }
  if (params.has('default-graph-uri') || params.has('named-graph-uri'))
    return refuse(
      400,
      'default-graph-uri and named-graph-uri are not offered: the page that is asked says whose catalogue is meant',
    )
  const bounded = boundQuery(query, mostRows)
  if (!bounded.ok) return refuse(400, bounded.error)
  const offered = ['SELECT', 'ASK'].includes(bounded.value.form) ? results : graphs
  const others = offered === results ? Object.keys(also) : []
  const chosen = visit.accepts([...offered, ...others])
  if (!chosen) return refuse(406, `Answers are given as ${offered.join(', ')}`)
  if (engine.waiting >= mostWaiting) return later('Too many queries at once: ask again in a few seconds.', 5)
  const format = also[chosen] ?? chosen
  const ready = await Promise.race([views.ready(visit.site), wait(patience, undefined, { ref: false })])
  if (!ready) return later('The catalogue is being read in: ask again in half a minute.', 30)
  if (!ready.ok) return faultAnswer(ready.error)
  const found = await engine.ask({ kind: 'query', query: bounded.value.text, graphs: ready.value, format }, queryTime)
  return found.ok
    ? body(`${format}; charset=utf-8`, found.value, { ...open, 'x-row-limit': String(mostRows) })
    : faultAnswer(found.error)
}

/** The counter for those who ask the catalogue as a graph: SPARQL 1.1, for reading, with limits. */
export function sparqlHandlers(house: CatalogueHouse): Handler[] {
  const memory = house.config.SPARQL_MEMORY_MB
  const engine = new Engine(memory)
  const views = new Views(house, engine)
  const respond = (visit: Visit) => (memory === 0 ? refuse(404, 'SPARQL is switched off here.') : answer(engine, views, visit))
  return [
    handler(routes.query, respond, { perMinute: 60 }),
    handler(routes.queryPost, respond, { perMinute: 60, textBody: true }),
  ]
}
