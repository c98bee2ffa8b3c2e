import type { Quad, Term } from '@rdfjs/types'
import { type CatalogueHouse, type FeedStart, graphOf, listRecords, ownHead, readChangeFeed, recordsOf } from '#catalogue'
import { ok, type Result } from '#kernel/result.ts'
import { type Site, shownWith } from '#kernel/site.ts'
import { encodeCatalogue } from '#standards/dcat-ap-de'
import { blank, toLines, triple } from '#standards/rdf'
import type { Engine, EngineFault } from './engine.ts'

const loadTime = 60_000
const batch = 500

/** The graph of a tenant: the address of its catalogue. */
export const graphOfTenant = (site: Site, publicUrl: string): string => ownHead(site, publicUrl).uri

/** Blank nodes of one record are others than those of the next. */
function apart(quads: readonly Quad[], mark: string): Quad[] {
  const named = (term: Term) => (term.termType === 'BlankNode' ? blank(`${mark}${term.value}`) : term)
  return quads.map((quad) => triple(named(quad.subject), quad.predicate.value, named(quad.object)))
}

/** Loads what a tenant has published into its graph. */
async function load(house: CatalogueHouse, engine: Engine, site: Site): Promise<Result<string, EngineFault>> {
  const head = ownHead(site, house.config.publicUrl)
  const graph = head.uri
  const dropped = engine.loaded.has(graph) ? await engine.ask({ kind: 'drop', graph }, loadTime) : ok('')
  if (!dropped.ok) return dropped
  let lines = toLines(apart(encodeCatalogue(head), 'h'))
  const order = [{ by: 'id' as const, descending: false }]
  for (let offset = 0; ; offset += batch) {
    const { ids } = await listRecords(house, site, { tenants: [site.id] }, { sort: order, offset, limit: batch })
    for (const one of await recordsOf(house, site, ids))
      lines.push(...toLines(apart(graphOf(one, head.uri), `r${one.id.replaceAll('-', '')}`)))
    const done = await engine.ask({ kind: 'load', graph, lines: `${lines.join('\n')}\n` }, loadTime)
    if (!done.ok) return done
    lines = []
    if (ids.length < batch) break
  }
  engine.loaded.set(graph, true)
  return ok(graph)
}

/** Keeps the graphs of the views that are asked for as they are published, `freshTime` behind at most. */
export class Views {
  readonly #house: CatalogueHouse
  readonly #engine: Engine
  readonly #freshTime: number
  /** Tenants whose graph has been overtaken by what they published. */
  readonly #stale = new Set<string>()
  #place: FeedStart
  #looked = 0
  #last: Promise<unknown> = Promise.resolve()

  constructor(house: CatalogueHouse, engine: Engine, freshTime = 60_000) {
    this.#house = house
    this.#engine = engine
    this.#freshTime = freshTime
  }

  /** Makes a view ready; gives its graphs. One view after the other. */
  ready(view: Site): Promise<Result<string[], EngineFault>> {
    const done = this.#last.then(() => this.#make(view))
    this.#last = done.catch(() => {})
    return done
  }

  async #make(view: Site): Promise<Result<string[], EngineFault>> {
    const sites = this.#house.sites()
    await this.#look(sites.root)
    const graphs: string[] = []
    for (const id of shownWith('catalogue', view, sites)) {
      const site = sites.byId(id)
      if (!site) continue
      const graph = graphOfTenant(site, this.#house.config.publicUrl)
      graphs.push(graph)
      if (this.#engine.loaded.has(graph) && !this.#stale.has(id)) continue
      this.#stale.delete(id)
      const done = await load(this.#house, this.#engine, site)
      if (!done.ok) {
        this.#stale.add(id)
        return done
      }
    }
    return ok(graphs)
  }

  /** Notes in which tenants something was published, changed or withdrawn since it was last looked. */
  async #look(root: Site): Promise<void> {
    const now = this.#house.now()
    if (this.#place && now.getTime() - this.#looked < this.#freshTime) return
    for (let more = true; more; ) {
      // Nothing is loaded before the first look: from then on, and what was being written then is seen by the next.
      const page = await readChangeFeed(this.#house, root, this.#place ?? { moment: now }, 500)
      for (const { tenant } of page?.changes ?? []) this.#stale.add(tenant)
      if (!page) for (const { id } of this.#house.sites().all) this.#stale.add(id)
      this.#place = page
      more = page?.more ?? false
    }
    this.#looked = now.getTime()
  }
}
