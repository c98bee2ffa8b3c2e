import { type CatalogueRecord, type Distribution, licences, say } from '#standards/dcat-ap-de'
import { type Lawfulness, type LawQuestion, openQuestions } from '../../model/lawfulness.ts'
import type { Finding } from '../../validation/finding.ts'
import { type PersonTrace, personTraces } from './person-traces.ts'

/** Something a record lacks. The sentence has the text key `catalogue.lack.<id>`. */
export interface Lack {
  readonly id: string
  /** `must`: it cannot be released without; `should`: people or programs will miss it. */
  readonly level: 'must' | 'should'
  /** Field of the model, also in a distribution. */
  readonly field: string
  /** IRI of the distribution that lacks it. */
  readonly distribution?: string
}

/** How far a draft is from being fit for release. */
export interface DraftCheck {
  readonly lacks: readonly Lack[]
  /** Questions of the lawfulness gate without an answer that lets it through. */
  readonly questions: readonly LawQuestion[]
  /** What seems to name a person and was not cleared. */
  readonly persons: readonly PersonTrace[]
  /** What the official shapes found, as far as they were asked. What they call a violation stands in the way. */
  readonly findings: readonly Finding[]
  /** The shapes were asked and have not answered yet. */
  readonly waits?: boolean
  /** True when nothing stands in the way, as far as was asked. */
  readonly fit: boolean
}

type Rule<T> = readonly [id: string, level: Lack['level'], field: string, holds: (thing: T) => boolean]

const filled = (text: string) => text.trim().length > 0

// DCAT-AP.de 3.0: mandatory and recommended properties; contact and publisher are what GovData asks for besides.
const recordRules: readonly Rule<CatalogueRecord>[] = [
  ['title', 'must', 'title', (one) => filled(say(one.title))],
  ['description', 'must', 'description', (one) => filled(say(one.description))],
  ['publisher', 'must', 'publisher', (one) => filled(say(one.publisher?.name ?? []))],
  ['contact', 'must', 'contactPoint', (one) => one.contactPoint.some((point) => point.email || point.telephone || point.url)],
  ['distribution', 'must', 'distribution', (one) => one.kind !== 'dataset' || one.distribution.length > 0],
  ['endpoint', 'must', 'endpointURL', (one) => one.kind !== 'service' || one.endpointURL.length > 0],
  ['description-short', 'should', 'description', (one) => say(one.description).trim().length >= 80],
  ['theme', 'should', 'theme', (one) => one.theme.length > 0],
  ['keyword', 'should', 'keyword', (one) => one.keyword.length > 0],
  ['modified', 'should', 'modified', (one) => (one.modified ?? one.issued) !== undefined],
  ['rhythm', 'should', 'accrualPeriodicity', (one) => one.kind === 'service' || one.accrualPeriodicity !== undefined],
  ['area', 'should', 'spatial', (one) => one.spatial.length > 0 || one.politicalGeocodingURI.length > 0],
  ['period', 'should', 'temporal', (one) => one.kind !== 'dataset' || one.temporal.length > 0],
  ['licence', 'should', 'license', (one) => one.kind !== 'service' || one.license !== undefined],
]

const fileRules: readonly Rule<Distribution>[] = [
  ['file-address', 'must', 'accessURL', (one) => one.accessURL.length + one.downloadURL.length > 0],
  ['file-licence', 'must', 'license', (one) => one.license !== undefined || one.licenseDocument !== undefined],
  [
    'file-attribution',
    'should',
    'licenseAttributionByText',
    (one) => !wantsAttribution(one) || one.licenseAttributionByText.length > 0,
  ],
  ['file-title', 'should', 'title', (one) => filled(say(one.title))],
  ['file-format', 'should', 'format', (one) => one.format !== undefined],
]

const wantsAttribution = (one: Distribution) =>
  /(?:^|[-/])by(?:[-/]|$)/i.test(one.license ? (licences.get(one.license)?.code ?? one.license) : '')

/** What a record lacks of DCAT-AP.de 3.0, first what it must have. Pure; the official shapes are asked apart. */
export function lacksOf(record: CatalogueRecord): Lack[] {
  const lacks: Lack[] = recordRules
    .filter(([, , , holds]) => !holds(record))
    .map(([id, level, field]) => ({ id, level, field }))
    // One sentence about a description is enough.
    .filter((lack) => lack.id !== 'description-short' || filled(say(record.description)))
  const files = record.kind === 'service' ? [] : record.distribution
  for (const one of files)
    for (const [id, level, field, holds] of fileRules) if (!holds(one)) lacks.push({ id, level, field, distribution: one.uri })
  return [...lacks.filter((one) => one.level === 'must'), ...lacks.filter((one) => one.level === 'should')]
}

/** How many things a record must have and lacks. */
export const mustCount = (record: CatalogueRecord): number => lacksOf(record).filter((one) => one.level === 'must').length

/** Everything that stands between a draft and its release; `findings` are those of the official shapes. Pure. */
export function checkDraft(record: CatalogueRecord, lawfulness: Lawfulness, findings: readonly Finding[] = []): DraftCheck {
  const lacks = lacksOf(record)
  const questions = openQuestions(lawfulness)
  const cleared = new Set(lawfulness.cleared.filter((one) => filled(one.reason)).map((one) => one.trace))
  const persons = personTraces(record).filter((trace) => !cleared.has(trace.value))
  const wrong = lacks.some((one) => one.level === 'must') || findings.some((one) => one.severity === 'Violation')
  return { lacks, questions, persons, findings, fit: !wrong && questions.length === 0 && persons.length === 0 }
}
