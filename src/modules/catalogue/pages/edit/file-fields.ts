import { type Distribution, findMediaType, vocabularies } from '#standards/dcat-ap-de'
import type { FormField } from './field.ts'
import { addressFault, dateFault, day, inLang, withLang, withOptional } from './lenses.ts'
import { choices } from './record-fields.ts'

type DistributionField = FormField<Distribution>
const { availabilities, fileTypes, licences } = vocabularies

/** A text of a distribution in one language. */
const langText = (
  name: string,
  property: string,
  key: 'title' | 'description' | 'licenseAttributionByText',
  input: 'text' | 'area',
  max: number,
  optional: boolean,
): DistributionField => ({
  name,
  property,
  input,
  max,
  optional,
  get: (part) => {
    const text = inLang(part[key], 'de')
    return text ? [text.value] : []
  },
  set: (part, values) => ({ ...part, [key]: withLang(part[key], 'de', values[0]) }),
})

const address = (name: 'accessURL' | 'downloadURL', optional: boolean): DistributionField => ({
  name,
  property: `dcat:${name}`,
  input: 'url',
  optional,
  max: 2000,
  check: addressFault,
  get: (part) => part[name].slice(0, 1),
  set: (part, values) => ({ ...part, [name]: [...values, ...part[name].slice(1)] }),
})

const format: DistributionField = {
  name: 'format',
  property: 'dct:format',
  input: 'select',
  options: choices(fileTypes),
  get: (part) => (part.format && fileTypes.get(part.format) ? [part.format] : []),
  set: (part, values) => {
    const code = values[0] ? fileTypes.get(values[0])?.code : undefined
    const media = code ? findMediaType(code) : undefined
    return withOptional(withOptional(part, 'format', values[0]), 'mediaType', media)
  },
}

const licence: DistributionField = {
  name: 'license',
  property: 'dct:license',
  input: 'select',
  options: choices(licences),
  get: (part) => (part.license && licences.get(part.license) ? [part.license] : []),
  set: (part, values) => withOptional(part, 'license', values[0]),
}

const availability: DistributionField = {
  name: 'availability',
  property: 'dcatap:availability',
  input: 'select',
  optional: true,
  options: choices(availabilities),
  get: (part) => (part.availability ? [part.availability] : []),
  set: (part, values) => withOptional(part, 'availability', values[0]),
}

const modified: DistributionField = {
  name: 'modified',
  property: 'dct:modified',
  input: 'date',
  optional: true,
  check: dateFault,
  get: (part) => (part.modified ? [part.modified] : []),
  set: (part, values) => withOptional(part, 'modified', day(values)),
}

/** What is asked of every file or link. */
export const fileFields: readonly DistributionField[] = [
  langText('distributionTitle', 'dct:title', 'title', 'text', 200, false),
  address('accessURL', false),
  address('downloadURL', true),
  format,
  licence,
  langText('attribution', 'dcatde:licenseAttributionByText', 'licenseAttributionByText', 'text', 500, true),
  langText('distributionDescription', 'dct:description', 'description', 'area', 5000, true),
  availability,
  modified,
]

/** A file that the portal keeps has an address of its own: nobody types it. */
export const hostedFields: readonly DistributionField[] = fileFields.filter(
  ({ name }) => name !== 'accessURL' && name !== 'downloadURL' && name !== 'format',
)
