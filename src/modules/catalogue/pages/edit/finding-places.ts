import type { CatalogueRecord } from '#standards/dcat-ap-de'
import { distributionsOf } from '../../use-cases/search-document.ts'
import { propertyName } from '../../validation/explain.ts'
import type { Finding } from '../../validation/finding.ts'
import { fileFields } from './file-fields.ts'
import type { MendingPlace } from './lack-places.ts'
import { stepsOf } from './record-fields.ts'

/** Fields by properties that stand inside of what a field asks for. */
const within: Readonly<Record<string, string>> = {
  'dcat:startDate': 'from',
  'schema:startDate': 'from',
  'dcat:endDate': 'until',
  'schema:endDate': 'until',
  'dcat:bbox': 'area',
  'dcat:centroid': 'area',
  'locn:geometry': 'area',
  'vcard:fn': 'contactName',
  'vcard:hasEmail': 'contactEmail',
  'vcard:hasTelephone': 'contactPhone',
  'vcard:hasURL': 'contactPage',
  'dcatap:applicableLegislation': 'hvdCategory',
}

/** Properties that a finding speaks of, as they are called in DCAT-AP.de. */
export const propertiesOf = ({ path }: Finding): string[] => (path ?? '').split('|').filter(Boolean).map(propertyName)

/** Other offices than the publisher have no field, and the shapes do not say whose name they mean. */
const onlyPublisher = (record: CatalogueRecord) =>
  [record.creator, record.contributor, record.originator, record.maintainer].every((list) => list.length === 0)

/** Finds the field in which a finding of the official shapes is mended; undefined where the form does not ask for it. */
export function placeOfFinding(finding: Finding, record: CatalogueRecord): MendingPlace | undefined {
  const properties = propertiesOf(finding)
  const asks = (field: { readonly name: string; readonly property: string }) =>
    properties.some((name) => name === field.property || within[name] === field.name)
  const distribution = distributionsOf(record).find((one) => one.uri === finding.node)
  if (distribution) {
    const field = fileFields.find(asks)
    return field && { step: 'dateien', field: field.name, distribution: distribution.uri }
  }
  if (properties.includes('dcat:distribution')) return { step: 'dateien', field: 'dateien' }
  if (properties.includes('foaf:name') && onlyPublisher(record)) return { step: 'stellen', field: 'publisher' }
  for (const step of stepsOf(record.kind)) {
    const field = step.fields.find(asks)
    if (field) return { step: step.id, field: field.name }
  }
  return undefined
}
