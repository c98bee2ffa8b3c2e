import { xmlText } from '#standards/atom'
import { type CatalogueRecord, fileTypes, labelOf, nameOf, say, titleOf } from '#standards/dcat-ap-de'

const short = (iri: string) => iri.replace(/^.*[/#]/, '')

/** The fifteen elements of Dublin Core that a record fills, with their values; `page` is its address. */
export function dublinCore(record: CatalogueRecord, page: string): (readonly [element: string, value: string])[] {
  const parts = record.kind === 'service' ? [] : record.distribution
  const all = (element: string, values: readonly (string | undefined)[]) =>
    [...new Set(values.filter((one) => one !== undefined && one !== ''))].map((value) => [element, value as string] as const)
  const formats = record.kind === 'service' ? record.format : parts.map((one) => one.format)
  return [
    ...all('title', [titleOf(record)]),
    ...all(
      'creator',
      [...record.creator, ...record.originator].map((agent) => nameOf(agent)),
    ),
    ...all('subject', [...record.keyword.map((word) => word.value), ...record.theme.map((iri) => labelOf(iri, 'de') ?? iri)]),
    ...all('description', [say(record.description)]),
    ...all('publisher', [nameOf(record.publisher)]),
    ...all(
      'contributor',
      [...record.contributor, ...record.maintainer].map((agent) => nameOf(agent)),
    ),
    ...all('date', [record.modified ?? record.issued]),
    ...all('type', [record.kind === 'service' ? 'Service' : record.kind === 'series' ? 'Collection' : 'Dataset']),
    ...all(
      'format',
      formats.map((iri) => (iri ? (fileTypes.get(iri)?.mediaType ?? fileTypes.get(iri)?.code ?? short(iri)) : undefined)),
    ),
    ...all('identifier', [page, record.uri, ...record.identifier]),
    ...all('source', record.kind === 'service' ? [] : record.source),
    ...all(
      'language',
      record.language.map((iri) => short(iri).toLowerCase()),
    ),
    ...all('relation', [
      ...parts.flatMap((one) => [...one.downloadURL, ...one.accessURL]),
      ...(record.kind === 'service' ? record.endpointURL : []),
      ...record.landingPage,
    ]),
    ...all('coverage', [
      ...record.spatial.map((place) => say(place.prefLabel ?? [])),
      ...record.temporal.map(({ start, end }) => (start || end ? `${start ?? ''}/${end ?? ''}` : undefined)),
    ]),
    ...all('rights', [record.license, ...parts.map((one) => one.license)]),
  ]
}

/** A record as `oai_dc`. */
export const writeDublinCore = (record: CatalogueRecord, page: string): string =>
  `<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd">${dublinCore(
    record,
    page,
  )
    .map(([element, value]) => `<dc:${element}>${xmlText(value)}</dc:${element}>`)
    .join('')}</oai_dc:dc>`
