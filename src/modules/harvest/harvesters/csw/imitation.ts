import { escapeXml } from '#standards/xml'
import type { Imitation, MadeUpRecord } from '../../model/imitation.ts'

const space = `xmlns:gmd="http://www.isotc211.org/2005/gmd" xmlns:gco="http://www.isotc211.org/2005/gco"`
const words = (name: string, text: string) =>
  `<gmd:${name}><gco:CharacterString>${escapeXml(text)}</gco:CharacterString></gmd:${name}>`
const code = (name: string, list: string, value: string) =>
  `<gmd:${name}><gmd:${list} codeList="#${list}" codeListValue="${value}">${value}</gmd:${list}></gmd:${name}>`
const keywords = (thesaurus: string, ...all: readonly string[]) =>
  `<gmd:descriptiveKeywords><gmd:MD_Keywords>${all.map((word) => words('keyword', word)).join('')}${thesaurus && `<gmd:thesaurusName><gmd:CI_Citation>${words('title', thesaurus)}</gmd:CI_Citation></gmd:thesaurusName>`}</gmd:MD_Keywords></gmd:descriptiveKeywords>`

const recordOf = (one: MadeUpRecord) => `<gmd:MD_Metadata ${space}>${words('fileIdentifier', one.id)}
${code('language', 'LanguageCode', 'ger')}${code('hierarchyLevel', 'MD_ScopeCode', 'dataset')}
<gmd:identificationInfo><gmd:MD_DataIdentification>
<gmd:citation><gmd:CI_Citation>${words('title', one.title)}<gmd:date><gmd:CI_Date><gmd:date><gco:DateTime>${one.modified}</gco:DateTime></gmd:date>${code('dateType', 'CI_DateTypeCode', 'revision')}</gmd:CI_Date></gmd:date></gmd:CI_Citation></gmd:citation>
${words('abstract', one.description)}
<gmd:pointOfContact><gmd:CI_ResponsibleParty>${words('organisationName', one.publisher)}${code('role', 'CI_RoleCode', 'publisher')}</gmd:CI_ResponsibleParty></gmd:pointOfContact>
${keywords('', 'opendata')}${keywords('EU data themes', one.theme)}
<gmd:resourceConstraints><gmd:MD_LegalConstraints>${code('useConstraints', 'MD_RestrictionCode', 'otherRestrictions')}${words('otherConstraints', JSON.stringify({ id: one.license, name: one.license, url: '', quelle: one.publisher }))}</gmd:MD_LegalConstraints></gmd:resourceConstraints>
${code('language', 'LanguageCode', 'ger')}
</gmd:MD_DataIdentification></gmd:identificationInfo>
<gmd:distributionInfo><gmd:MD_Distribution><gmd:distributionFormat><gmd:MD_Format>${words('name', one.format)}</gmd:MD_Format></gmd:distributionFormat>
<gmd:transferOptions><gmd:MD_DigitalTransferOptions><gmd:onLine><gmd:CI_OnlineResource><gmd:linkage><gmd:URL>${escapeXml(one.file)}</gmd:URL></gmd:linkage>${words('name', 'Datei')}${code('function', 'CI_OnLineFunctionCode', 'download')}</gmd:CI_OnlineResource></gmd:onLine></gmd:MD_DigitalTransferOptions></gmd:transferOptions>
</gmd:MD_Distribution></gmd:distributionInfo></gmd:MD_Metadata>`

const capabilities = (
  url: URL,
) => `<csw:Capabilities xmlns:csw="http://www.opengis.net/cat/csw/2.0.2" xmlns:ows="http://www.opengis.net/ows" xmlns:xlink="http://www.w3.org/1999/xlink" version="2.0.2">
<ows:ServiceIdentification><ows:Title>Geokatalog</ows:Title></ows:ServiceIdentification>
<ows:OperationsMetadata><ows:Operation name="GetRecords"><ows:DCP><ows:HTTP><ows:Get xlink:href="${url.origin}/csw"/><ows:Post xlink:href="${url.origin}/csw"/></ows:HTTP></ows:DCP></ows:Operation></ows:OperationsMetadata></csw:Capabilities>`

/** A geo catalogue with CSW 2.0.2 that takes GetRecords by GET and by POST. */
const imitation: Imitation = {
  id: 'csw',
  path: '/csw',
  answer(url, records, size, body) {
    if (url.pathname !== '/csw') return undefined
    const type = 'application/xml; charset=utf-8'
    const parameter = (name: string) => [...url.searchParams].find(([key]) => key.toLowerCase() === name)?.[1]
    if (parameter('request') === 'GetCapabilities') return { type, body: capabilities(url) }
    const number = (name: string) =>
      Number(parameter(name.toLowerCase()) ?? new RegExp(`${name}="(\\d+)"`).exec(body ?? '')?.[1] ?? '1')
    const start = number('startPosition')
    const shown = records
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .slice(start - 1, start - 1 + Math.min(number('maxRecords'), size))
    const next = start + shown.length
    return {
      type,
      body: `<?xml version="1.0" encoding="UTF-8"?><csw:GetRecordsResponse xmlns:csw="http://www.opengis.net/cat/csw/2.0.2" version="2.0.2"><csw:SearchStatus timestamp="2026-11-01T08:00:00Z"/>
<csw:SearchResults elementSet="full" numberOfRecordsMatched="${records.length}" numberOfRecordsReturned="${shown.length}" nextRecord="${next > records.length ? 0 : next}" recordSchema="http://www.isotc211.org/2005/gmd">${shown.map(recordOf).join('\n')}</csw:SearchResults></csw:GetRecordsResponse>`,
    }
  },
}

export default imitation
