import { type CatalogueRecord, say, vocabularies } from '#standards/dcat-ap-de'
import { pointsOf, scoreOf } from '#standards/mqa'
import type { LinkState, Quality, QualityCheck, QualityFinding } from '../store/tables.ts'
import { distributionsOf, isOpen } from './search-document.ts'

const { fileTypes, frequencies } = vocabularies

/** Days within which something new is expected, by code of the EU frequency list; what is never or irregularly updated has none. */
const rhythm: Readonly<Record<string, number>> = {
  CONT: 2,
  UPDATE_CONT: 2,
  HOURLY: 1,
  BIHOURLY: 1,
  TRIHOURLY: 1,
  '12HRS': 1,
  DAILY: 1,
  DAILY_2: 1,
  WEEKLY: 7,
  WEEKLY_2: 4,
  WEEKLY_3: 3,
  BIWEEKLY: 14,
  MONTHLY: 31,
  MONTHLY_2: 16,
  MONTHLY_3: 11,
  BIMONTHLY: 62,
  QUARTERLY: 92,
  ANNUAL: 366,
  ANNUAL_2: 183,
  ANNUAL_3: 122,
  BIENNIAL: 731,
  TRIENNIAL: 1096,
  QUADRENNIAL: 1461,
  QUINQUENNIAL: 1827,
  DECENNIAL: 3653,
}
const grace = 1.2

export type Freshness = { state: 'current' } | { state: 'overdue'; days: number } | { state: 'unknown' }

/** Whether a record is as new as its own rhythm promises, with a fifth of grace. */
export function freshnessOf(record: CatalogueRecord, now: Date): Freshness {
  const code =
    record.kind === 'service' || !record.accrualPeriodicity ? undefined : frequencies.get(record.accrualPeriodicity)?.code
  const newest = newestDates(record)
  const days = code === undefined ? undefined : rhythm[code]
  if (code === 'NEVER' || code === 'NOT_PLANNED') return { state: 'current' }
  if (days === undefined || newest.length === 0) return { state: 'unknown' }
  const age = (now.getTime() - Math.max(...newest)) / 86_400_000
  const late = Math.floor(age - days)
  return age > days * grace + 1 ? { state: 'overdue', days: Math.max(late, 1) } : { state: 'current' }
}

/** When a record will be overdue by its own rhythm; undefined where it has none. */
export function overdueFrom(record: CatalogueRecord): Date | undefined {
  const code =
    record.kind === 'service' || !record.accrualPeriodicity ? undefined : frequencies.get(record.accrualPeriodicity)?.code
  const days = code === undefined ? undefined : rhythm[code]
  const newest = newestDates(record)
  if (days === undefined || newest.length === 0) return undefined
  return new Date(Math.max(...newest) + (days * grace + 1) * 86_400_000)
}

/** Every date on which something of a record was made or changed, in milliseconds. */
const newestDates = (record: CatalogueRecord): number[] =>
  [record.modified, record.issued, ...distributionsOf(record).map((one) => one.modified)]
    .map((text) => (text ? Date.parse(text) : Number.NaN))
    .filter((time) => !Number.isNaN(time))

const check = (id: string, passed: boolean, params?: QualityCheck['params']): QualityCheck => ({
  id,
  passed,
  ...(params ? { params } : {}),
})

/** Questions that do not fit: a service has no rhythm, a series without files of its own is only described. */
const unfit: Readonly<Record<'service' | 'series', readonly string[]>> = {
  service: ['current'],
  series: ['current', 'open', 'machine-readable', 'obtainable'],
}

/** The six questions a citizen would ask, answered from the record alone; those that do not fit its kind are left out. */
function checksOf(record: CatalogueRecord, now: Date): QualityCheck[] {
  const left =
    record.kind === 'service' ? unfit.service : record.kind === 'series' && record.distribution.length === 0 ? unfit.series : []
  return allChecks(record, now).filter((one) => !left.includes(one.id))
}

function allChecks(record: CatalogueRecord, now: Date): QualityCheck[] {
  const distributions = distributionsOf(record)
  const words = say(record.description).trim().length
  const types = distributions.map((one) => (one.format ? fileTypes.get(one.format) : undefined))
  const machine = record.kind === 'service' || types.some((type) => type?.machineReadable && type.nonProprietary)
  const reachable =
    record.kind === 'service'
      ? record.endpointURL.length > 0
      : distributions.some((one) => one.downloadURL.length + one.accessURL.length > 0)
  const freshness = freshnessOf(record, now)
  return [
    check(
      'current',
      freshness.state === 'current',
      freshness.state === 'overdue' ? { reason: 'overdue', days: freshness.days } : { reason: freshness.state },
    ),
    check('described', words >= 80 && record.keyword.length > 0 && record.theme.length > 0, {
      characters: words,
      keywords: record.keyword.length,
      themes: record.theme.length,
    }),
    check('open', isOpen(record), { named: [record.license, ...distributions.map((one) => one.license)].some(Boolean) ? 1 : 0 }),
    check('machine-readable', machine, { formats: [...new Set(types.map((type) => type?.code ?? '?'))].join(', ') }),
    check('obtainable', reachable),
    check('contact', record.contactPoint.some((one) => one.email || one.telephone || one.url) || Boolean(record.publisher?.mbox)),
  ]
}

/** The points of the European Metadata Quality Assessment. Services are no part of it. */
function mqa(record: CatalogueRecord, violations: number | undefined, links: LinkState | null | undefined) {
  if (record.kind === 'service') return { score: 0, best: 0 }
  const { score, best, parts, lost, open } = scoreOf(pointsOf(record, { violations, ...triedOf(links) }))
  return { score, best, parts: { ...parts }, lost: [...lost], open: [...open] }
}

/** What the check of links has to say to the points. */
export const triedOf = (links: LinkState | null | undefined) => ({ access: links?.access, download: links?.download })

/** The quality of a record with its reasons. `findings` are those of the official shapes; undefined where they are not installed. */
export function assess(
  record: CatalogueRecord,
  given: { now: Date; findings: readonly QualityFinding[] | undefined; links?: LinkState | null },
): Quality {
  const violations = given.findings?.filter((one) => one.severity === 'Violation').length
  const warnings = given.findings?.filter((one) => one.severity === 'Warning').length
  const due = overdueFrom(record)
  return {
    ...(due ? { dueAt: due.toISOString() } : {}),
    checks: checksOf(record, given.now),
    ...mqa(record, violations, given.links),
    ...(violations === undefined ? {} : { violations }),
    ...(warnings === undefined ? {} : { warnings }),
    ...(given.findings ? { findings: given.findings.slice(0, 100) } : {}),
  }
}
