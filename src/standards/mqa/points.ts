import type { Dataset, Distribution } from '#standards/dcat-ap-de'
import { codeOf, isAccessRight, isMediaType, knownLicence, machineReadable, nonProprietary } from './lists.ts'

/** Dimensions of the Metadata Quality Assessment of data.europa.eu. */
export const dimensions = ['findability', 'accessibility', 'interoperability', 'reusability', 'contextuality'] as const
export type Dimension = (typeof dimensions)[number]

/** What cannot be read from the record alone. What is undefined was not asked. */
export interface Tried {
  /** Violations of the official shapes. */
  readonly violations?: number | undefined
  /** Whether an address of access, or of download, answered. */
  readonly access?: boolean | undefined
  readonly download?: boolean | undefined
}

/** One question with its weight. Undefined: nobody could answer it yet. */
export interface Point {
  readonly id: string
  readonly dimension: Dimension
  readonly weight: number
  readonly earned: boolean | undefined
}

type Ask = (record: Dataset, tried: Tried) => boolean | undefined
const some =
  (test: (one: Distribution) => boolean): Ask =>
  (record) =>
    record.distribution.some(test)

/** Without an address there is nothing to answer. */
const answers =
  (kind: 'access' | 'download', field: 'accessURL' | 'downloadURL'): Ask =>
  (record, tried) =>
    record.distribution.some((one) => one[field].length > 0) ? tried[kind] : false

// Methodology of data.europa.eu. For what is asked of distributions, one that has it is enough.
const questions: Readonly<Record<Dimension, readonly (readonly [id: string, weight: number, ask: Ask])[]>> = {
  findability: [
    ['keywords', 30, (record) => record.keyword.length > 0],
    ['themes', 30, (record) => record.theme.length > 0],
    ['area', 20, (record) => record.spatial.length > 0],
    ['period', 20, (record) => record.temporal.length > 0],
  ],
  accessibility: [
    ['accessanswers', 50, answers('access', 'accessURL')],
    ['download', 20, some((one) => one.downloadURL.length > 0)],
    ['downloadanswers', 30, answers('download', 'downloadURL')],
  ],
  interoperability: [
    ['format', 20, some((one) => one.format !== undefined)],
    ['mediatype', 10, some((one) => one.mediaType !== undefined)],
    ['formatlist', 10, some((one) => codeOf(one.format) !== undefined || isMediaType(one.mediaType))],
    ['nonproprietary', 20, some((one) => nonProprietary.has(codeOf(one.format) ?? ''))],
    ['machinereadable', 20, some((one) => machineReadable.has(codeOf(one.format) ?? ''))],
    ['conformance', 30, (_, tried) => (tried.violations === undefined ? undefined : tried.violations === 0)],
  ],
  reusability: [
    ['licence', 20, some((one) => one.license !== undefined)],
    ['licencelist', 10, some((one) => one.license !== undefined && knownLicence(one.license))],
    ['access', 10, (record) => record.accessRights !== undefined],
    ['accesslist', 5, (record) => isAccessRight(record.accessRights)],
    ['contact', 20, (record) => record.contactPoint.length > 0],
    ['publisher', 10, (record) => record.publisher !== undefined],
  ],
  contextuality: [
    ['rights', 5, some((one) => one.rights.length > 0)],
    ['size', 5, some((one) => one.byteSize !== undefined)],
    ['issued', 5, (record) => record.issued !== undefined || record.distribution.some((one) => one.issued !== undefined)],
    ['modified', 5, (record) => record.modified !== undefined || record.distribution.some((one) => one.modified !== undefined)],
  ],
}

/** Every question with its weight, in order. */
export const weights: readonly Omit<Point, 'earned'>[] = dimensions.flatMap((dimension) =>
  questions[dimension].map(([id, weight]) => ({ id, dimension, weight })),
)

/** Points that can be had: 405. */
export const total: number = weights.reduce((sum, one) => sum + one.weight, 0)

/** Weight of a question; 0 for what is none. */
export const weightOf = (id: string): number => weights.find((one) => one.id === id)?.weight ?? 0

/** Questions that nothing can earn as long as another earns nothing: a download that is not there does not answer. */
export const needs: Readonly<Record<string, string>> = {
  downloadanswers: 'download',
  licencelist: 'licence',
  accesslist: 'access',
}

/** What it is worth to mend a question: its own weight, and that of those which wait for it. */
export const worthOf = (id: string): number =>
  weightOf(id) + weights.reduce((sum, one) => sum + (needs[one.id] === id ? one.weight : 0), 0)

/** Points that can be had in one dimension. */
export const bestOf = (dimension: Dimension): number =>
  weights.reduce((sum, one) => sum + (one.dimension === dimension ? one.weight : 0), 0)

/** Holds a dataset or series against every question. */
export const pointsOf = (record: Dataset, tried: Tried): Point[] =>
  dimensions.flatMap((dimension) =>
    questions[dimension].map(([id, weight, ask]) => ({ id, dimension, weight, earned: ask(record, tried) })),
  )

/** The sum of points. */
export interface Scored {
  readonly score: number
  /** What could be had of what was asked. */
  readonly best: number
  readonly parts: Readonly<Record<Dimension, number>>
  /** Questions that earned nothing, and those that nobody could answer yet. */
  readonly lost: readonly string[]
  readonly open: readonly string[]
}

/** Adds up. */
export function scoreOf(points: readonly Point[]): Scored {
  const sum = (some: readonly Point[]) => some.reduce((all, one) => all + one.weight, 0)
  const earned = points.filter((one) => one.earned)
  const part = (dimension: Dimension) => sum(earned.filter((one) => one.dimension === dimension))
  return {
    score: sum(earned),
    best: sum(points.filter((one) => one.earned !== undefined)),
    parts: Object.fromEntries(dimensions.map((one) => [one, part(one)])) as Record<Dimension, number>,
    lost: points.filter((one) => one.earned === false).map((one) => one.id),
    open: points.filter((one) => one.earned === undefined).map((one) => one.id),
  }
}
