import { escapeXml } from '#standards/xml'
import type { Imitation, MadeUpRecord } from '../../model/imitation.ts'

const format = (prefix: string, schema: string, space: string) =>
  `<metadataFormat><metadataPrefix>${prefix}</metadataPrefix><schema>${schema}</schema><metadataNamespace>${space}</metadataNamespace></metadataFormat>`
const formats = [
  format('oai_dc', 'http://www.openarchives.org/OAI/2.0/oai_dc.xsd', 'http://www.openarchives.org/OAI/2.0/oai_dc/'),
  format('dcat_ap', 'https://repositorium.example/dcat.xsd', 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'),
].join('')

const text = (name: string, value: string, more = '') => `<${name}${more}>${escapeXml(value)}</${name}>`
const link = (name: string, address: string) => `<${name} rdf:resource="${escapeXml(address)}"/>`

const asDcat = (one: MadeUpRecord, origin: string) => {
  const about = `${origin}/satz/${encodeURIComponent(one.id)}`
  return `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dcat="http://www.w3.org/ns/dcat#" xmlns:foaf="http://xmlns.com/foaf/0.1/">
<dcat:Dataset rdf:about="${escapeXml(about)}">${one.title && text('dct:title', one.title, ' xml:lang="de"')}${text('dct:description', one.description, ' xml:lang="de"')}
${text('dct:identifier', one.id)}<dct:publisher><foaf:Organization>${text('foaf:name', one.publisher)}</foaf:Organization></dct:publisher>${link('dcat:theme', one.theme)}
<dcat:distribution><dcat:Distribution rdf:about="${escapeXml(about)}#datei">${text('dct:title', 'Datei', ' xml:lang="de"')}${link('dcat:accessURL', one.file)}${link('dcat:downloadURL', one.file)}${link('dct:license', one.license)}${link('dct:format', one.format)}</dcat:Distribution></dcat:distribution>
</dcat:Dataset></rdf:RDF>`
}

const asDublinCore = (one: MadeUpRecord, origin: string) =>
  `<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">${text('dc:title', one.title)}${text('dc:description', one.description)}${text('dc:publisher', one.publisher)}${text('dc:subject', one.theme)}${text('dc:type', 'Dataset')}${text('dc:identifier', `${origin}/satz/${encodeURIComponent(one.id)}`)}${text('dc:relation', one.file)}${text('dc:format', one.format)}${text('dc:rights', one.license)}${text('dc:date', one.modified)}</oai_dc:dc>`

/** The second of a record's last change. */
const stamp = (one: MadeUpRecord) => `${new Date(one.modified).toISOString().slice(0, 19)}Z`

const recordOf = (one: MadeUpRecord, prefix: string, origin: string) =>
  `<record><header${one.deleted ? ' status="deleted"' : ''}>${text('identifier', `oai:repositorium.example:${one.id}`)}<datestamp>${stamp(one)}</datestamp></header>${one.deleted ? '' : `<metadata>${prefix === 'oai_dc' ? asDublinCore(one, origin) : asDcat(one, origin)}</metadata>`}</record>`

/** A repository that knows seconds, remembers what was deleted and gives DCAT beside Dublin Core. */
const imitation: Imitation = {
  id: 'oai-pmh',
  path: '/oai',
  tellsDeleted: true,
  answer(url, records, size) {
    if (url.pathname !== '/oai') return undefined
    const ask = (name: string) => url.searchParams.get(name) ?? undefined
    const answer = (content: string) => ({
      type: 'text/xml; charset=utf-8',
      // A prefix that is used within and declared here alone.
      body: `<?xml version="1.0" encoding="UTF-8"?><OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/" xmlns:dct="http://purl.org/dc/terms/"><responseDate>${new Date().toISOString().slice(0, 19)}Z</responseDate><request>${url.origin}/oai</request>${content}</OAI-PMH>`,
    })
    const fault = (code: string) => answer(`<error code="${code}">${code}</error>`)
    if (ask('verb') === 'Identify')
      return answer(
        '<Identify><repositoryName>Repositorium Musterhausen</repositoryName><granularity>YYYY-MM-DDThh:mm:ssZ</granularity><deletedRecord>persistent</deletedRecord></Identify>',
      )
    if (ask('verb') === 'ListMetadataFormats') return answer(`<ListMetadataFormats>${formats}</ListMetadataFormats>`)
    if (ask('verb') !== 'ListRecords') return fault('badVerb')
    const token = ask('resumptionToken')
    const [prefix = '', from = '', place = '0'] = token?.split('|') ?? [ask('metadataPrefix'), ask('from')]
    const start = Number(place)
    if (!['oai_dc', 'dcat_ap'].includes(prefix)) return fault(token ? 'badResumptionToken' : 'cannotDisseminateFormat')
    const found = records.filter((one) => stamp(one) >= from)
    if (found.length === 0) return fault('noRecordsMatch')
    const shown = found.slice(start, start + size)
    const next = start + shown.length < found.length ? `${prefix}|${from}|${start + shown.length}` : ''
    const end =
      found.length > size ? `<resumptionToken completeListSize="${found.length}" cursor="${start}">${next}</resumptionToken>` : ''
    return answer(`<ListRecords>${shown.map((one) => recordOf(one, prefix, url.origin)).join('\n')}${end}</ListRecords>`)
  },
}

export default imitation
