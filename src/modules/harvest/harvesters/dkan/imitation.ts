import type { Imitation, MadeUpRecord } from '../../model/imitation.ts'

const shared = (identifier: string, data: unknown) => ({ identifier, data })

const datasetOf = (one: MadeUpRecord) => ({
  '@type': 'dcat:Dataset',
  identifier: one.id,
  title: one.title,
  description: one.description,
  accessLevel: 'public',
  modified: one.modified,
  keyword: [shared('wort-1', 'Probe')],
  theme: [shared('thema-1', one.theme)],
  license: one.license,
  publisher: shared('stelle-1', { '@type': 'org:Organization', name: one.publisher }),
  distribution: [
    shared(`${one.id}-datei`, { '@type': 'dcat:Distribution', title: 'Datei', downloadURL: one.file, format: one.format }),
  ],
  '%modified': one.modified,
})

/** The metastore of DKAN 2: a bare list, with the parts that datasets share under their ids. */
const imitation: Imitation = {
  id: 'dkan',
  path: '/',
  answer: (url, records) =>
    url.pathname === '/api/1/metastore/schemas/dataset/items' && url.searchParams.has('show-reference-ids')
      ? { type: 'application/json', body: JSON.stringify(records.map(datasetOf)) }
      : undefined,
}

export default imitation
