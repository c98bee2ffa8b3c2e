import type { Visit } from '#platform/http'
import { publisherOf, say } from '#standards/dcat-ap-de'
import { boundsOf } from '../../use-cases/bounds.ts'
import { isOpen } from '../../use-cases/search-document.ts'
import { formatName } from './file-format.ts'
import type { DatasetPage } from './gather.ts'
import { addressOf, bytesOf } from './head-section.tsx'
import { licenceWords } from './licence-words.ts'
import { safeHref } from './safe-address.ts'

/** The record as schema.org sees it (https://schema.org/Dataset, DataCatalog for nothing, WebAPI for services). */
export function schemaOrg(page: DatasetPage, visit: Visit, address: string): object {
  const { record } = page
  const publisher = publisherOf(record, visit.lang)
  const licence = licenceWords(record, visit.lang)[0]
  const box = boundsOf(record.spatial)
  const period = record.temporal.find((one) => one.start ?? one.end)
  const places = record.spatial.map((place) => say(place.prefLabel ?? [], visit.lang)).filter((name) => name !== '')
  const description = say(record.description, visit.lang)
  const organisation = publisher ? { '@type': 'Organization', name: publisher } : undefined
  return {
    '@context': 'https://schema.org',
    '@type': record.kind === 'service' ? 'WebAPI' : 'Dataset',
    '@id': address,
    url: address,
    name: say(record.title, visit.lang) || record.uri,
    description:
      description.length >= 50 ? description.slice(0, 5000) : `${say(record.title, visit.lang)}. ${description}`.trim(),
    identifier: [...new Set([...record.identifier, record.uri])],
    ...(record.keyword.length > 0 ? { keywords: record.keyword.slice(0, 60).map((one) => one.value) } : {}),
    ...(organisation
      ? record.kind === 'service'
        ? { provider: organisation }
        : { creator: organisation, publisher: organisation }
      : {}),
    ...(record.kind === 'service'
      ? {}
      : {
          isAccessibleForFree: isOpen(record) || record.accessRights?.endsWith('/PUBLIC') === true,
          ...(licence ? { license: licence.href ?? licence.name } : {}),
          ...(record.issued ? { datePublished: record.issued } : {}),
          ...(record.modified ? { dateModified: record.modified } : {}),
          ...(record.version ? { version: record.version } : {}),
          ...(period ? { temporalCoverage: `${period.start ?? '..'}/${period.end ?? '..'}` } : {}),
          ...(box || places.length > 0
            ? {
                spatialCoverage: {
                  '@type': 'Place',
                  ...(places.length > 0 ? { name: places.join(', ') } : {}),
                  ...(box ? { geo: { '@type': 'GeoShape', box: `${box[1]} ${box[0]} ${box[3]} ${box[2]}` } } : {}),
                },
              }
            : {}),
          distribution: page.files.slice(0, 100).flatMap((entry) => {
            const target = addressOf(visit, page.resource.slug, entry)
            const bytes = bytesOf(entry)
            const format = formatName(entry.distribution.format)
            return target
              ? [
                  {
                    '@type': 'DataDownload',
                    contentUrl: URL.parse(target.href, visit.origin)?.href ?? target.href,
                    ...(format ? { encodingFormat: entry.hosted?.mediaType ?? format } : {}),
                    ...(bytes === undefined ? {} : { contentSize: String(bytes) }),
                  },
                ]
              : []
          }),
        }),
    ...(record.kind === 'service' && safeHref(record.endpointDescription[0])
      ? { documentation: record.endpointDescription[0] }
      : {}),
    includedInDataCatalog: { '@type': 'DataCatalog', name: visit.site.name, url: address.replace(/\/daten\/.*$/, '/') },
  }
}
