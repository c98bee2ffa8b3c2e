import { z } from 'zod'
import { datasetsOf, datasetToQuads, isDataset } from '#standards/data-json'
import { readCatalogue } from '#standards/dcat-ap-de'
import { defineHarvester, type Entry, type Page, type Way } from '../../harvester.ts'
import { HarvestFault } from '../../model/fault.ts'

const settings = z.object({})

/** Where the document is: as named, or where a portal has it by custom. */
function documentOf(address: string): string {
  const url = new URL(address)
  if (/\.json$|\/items\/?$|\/feed\//i.test(url.pathname)) return url.href
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}/data.json`
}

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

async function* pages(way: Way, address: string): AsyncGenerator<Page> {
  const { bytes, address: found } = await way.get(documentOf(address), { accept: 'application/json' })
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    if (error instanceof TypeError) throw new HarvestFault('encoding', { url: found, encoding: 'utf-8' })
    if (!/[\]}]\s*$/.test(Buffer.from(bytes.subarray(-20)).toString()))
      throw new HarvestFault('cut-off', { url: found, bytes: bytes.length })
    throw new HarvestFault('unreadable', {
      url: found,
      line: 0,
      detail: error instanceof Error ? error.message.slice(0, 200) : '',
    })
  }
  const datasets = datasetsOf(json)
  if (!datasets) throw new HarvestFault('not-this-kind', { url: found })
  const base = new URL(found).origin
  // One document, taken in pieces, so that no transaction grows with it.
  for (let at = 0; at === 0 || at < datasets.length; at += 200)
    yield {
      entries: datasets.slice(at, at + 200).map((one, i) => entryOf(one, base, at + i)),
      announced: datasets.length,
      piece: at > 0 || datasets.length > 200,
      // After a stop the document is read anew: it may be another one by then.
      next: at + 200 < datasets.length ? 'again' : undefined,
    }
}

/** Portals that publish one `data.json`: DKAN 7 and DKAN 2, ArcGIS Hub, and others that follow DCAT-US. */
export default defineHarvester<z.infer<typeof settings>>({
  id: 'data-json',
  name: { de: 'data.json (DKAN, ArcGIS Hub)', en: 'data.json (DKAN, ArcGIS Hub)' },
  use: {
    de: 'Liest die Datei data.json, wie sie DKAN, ArcGIS Hub und andere Portale anbieten.',
    en: 'Reads the file data.json that DKAN, ArcGIS Hub and other portals offer.',
  },
  example: 'https://opendata.beispielstadt.de/data.json',
  settings,
  suits: (address) => (/\/data\.json$|dcat-us|\/metastore\//i.test(address.pathname) ? 0.95 : 0.05),
  pages: (way, address) => pages(way, address),
})
