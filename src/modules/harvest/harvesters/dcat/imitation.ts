import type { Imitation, MadeUpRecord } from '../../model/imitation.ts'

const literal = (text: string) => JSON.stringify(text)
const prefixes = `@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix hydra: <http://www.w3.org/ns/hydra/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
`

const dataset = (one: MadeUpRecord, base: string) => `<${base}/dataset/${one.id}> a dcat:Dataset ;
  dct:title ${literal(one.title)}@de ; dct:description ${literal(one.description)}@de ; dct:identifier ${literal(one.id)} ;
  dct:publisher [ a foaf:Organization ; foaf:name ${literal(one.publisher)}@de ] ; dcat:theme <${one.theme}> ;
  dct:modified "${one.modified}"^^xsd:dateTime ; dcat:distribution <${base}/dataset/${one.id}#datei> .
<${base}/dataset/${one.id}#datei> a dcat:Distribution ; dct:title "Datei"@de ; dcat:accessURL <${one.file}> ; dcat:downloadURL <${one.file}> ;
  dct:license <${one.license}> ; dct:format <${one.format}> .
`

/** A catalogue in Turtle with Hydra's paging: each page names all its records and describes some. */
const imitation: Imitation = {
  id: 'dcat',
  path: '/catalog.ttl',
  answer(url, records, size) {
    if (url.pathname !== '/catalog.ttl') return undefined
    const base = url.origin
    const page = Number(url.searchParams.get('page') ?? '1')
    const since = Date.parse(url.searchParams.get('modified_since') ?? '')
    const found = Number.isNaN(since) ? records : records.filter((one) => Date.parse(one.modified) >= since)
    const last = Math.max(1, Math.ceil(found.length / size))
    const shown = found.slice((page - 1) * size, page * size)
    const view = `<${base}/catalog.ttl?page=${page}>`
    const body = `${prefixes}<${base}/katalog> a dcat:Catalog ; dct:title "Katalog"@de ; dct:description "Erfunden"@de .
${found.map((one) => `<${base}/katalog> dcat:dataset <${base}/dataset/${one.id}> .`).join('\n')}
<${base}/catalog.ttl> a hydra:Collection ; hydra:totalItems ${found.length} ; hydra:view ${view} .
${view} a hydra:PartialCollectionView ; hydra:first <${base}/catalog.ttl?page=1> ; hydra:last <${base}/catalog.ttl?page=${last}> .
${page < last ? `${view} hydra:next <${base}/catalog.ttl?page=${page + 1}> .` : ''}
${shown.map((one) => dataset(one, base)).join('')}`
    return { type: 'text/turtle; charset=utf-8', body }
  },
}

export default imitation
