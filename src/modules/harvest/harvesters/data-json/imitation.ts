import type { Imitation, MadeUpRecord } from '../../model/imitation.ts'

const datasetOf = (one: MadeUpRecord) => ({
  '@type': 'dcat:Dataset',
  identifier: one.id,
  title: one.title,
  description: one.description,
  accessLevel: 'public',
  modified: one.modified,
  keyword: ['Probe'],
  theme: [one.theme],
  license: one.license,
  publisher: { '@type': 'org:Organization', name: one.publisher },
  distribution: [{ '@type': 'dcat:Distribution', title: 'Datei', downloadURL: one.file, format: one.format }],
})

/** A portal with one data.json. */
const imitation: Imitation = {
  id: 'data-json',
  path: '/data.json',
  answer: (url, records) =>
    url.pathname === '/data.json'
      ? {
          type: 'application/json',
          body: JSON.stringify({ conformsTo: 'https://project-open-data.cio.gov/v1.1/schema', dataset: records.map(datasetOf) }),
        }
      : undefined,
}

export default imitation
