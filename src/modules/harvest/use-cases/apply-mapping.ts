import { type CatalogueRecord, encodeRecord, fileTypes, type Kept, type Repair, readCatalogue } from '#standards/dcat-ap-de'
import { expand, iri, triple } from '#standards/rdf'
import type { Understood } from '../harvester.ts'
import { type MappedKind, type Mapping, mappedKinds } from '../model/source.ts'

/** What a record says by a value; columns of a table are no values. */
type ValueKind = Exclude<MappedKind, 'column'>
const valueKinds = mappedKinds.filter((one): one is ValueKind => one !== 'column')

const properties: Readonly<Record<ValueKind, readonly string[]>> = {
  license: ['dct:license'],
  theme: ['dcat:theme'],
  format: ['dct:format', 'dcat:mediaType'],
}

/** A value of a record that no list knows. */
export interface UnknownValue {
  readonly kind: ValueKind
  readonly value: string
}

const isEuTheme = (value: string) => value.startsWith('http://publications.europa.eu/resource/authority/data-theme/')
const isKnownLicence = (value: string) => /^https?:\/\/dcat-ap\.de\/def\/licenses\//.test(value)

/** Values of licence, theme and format that nobody understood: what the reader kept as it was, and what it could only carry along. */
export function unknownValues({ record, repairs, kept }: Understood): UnknownValue[] {
  const found = new Map<string, UnknownValue>()
  const add = (kind: ValueKind, value: string | undefined) => {
    if (value && value !== '[ ]') found.set(`${kind} ${value}`, { kind, value: value.slice(0, 300) })
  }
  for (const { property, value, reason } of kept)
    if (reason === 'not-understood')
      for (const kind of valueKinds) if (kind !== 'theme' && properties[kind].includes(property)) add(kind, value)
  for (const one of [record, ...('distribution' in record ? record.distribution : [])]) {
    if (one.license && !isKnownLicence(one.license)) add('license', one.license)
    add('license', one.licenseDocument?.label?.[0]?.value ?? one.licenseDocument?.uri)
    const formats = 'endpointURL' in one ? one.format : 'accessURL' in one && one.format ? [one.format] : []
    for (const format of formats) if (!fileTypes.get(format)) add('format', format)
  }
  // A theme of another list besides one of the EU's is no lack.
  if (!record.theme.some(isEuTheme)) {
    for (const theme of record.theme) add('theme', theme)
    for (const { property, value } of kept) if (property === 'dcat:theme') add('theme', value)
    // The reader makes a keyword of a theme in words that it does not know.
    for (const { property, from, to } of repairs)
      if (property === 'dcat:theme' && to.startsWith('dcat:keyword')) add('theme', from.trim())
  }
  return [...found.values()]
}

/** Gives the values of a record the meaning that staff gave them. The record is read anew, so everything that follows from a value follows from its meaning. */
export function applyMapping(given: Understood, { values }: Mapping): Understood {
  const unknown = unknownValues(given).filter(({ kind, value }) => values[kind][value])
  if (unknown.length === 0) return given
  const meant = new Map(
    unknown.flatMap(({ kind, value }) => properties[kind].map((name) => [`${expand(name)} ${value}`, values[kind][value] ?? ''])),
  )
  const labels = new Map<string, string>()
  const quads = encodeRecord(given.record)
  // A licence in words of its own is a node with a label: the node gets the meaning.
  for (const { subject, predicate, object } of quads)
    if (predicate.value === expand('rdfs:label') || predicate.value === expand('skos:prefLabel'))
      labels.set(subject.value, object.value)
  const repairs: Repair[] = [...given.repairs]
  const changed = quads.map((quad) => {
    const value = labels.get(quad.object.value) ?? quad.object.value
    const meaning =
      meant.get(`${quad.predicate.value} ${value.slice(0, 300)}`) ?? meant.get(`${quad.predicate.value} ${quad.object.value}`)
    if (!meaning) return quad
    repairs.push({ record: given.record.uri, property: shortName(quad.predicate.value), from: value, to: meaning })
    return triple(quad.subject, quad.predicate.value, iri(meaning))
  })
  const subject = iri(given.record.uri)
  for (const { kind, value } of unknown) {
    const meaning = values[kind][value]
    // The reader has put it among the subjects or keywords; there it stays, as what the source said.
    const said = [...given.record.theme, ...given.record.keyword.map((word) => word.value)].map((one) => one.slice(0, 300))
    if (kind !== 'theme' || !meaning || !said.includes(value)) continue
    changed.push(triple(subject, expand('dcat:theme'), iri(meaning)))
    repairs.push({ record: given.record.uri, property: 'dcat:theme', from: value, to: meaning })
  }
  const reading = readCatalogue(changed)
  const record: CatalogueRecord | undefined = reading.records.find((one) => one.uri === given.record.uri)
  if (!record) return given
  const kept: Kept[] = given.kept.filter((one) => !meant.has(`${expand(one.property)} ${one.value.slice(0, 300)}`))
  return { record, repairs: [...repairs, ...reading.repairs], kept }
}

const shortName = (predicate: string) =>
  Object.values(properties)
    .flat()
    .find((name) => expand(name) === predicate) ?? predicate
