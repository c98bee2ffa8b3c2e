import type { Lang } from '#kernel/locale.ts'
import type { Agent, CatalogueRecord, ContactPoint, LangString, Place, Vocabulary } from '#standards/dcat-ap-de'
import { vocabularies } from '#standards/dcat-ap-de'
import type { Option } from '#ui/components/form-field/form-field.tsx'
import { bboxOf, boundsFault, boundsOf, wktOf } from './bounds.ts'
import type { FormField, Values } from './field.ts'
import {
  addressFault,
  dateFault,
  day,
  emailFault,
  inLang,
  telFault,
  withFirst,
  withLang,
  withOptional,
  withWords,
} from './lenses.ts'

type RecordField = FormField<CatalogueRecord>
/** Datasets and series have what services do not. */
type WithRhythm = Exclude<CatalogueRecord, { kind: 'service' }>

const { accessRights, contributors, frequencies, geocodingLevels, hvdCategories, licences, themes } = vocabularies

/** What the list of themes keeps for provisional data is no theme that anybody looks for. */
const subjects: Vocabulary = {
  ...themes,
  concepts: themes.concepts.filter(({ code }) => code !== 'OP_DATPRO'),
  get: (iri) => (iri.endsWith('/OP_DATPRO') ? undefined : themes.get(iri)),
}

/** A vocabulary as choices in the reader's language. */
export const choices =
  (vocabulary: Vocabulary, codes?: readonly string[]) =>
  (lang: Lang): Option[] =>
    vocabulary.concepts
      .filter((concept) => !codes || codes.includes(concept.code))
      .map((concept) => ({ value: concept.iri, label: lang.startsWith('en') ? concept.en : concept.de }))

const maybe = (value: string | undefined): Values => (value === undefined || value === '' ? [] : [value])
const text = (texts: readonly LangString[], lang: string): Values => maybe(inLang(texts, lang)?.value)

/** A text in one language, of those that a record has in several. */
export const langField = (
  name: string,
  property: string,
  key: 'title' | 'description',
  lang: string,
  given: Pick<RecordField, 'input' | 'max' | 'optional'>,
): RecordField => ({
  name,
  property,
  ...given,
  get: (record) => text(record[key], lang),
  set: (record, values) => ({ ...record, [key]: withLang(record[key], lang, values[0]) }),
})

const known = (vocabulary: Vocabulary, iris: readonly string[]) => iris.filter((iri) => vocabulary.get(iri) !== undefined)
const unknown = (vocabulary: Vocabulary, iris: readonly string[]) => iris.filter((iri) => vocabulary.get(iri) === undefined)

/** Entries of a vocabulary among those of a list property; entries from elsewhere stay. */
const listField = (
  name: string,
  property: string,
  key: 'theme' | 'hvdCategory' | 'contributorID' | 'politicalGeocodingLevelURI',
  vocabulary: Vocabulary,
  input: 'boxes' | 'select',
  optional = false,
): RecordField => ({
  name,
  property,
  input,
  optional,
  options: choices(vocabulary),
  get: (record) => known(vocabulary, record[key]),
  set: (record, values) => ({ ...record, [key]: [...values, ...unknown(vocabulary, record[key])] }),
})

/** What the publisher is called, where nothing is known of it yet. */
const noAgent: Agent = { type: 'http://xmlns.com/foaf/0.1/Organization', name: [] }
const noContact: ContactPoint = { type: 'http://www.w3.org/2006/vcard/ns#Organization' }

const publisherField = (
  name: string,
  property: string,
  optional: boolean,
  input: 'text' | 'url',
  key: 'name' | 'homepage',
): RecordField => ({
  name,
  property,
  input,
  optional,
  max: 300,
  ...(input === 'url' ? { check: addressFault } : {}),
  get: ({ publisher }) => (key === 'name' ? text(publisher?.name ?? [], 'de') : maybe(publisher?.homepage)),
  set: (record, values) => {
    const before = record.publisher ?? noAgent
    // Another name is another office: what was known of the old one does not belong to it.
    const after: Agent =
      key === 'name'
        ? {
            ...noAgent,
            ...(before.agentType ? { agentType: before.agentType } : {}),
            name: values.map((value) => ({ value, lang: 'de' })),
          }
        : withOptional(before, 'homepage', values[0])
    return withOptional(record, 'publisher', after.name.length === 0 && !after.homepage ? undefined : after)
  },
})

const contactField = (
  name: string,
  property: string,
  input: 'text' | 'email' | 'tel' | 'url',
  key: 'fn' | 'email' | 'telephone' | 'url',
  optional: boolean,
  check?: RecordField['check'],
): RecordField => ({
  name,
  property,
  input,
  optional,
  max: 300,
  ...(check ? { check } : {}),
  get: ({ contactPoint: [first] }) => (key === 'fn' ? text(first?.fn ?? [], 'de') : maybe(first?.[key])),
  set: (record, values) => {
    const before = record.contactPoint[0] ?? noContact
    const after =
      key === 'fn'
        ? withOptional(before, 'fn', values.length > 0 ? withLang(before.fn ?? [], 'de', values[0]) : undefined)
        : withOptional(before, key, values[0])
    const { type: _, ...said } = after
    const empty = Object.keys(said).length === 0
    return { ...record, contactPoint: empty ? record.contactPoint.slice(1) : [after, ...record.contactPoint.slice(1)] }
  },
})

const periodField = (name: string, key: 'start' | 'end'): RecordField => ({
  name,
  property: 'dct:temporal',
  input: 'date',
  optional: true,
  check: dateFault,
  get: ({ temporal: [first] }) => maybe(first?.[key]),
  set: (record, values) => ({
    ...record,
    temporal: withFirst(record.temporal, withOptional(record.temporal[0] ?? {}, key, day(values))),
  }),
})

const dateField = (name: 'issued' | 'modified'): RecordField => ({
  name,
  property: `dct:${name}`,
  input: 'date',
  optional: true,
  check: dateFault,
  get: (record) => maybe(record[name]),
  set: (record, values) => withOptional(record, name, day(values)),
})

/** The place that has bounds of its own. */
const drawn = (record: CatalogueRecord): Place | undefined => record.spatial.find((place) => bboxOf(place) !== undefined)

const area: RecordField = {
  name: 'area',
  property: 'dct:spatial',
  input: 'bounds',
  optional: true,
  check: boundsFault,
  get: (record) => {
    const place = drawn(record)
    return place ? (bboxOf(place) ?? []) : []
  },
  set: (record, values) => {
    const old = drawn(record)
    const rest = record.spatial.filter((place) => place !== old)
    const bounds = boundsOf(values)
    // A named place keeps its name; its old outline no longer holds.
    const { geometry: _, centroid: __, bbox: ___, ...named } = old ?? {}
    const place: Place | undefined = bounds
      ? { ...named, bbox: wktOf(bounds) }
      : Object.keys(named).length > 0
        ? named
        : undefined
    return { ...record, spatial: place ? [place, ...rest] : rest }
  },
}

const frequency: FormField<WithRhythm> = {
  name: 'accrualPeriodicity',
  property: 'dct:accrualPeriodicity',
  input: 'select',
  options: choices(frequencies),
  get: (record) => maybe(record.accrualPeriodicity),
  set: (record, values) => withOptional(record, 'accrualPeriodicity', values[0]),
}

/** A field for records that have a rhythm; others let it be. */
const rhythm: RecordField = {
  ...frequency,
  get: (record) => (record.kind === 'service' ? [] : frequency.get(record)),
  set: (record, values) => (record.kind === 'service' ? record : frequency.set(record, values)),
}

const addresses = (name: 'endpointURL' | 'endpointDescription', property: string, optional: boolean): RecordField => ({
  name,
  property,
  input: 'url',
  optional,
  max: 2000,
  check: addressFault,
  get: (record) => (record.kind === 'service' ? record[name].slice(0, 1) : []),
  set: (record, values) => (record.kind === 'service' ? { ...record, [name]: [...values, ...record[name].slice(1)] } : record),
})

/** The first of several addresses; the others stay as they are. */
const firstAddress = (
  name: 'landingPage' | 'politicalGeocodingURI',
  property: string,
  input: RecordField['input'],
): RecordField => ({
  name,
  property,
  input,
  optional: true,
  check: addressFault,
  get: (record) => record[name].slice(0, 1),
  set: (record, values) => ({ ...record, [name]: [...values, ...record[name].slice(1)] }),
})

const landingPage = firstAddress('landingPage', 'dcat:landingPage', 'url')

const legalBasis: RecordField = {
  name: 'legalBasis',
  property: 'dcatde:legalBasis',
  input: 'text',
  optional: true,
  max: 500,
  get: (record) => text(record.legalBasis, 'de'),
  set: (record, values) => ({ ...record, legalBasis: withLang(record.legalBasis, 'de', values[0]) }),
}

const keywords: RecordField = {
  name: 'keyword',
  property: 'dcat:keyword',
  input: 'tokens',
  max: 100,
  get: (record) => record.keyword.filter(({ lang }) => lang === 'de' || lang === '').map(({ value }) => value),
  set: (record, values) => ({ ...record, keyword: withWords(record.keyword, 'de', values) }),
}

const geocoding = firstAddress('politicalGeocodingURI', 'dcatde:politicalGeocodingURI', 'place')

const access: RecordField = {
  name: 'accessRights',
  property: 'dct:accessRights',
  input: 'select',
  optional: true,
  options: choices(accessRights, ['PUBLIC', 'RESTRICTED', 'NON_PUBLIC']),
  get: (record) => maybe(record.accessRights),
  set: (record, values) => withOptional(record, 'accessRights', values[0]),
}

/** EU 2023/138: datasets of high value name the regulation, too. */
const hvdRegulation = 'http://data.europa.eu/eli/reg_impl/2023/138/oj'
const hvd: RecordField = {
  ...listField('hvdCategory', 'dcatap:hvdCategory', 'hvdCategory', hvdCategories, 'boxes', true),
  set: (record, values) => {
    const rest = record.applicableLegislation.filter((iri) => iri !== hvdRegulation)
    return {
      ...record,
      hvdCategory: [...values, ...unknown(hvdCategories, record.hvdCategory)],
      applicableLegislation: values.length > 0 ? [hvdRegulation, ...rest] : rest,
    }
  },
}

/** Files of a dataset have licences of their own; a service has one for itself. */
const serviceLicense: RecordField = {
  name: 'serviceLicense',
  property: 'dct:license',
  input: 'select',
  options: choices(licences),
  get: (record) => (record.license && licences.get(record.license) ? [record.license] : []),
  set: (record, values) => withOptional(record, 'license', values[0]),
}

/** A step of the form, by its part in the address. */
export interface FormStep {
  readonly id: 'beschreibung' | 'dateien' | 'stellen' | 'ort-und-zeit' | 'rechte' | 'abgeben'
  readonly fields: readonly RecordField[]
}

const describing: readonly RecordField[] = [
  langField('title', 'dct:title', 'title', 'de', { input: 'text', max: 200 }),
  langField('description', 'dct:description', 'description', 'de', { input: 'area', max: 10_000 }),
  keywords,
  listField('theme', 'dcat:theme', 'theme', subjects, 'boxes'),
  langField('titleEn', 'dct:title', 'title', 'en', { input: 'text', max: 200, optional: true }),
  langField('descriptionEn', 'dct:description', 'description', 'en', { input: 'area', max: 10_000, optional: true }),
]
const offices: readonly RecordField[] = [
  publisherField('publisher', 'dct:publisher', false, 'text', 'name'),
  publisherField('publisherPage', 'foaf:homepage', true, 'url', 'homepage'),
  contactField('contactName', 'dcat:contactPoint', 'text', 'fn', false),
  contactField('contactEmail', 'vcard:hasEmail', 'email', 'email', false, emailFault),
  contactField('contactPhone', 'vcard:hasTelephone', 'tel', 'telephone', true, telFault),
  contactField('contactPage', 'vcard:hasURL', 'url', 'url', true, addressFault),
  listField('contributorID', 'dcatde:contributorID', 'contributorID', contributors, 'select', true),
]
const placeAndTime: readonly RecordField[] = [
  geocoding,
  listField(
    'politicalGeocodingLevelURI',
    'dcatde:politicalGeocodingLevelURI',
    'politicalGeocodingLevelURI',
    geocodingLevels,
    'select',
    true,
  ),
  area,
  periodField('from', 'start'),
  periodField('until', 'end'),
  dateField('issued'),
  dateField('modified'),
]
const rights: readonly RecordField[] = [access, hvd, legalBasis, landingPage]

/** The steps of the form for a kind of record, with the fields of each. Files of a dataset have pages of their own. */
export function stepsOf(kind: CatalogueRecord['kind']): readonly FormStep[] {
  const interfaces = [
    addresses('endpointURL', 'dcat:endpointURL', false),
    addresses('endpointDescription', 'dcat:endpointDescription', true),
  ]
  return [
    { id: 'beschreibung', fields: describing },
    { id: 'dateien', fields: kind === 'service' ? interfaces : [] },
    { id: 'stellen', fields: offices },
    { id: 'ort-und-zeit', fields: kind === 'service' ? placeAndTime : [rhythm, ...placeAndTime] },
    { id: 'rechte', fields: kind === 'service' ? [serviceLicense, ...rights] : rights },
    { id: 'abgeben', fields: [] },
  ]
}
