import type { Imitation, MadeUpRecord } from '../../model/imitation.ts'

const recordOf = (one: MadeUpRecord) => ({
  id: one.id,
  type: 'Feature',
  conformsTo: ['http://www.opengis.net/spec/ogcapi-records-1/1.0/conf/record-core'],
  geometry: null,
  time: null,
  properties: {
    type: 'dataset',
    title: one.title,
    description: one.description,
    keywords: ['Probe'],
    themes: [{ concepts: [{ id: one.theme }], scheme: 'http://publications.europa.eu/resource/authority/data-theme' }],
    updated: one.modified,
    language: { code: 'de' },
    contacts: [{ organization: one.publisher, roles: ['publisher'] }],
    formats: [{ name: one.format }],
    license: one.license,
  },
  links: [{ href: one.file, rel: 'enclosure', title: 'Datei' }],
})

/** A server with one collection of records and, beside it, one of something else. */
const imitation: Imitation = {
  id: 'ogc-records',
  path: '/ogcapi',
  answer(url, records, size) {
    const json = (value: unknown) => ({ type: 'application/json', body: JSON.stringify(value) })
    const base = `${url.origin}/ogcapi`
    const collection = {
      id: 'katalog',
      title: 'Katalog',
      itemType: 'record',
      links: [{ href: `${base}/collections/katalog/items`, rel: 'items', type: 'application/geo+json' }],
    }
    if (url.pathname === '/ogcapi')
      return json({ title: 'Katalog', links: [{ href: `${base}/collections`, rel: 'data', type: 'application/json' }] })
    if (url.pathname === '/ogcapi/collections')
      return json({ collections: [{ id: 'haltestellen', itemType: 'feature' }, collection], links: [] })
    if (url.pathname === '/ogcapi/collections/katalog') return json(collection)
    if (url.pathname !== '/ogcapi/collections/katalog/items') return undefined
    const offset = Number(url.searchParams.get('offset') ?? '0')
    const limit = Math.min(Number(url.searchParams.get('limit') ?? '10'), size)
    const shown = records.slice(offset, offset + limit)
    const more = offset + shown.length < records.length
    return {
      type: 'application/geo+json',
      body: JSON.stringify({
        type: 'FeatureCollection',
        numberMatched: records.length,
        numberReturned: shown.length,
        features: shown.map(recordOf),
        links: more
          ? [
              {
                href: `${base}/collections/katalog/items?limit=${limit}&offset=${offset + limit}`,
                rel: 'next',
                type: 'application/geo+json',
              },
            ]
          : [],
      }),
    }
  },
}

export default imitation
