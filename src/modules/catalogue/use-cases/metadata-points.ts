import { type CatalogueRecord, type Distribution, fileTypes, licences } from '#standards/dcat-ap-de'
import { distributionsOf } from './search-document.ts'

/** Dimensions of the European Metadata Quality Assessment. */
export const dimensions = ['findability', 'accessibility', 'interoperability', 'reusability', 'contextuality'] as const
export type Dimension = (typeof dimensions)[number]

/** One question of the assessment; the text key is `catalogue.mqa.<id>`. */
export interface Point {
  id: string
  weight: number
  earned: boolean
}

type Test = (record: CatalogueRecord, distributions: readonly Distribution[]) => boolean
const some =
  (test: (one: Distribution) => boolean): Test =>
  (_, distributions) =>
    distributions.some(test)
const type = (one: Distribution) => (one.format ? fileTypes.get(one.format) : undefined)
const accessList = 'http://publications.europa.eu/resource/authority/access-right/'

// Weights: data.europa.eu, Metadata Quality Assessment methodology. Whether links answer (80 points) is not measured.
const questions: Readonly<Record<Dimension, readonly (readonly [id: string, weight: number, test: Test])[]>> = {
  findability: [
    ['keywords', 30, (record) => record.keyword.length > 0],
    ['themes', 30, (record) => record.theme.length > 0],
    ['area', 20, (record) => record.spatial.length > 0 || record.politicalGeocodingURI.length > 0],
    ['period', 20, (record) => record.temporal.length > 0],
  ],
  accessibility: [['download', 20, some((one) => one.downloadURL.length > 0)]],
  interoperability: [
    ['format', 20, some((one) => one.format !== undefined)],
    ['mediatype', 10, some((one) => one.mediaType !== undefined)],
    ['formatlist', 10, some((one) => type(one) !== undefined)],
    ['nonproprietary', 20, some((one) => type(one)?.nonProprietary === true)],
    ['machinereadable', 20, some((one) => type(one)?.machineReadable === true)],
  ],
  reusability: [
    ['licence', 20, some((one) => one.license !== undefined)],
    ['licencelist', 10, some((one) => one.license !== undefined && licences.get(one.license) !== undefined)],
    ['access', 10, (record) => record.accessRights !== undefined],
    ['accesslist', 5, (record) => record.accessRights?.startsWith(accessList) === true],
    ['contact', 20, (record) => record.contactPoint.length > 0],
    ['publisher', 10, (record) => record.publisher !== undefined],
  ],
  contextuality: [
    ['rights', 5, (record, distributions) => record.rights.length > 0 || distributions.some((one) => one.rights.length > 0)],
    ['size', 5, some((one) => one.byteSize !== undefined)],
    ['issued', 5, (record) => record.issued !== undefined],
    ['modified', 5, (record) => record.modified !== undefined],
  ],
}

/** The points of a record by dimension. The check against the official shapes (30 points, interoperability) counts where it was made. */
export function pointsByDimension(
  record: CatalogueRecord,
  violations: number | undefined,
): { dimension: Dimension; points: Point[] }[] {
  const distributions = distributionsOf(record)
  return dimensions.map((dimension) => ({
    dimension,
    points: [
      ...questions[dimension].map(([id, weight, test]): Point => ({ id, weight, earned: test(record, distributions) })),
      ...(dimension === 'interoperability' && violations !== undefined
        ? [{ id: 'conformance', weight: 30, earned: violations === 0 }]
        : []),
    ],
  }))
}
