import { dayNumber } from '#kernel/day.ts'
import type { Sites } from '#kernel/site.ts'
import type { SearchDocument, SearchSchema } from '#platform/search'
import {
  type CatalogueRecord,
  type Distribution,
  type LangString,
  nameOf,
  publisherOf,
  say,
  titleOf,
  vocabularies,
} from '#standards/dcat-ap-de'
import { boundsOf } from './bounds.ts'

const { fileTypes, geocodingLevels, licences, themes } = vocabularies

/** The six facets of the data search, in their order on the page. */
export const facetNames = ['place', 'theme', 'format', 'licence', 'publisher', 'keyword'] as const
export type FacetName = (typeof facetNames)[number]

/** Raise `version` whenever documents are made differently: old snapshots are then refused and built anew. */
export const catalogueSearchSchema: SearchSchema = {
  version: 1,
  facets: [...facetNames],
  queryFields: {
    titel: { field: 'title' },
    title: { field: 'title' },
    stichwort: { field: 'keywords' },
    keyword: { field: 'keywords' },
    beschreibung: { field: 'description' },
    description: { field: 'description' },
    format: { facet: 'format', resolve: (word) => [fileTypes.find(word)?.code ?? word] },
    thema: { facet: 'theme', resolve: (word) => [(themes.find(word)?.code ?? word).toLowerCase()] },
    theme: { facet: 'theme', resolve: (word) => [(themes.find(word)?.code ?? word).toLowerCase()] },
    lizenz: { facet: 'licence', resolve: (word) => [licences.find(word)?.code ?? word] },
    licence: { facet: 'licence', resolve: (word) => [licences.find(word)?.code ?? word] },
    ort: { facet: 'place', resolve: (word) => [word.toLowerCase()] },
    herausgeber: { field: 'other' },
    publisher: { field: 'other' },
  },
}

/** What a record is made from for the index. */
export interface Indexed {
  id: string
  tenant: string
  record: CatalogueRecord
}

const joined = (texts: readonly LangString[]) => texts.map((text) => text.value).join(' \n')
const unique = (values: readonly (string | undefined)[]) =>
  [...new Set(values.filter((value) => value !== undefined && value !== ''))] as string[]

/** Distributions of a record; none for a data service. */
export const distributionsOf = (record: CatalogueRecord): readonly Distribution[] =>
  record.kind === 'service' ? [] : record.distribution

/** Codes of the formats of a record, as the facet and the pages name them. */
export const formatsOf = (record: CatalogueRecord): string[] =>
  formatCodes(record.kind, record.kind === 'service' ? record.format : record.distribution.map((one) => one.format))

/** The same of the IRIs alone, in the order of the distributions. */
export function formatCodes(kind: CatalogueRecord['kind'], given: readonly (string | undefined)[]): string[] {
  const codes = given.map((iri) => (iri ? (fileTypes.get(iri)?.code ?? iri.replace(/^.*[/#]/, '')) : undefined))
  return unique(kind === 'service' ? ['API', ...codes] : codes)
}

/** Codes of the licences of a record and its distributions; a foreign licence stands with its IRI. */
export const licencesOf = (record: CatalogueRecord): string[] =>
  unique(
    [record.license, ...distributionsOf(record).map((one) => one.license)].map((iri) =>
      iri ? (licences.get(iri)?.code ?? iri) : undefined,
    ),
  )

/** Whether at least one distribution may be used by everyone for everything. */
export const isOpen = (record: CatalogueRecord): boolean =>
  [record.license, ...distributionsOf(record).map((one) => one.license)].some(
    (iri) => iri !== undefined && licences.get(iri)?.open === true,
  )

/** Codes of the EU themes of a record in lower case. */
export const themesOf = (record: CatalogueRecord): string[] =>
  unique(record.theme.map((iri) => themes.get(iri)?.code.toLowerCase()))

/** Makes a record findable. Pure; linear in its text. */
export function searchDocument(indexed: Indexed, sites: Sites): SearchDocument {
  const { record } = indexed
  const site = sites.byId(indexed.tenant)
  const distributions = distributionsOf(record)
  const publisher = publisherOf(record)
  const issued = dayNumber(record.issued)
  const modified = dayNumber(record.modified ?? record.issued)
  const bbox = boundsOf(record.spatial)
  const hvd = record.hvdCategory.length > 0 || distributions.some((one) => one.hvdCategory.length > 0)
  const places = record.spatial.flatMap((place) => (place.prefLabel ?? []).map((label) => label.value))
  return {
    id: indexed.id,
    kind: record.kind,
    // Where the catalogue is switched off, no view shows what was once published.
    scopes: site ? (site.modules.includes('catalogue') ? [site.id, ...site.ancestors] : []) : [indexed.tenant],
    fields: {
      title: joined(record.title) || titleOf(record),
      keywords: joined(record.keyword),
      description: joined(record.description),
      other: unique([
        publisher ?? undefined,
        site?.name,
        ...places,
        ...record.originator.map((agent) => nameOf(agent)),
        ...record.theme.map((iri) => themes.get(iri)?.de),
        ...distributions.map((one) => say(one.title)),
        ...record.identifier,
      ]).join(' \n'),
    },
    facets: {
      place: site && site.kind !== 'land' ? [site.slug] : [],
      theme: themesOf(record),
      format: formatsOf(record),
      licence: licencesOf(record),
      publisher: publisher ? [publisher] : [],
      keyword: unique(record.keyword.map((one) => one.value.trim())).slice(0, 30),
    },
    ...(issued === undefined ? {} : { issued }),
    ...(modified === undefined ? {} : { modified }),
    ...(bbox ? { bbox } : {}),
    flags: [...(hvd ? ['hvd'] : []), ...(isOpen(record) ? ['open'] : [])],
  }
}

/** Name of the administrative level a record says it is about. */
export const levelOf = (record: CatalogueRecord) =>
  record.politicalGeocodingLevelURI.map((iri) => geocodingLevels.get(iri)).find((level) => level !== undefined)
