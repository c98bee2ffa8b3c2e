import type { Imitation, MadeUpRecord } from '../../model/imitation.ts'

const text = (value: string) => JSON.stringify(value)
const dataset = (one: MadeUpRecord) => ({
  '@id': `https://geo.musterhausen.example/${one.id}`,
  '@type': 'http://www.w3.org/ns/dcat#Dataset',
  ...(one.title ? { 'http://purl.org/dc/terms/title': { '@value': one.title, '@language': 'de' } } : {}),
  'http://purl.org/dc/terms/description': { '@value': one.description, '@language': 'de' },
  'http://purl.org/dc/terms/publisher': {
    '@type': 'http://xmlns.com/foaf/0.1/Organization',
    'http://xmlns.com/foaf/0.1/name': one.publisher,
  },
  'http://www.w3.org/ns/dcat#theme': { '@id': one.theme },
  'http://www.w3.org/ns/dcat#distribution': {
    '@id': `https://geo.musterhausen.example/${one.id}#datei`,
    '@type': 'http://www.w3.org/ns/dcat#Distribution',
    'http://www.w3.org/ns/dcat#accessURL': { '@id': one.file },
    'http://purl.org/dc/terms/license': { '@id': one.license },
    'http://purl.org/dc/terms/format': { '@id': one.format },
  },
})

/** So that the document says what it is when no dataset is left in it. */
const catalogue = {
  '@id': 'https://geo.musterhausen.example/',
  '@type': 'http://www.w3.org/ns/dcat#Catalog',
  'http://purl.org/dc/terms/title': { '@value': 'Geodaten', '@language': 'de' },
}

const row = (one: MadeUpRecord) =>
  [one.id, one.title, one.description, one.publisher, one.theme, one.file, one.format, one.license].map(text).join(',')

/** A folder with a catalogue and a table in it: half of the records each. */
const imitation: Imitation = {
  id: 'folder',
  path: 'ordner:',
  answer: () => undefined,
  files(records) {
    // Each stays in its file, whatever happens to the others.
    const listed = (one: MadeUpRecord) => /[0-7](?:\.\w+)?$/.test(one.file)
    return [
      {
        name: 'geodaten/katalog.jsonld',
        body: JSON.stringify([catalogue, ...records.filter((one) => !listed(one)).map(dataset)]),
      },
      {
        name: 'liste.csv',
        body: `Kennung,Titel,Beschreibung,Herausgeber,Thema,Datei,Format,Lizenz\n${records
          .filter(listed)
          .map((one) => `${row(one)}\n`)
          .join('')}`,
      },
      { name: 'lies-mich.txt', body: 'Dieser Ordner wird nachts gelesen.' },
    ]
  },
}

export default imitation
