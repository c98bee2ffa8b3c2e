import type { Lack } from '../../use-cases/edit/check-draft.ts'
import type { PersonTrace } from '../../use-cases/edit/person-traces.ts'
import type { FormStep } from './record-fields.ts'

type Place = readonly [step: FormStep['id'], field: string]

const ofRecord: Readonly<Record<string, Place>> = {
  title: ['beschreibung', 'title'],
  description: ['beschreibung', 'description'],
  'description-short': ['beschreibung', 'description'],
  keyword: ['beschreibung', 'keyword'],
  theme: ['beschreibung', 'theme'],
  publisher: ['stellen', 'publisher'],
  contact: ['stellen', 'contactEmail'],
  distribution: ['dateien', 'dateien'],
  endpoint: ['dateien', 'endpointURL'],
  modified: ['ort-und-zeit', 'modified'],
  rhythm: ['ort-und-zeit', 'accrualPeriodicity'],
  area: ['ort-und-zeit', 'politicalGeocodingURI'],
  period: ['ort-und-zeit', 'from'],
  licence: ['rechte', 'serviceLicense'],
}

const ofFile: Readonly<Record<string, string>> = {
  'file-address': 'accessURL',
  'file-licence': 'license',
  'file-attribution': 'attribution',
  'file-title': 'distributionTitle',
  'file-format': 'format',
}

/** Where a lack is mended: a step and a field, or a field of a file. */
export type MendingPlace = { readonly step: FormStep['id']; readonly field: string; readonly distribution?: string }

/** Finds the field in which something that lacks can be filled in. */
export function placeOfLack(lack: Lack): MendingPlace {
  if (lack.distribution !== undefined)
    return { step: 'dateien', field: ofFile[lack.id] ?? 'distributionTitle', distribution: lack.distribution }
  const [step, field] = ofRecord[lack.id] ?? ['beschreibung', 'title']
  return { step, field }
}

const ofTrace: Readonly<Record<PersonTrace['field'], Place>> = {
  contactPoint: ['stellen', 'contactEmail'],
  publisher: ['stellen', 'publisher'],
  creator: ['stellen', 'publisher'],
  maintainer: ['stellen', 'publisher'],
  description: ['beschreibung', 'description'],
  title: ['beschreibung', 'title'],
}

/** Finds the field in which a person seems to be named. */
export function placeOfTrace(trace: PersonTrace): MendingPlace {
  const [step, field] = ofTrace[trace.field]
  return { step, field }
}

const codes: Readonly<Record<string, string>> = {
  title: 'dct:title',
  description: 'dct:description',
  'description-short': 'dct:description',
  keyword: 'dcat:keyword',
  theme: 'dcat:theme',
  publisher: 'dct:publisher',
  contact: 'dcat:contactPoint',
  distribution: 'dcat:distribution',
  endpoint: 'dcat:endpointURL',
  modified: 'dct:modified',
  rhythm: 'dct:accrualPeriodicity',
  area: 'dct:spatial',
  period: 'dct:temporal',
  licence: 'dct:license',
  'file-address': 'dcat:accessURL',
  'file-licence': 'dct:license',
  'file-attribution': 'dcatde:licenseAttributionByText',
  'file-title': 'dct:title',
  'file-format': 'dct:format',
}

/** The property that a lack is about, as it is called in DCAT-AP.de. */
export const codeOfLack = (lack: Lack): string => codes[lack.id] ?? lack.field
