import { datasetsOf, datasetToQuads, isDataset, withoutReferences } from '#standards/data-json'
import { readCatalogue } from '#standards/dcat-ap-de'
import type { Entry, Fetched, Page, Way, Wish } from '../harvester.ts'
import { HarvestFault } from '../model/fault.ts'
import { readJsonAnswer } from './json-answer.ts'

function entryOf(given: unknown, base: string, at: number): Entry {
  const fields = isDataset(given) ? given : {}
  const id = String(fields.identifier ?? fields['@id'] ?? '').trim()
  const uri = /^https?:\/\/\S+$/i.test(id) ? id : `${base}/dataset/${encodeURIComponent(id)}`
  const page = typeof fields.landingPage === 'string' ? fields.landingPage : undefined
  return {
    id: id || `dataset[${at}]`,
    raw: JSON.stringify(given),
    excerpt: () => JSON.stringify(given, null, 1),
    ...(page ? { page } : {}),
    understand() {
      if (!isDataset(given)) return { reason: 'no-package' }
      if (given.accessLevel === 'non-public' || given.accessLevel === 'restricted public') return { reason: 'private' }
      if (id === '') return { reason: 'unreadable', detail: 'identifier' }
      const { records, repairs, kept, rejected } = readCatalogue(datasetToQuads(given, uri))
      const record = records.find((one) => one.uri === uri) ?? records[0]
      return record ? { record, repairs, kept } : { reason: rejected[0]?.reason ?? 'unreadable' }
    },
  }
}

/** Reads the document of a portal with all its datasets in it; nothing where the seal of the last run still holds. */
export async function* readDataJsonPages(way: Way, address: string, { mark }: Wish): AsyncGenerator<Page> {
  const answer = await way.ask(address, {
    accept: 'application/json',
    ...(mark ? { seal: mark, unless: [304] } : { unless: [] }),
  })
  if (!answer) {
    yield { entries: [], next: undefined, ...(mark ? { mark } : {}) }
    return
  }
  yield* piecesOf(answer)
}

function* piecesOf(answer: Fetched): Generator<Page> {
  const { address: found, seal } = answer
  const json = readJsonAnswer(answer)
  const datasets = datasetsOf(json)
  if (!datasets) throw new HarvestFault('not-this-kind', { url: found })
  const base = new URL(found).origin
  // One document, taken in pieces, so that no transaction grows with it.
  for (let at = 0; at === 0 || at < datasets.length; at += 200)
    yield {
      entries: datasets.slice(at, at + 200).map((one, i) => entryOf(isDataset(one) ? withoutReferences(one) : one, base, at + i)),
      announced: datasets.length,
      complete: true,
      ...(seal ? { mark: seal } : {}),
      piece: at > 0 || datasets.length > 200,
      // After a stop the document is read anew: it may be another one by then.
      next: at + 200 < datasets.length ? 'again' : undefined,
    }
}
