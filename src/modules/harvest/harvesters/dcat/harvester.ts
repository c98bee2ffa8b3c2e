import { z } from 'zod'
import { defineHarvester, type Page, sinceOf, type Way, type Wish } from '../../harvester.ts'
import { HarvestFault } from '../../model/fault.ts'
import { readRdfPage } from '../../reading/rdf-page.ts'

const accept = 'text/turtle, application/rdf+xml;q=0.9, application/ld+json;q=0.9, application/n-triples;q=0.8, */*;q=0.1'

/** What is remembered of a source: the seal of its only page, or since when changes are asked for where it has many. */
interface Mark {
  readonly seal?: string
  readonly since?: string
}

/** `modified_since`, as portals with CKAN and DCAT understand it; others give everything, which does no harm. */
function changedSince(address: string, since: string | undefined): string {
  if (since === undefined) return address
  const url = new URL(address)
  url.searchParams.set('modified_since', since)
  return url.href
}

async function* pages(way: Way, address: string, from: string | undefined, wish: Wish): AsyncGenerator<Page> {
  const seen = new Set<string>()
  const known: Mark = wish.mark === undefined ? {} : JSON.parse(wish.mark)
  const start = changedSince(address, known.since)
  for (let at: string | undefined = from ?? start; at !== undefined; ) {
    if (seen.has(at)) throw new HarvestFault('paging-loop', { url: at })
    seen.add(at)
    const first = at === start
    const answer = await way.ask(at, { accept, ...(first && known.seal ? { seal: known.seal, unless: [304] } : { unless: [] }) })
    if (!answer) {
      yield { entries: [], next: undefined, ...(wish.mark === undefined ? {} : { mark: wish.mark }) }
      return
    }
    const page = await readRdfPage(answer)
    // Of many pages one alone says nothing about the others: there it is the time that counts.
    const single = first && page.next === undefined && known.since === undefined
    const { seal } = answer
    const mark: Mark = single ? (seal === undefined ? {} : { seal }) : { since: sinceOf(answer, wish.now) }
    yield {
      ...page,
      ...(single ? { complete: true } : {}),
      ...(first && (mark.seal || mark.since) ? { mark: JSON.stringify(mark) } : {}),
    }
    at = page.next
  }
}

const settings = z.object({})

/** Catalogues in DCAT and DCAT-AP.de: one document, or many with Hydra's paging. */
export default defineHarvester<z.infer<typeof settings>>({
  id: 'dcat',
  name: { de: 'DCAT-AP.de', en: 'DCAT-AP.de' },
  use: {
    de: 'Liest Kataloge als RDF/XML, Turtle oder JSON-LD, auch seitenweise. So liefern GovData, Piveau, CKAN mit DCAT und die meisten Landesportale.',
    en: 'Reads catalogues as RDF/XML, Turtle or JSON-LD, also page by page. GovData, Piveau, CKAN with DCAT and most portals of the Länder deliver this.',
  },
  example: 'https://daten.beispielstadt.de/catalog.ttl',
  settings,
  suits: (address) => (/\.(?:rdf|ttl|jsonld|xml|n3|nt)$|\/catalog\b|dcat/i.test(address.pathname) ? 0.8 : 0.2),
  pages: (way, address, _settings, from, wish) => pages(way, address, from, wish),
})
