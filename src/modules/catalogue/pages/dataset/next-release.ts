import { type CatalogueRecord, frequencies } from '#standards/dcat-ap-de'
import { distributionsOf } from '../../use-cases/search-document.ts'

/** Days or months between two releases, by code of the EU frequency list. */
const days: Readonly<Record<string, number>> = { DAILY: 1, WEEKLY: 7, BIWEEKLY: 14 }
const months: Readonly<Record<string, number>> = {
  MONTHLY: 1,
  BIMONTHLY: 2,
  QUARTERLY: 3,
  ANNUAL_3: 4,
  ANNUAL_2: 6,
  ANNUAL: 12,
  BIENNIAL: 24,
  TRIENNIAL: 36,
  QUADRENNIAL: 48,
  QUINQUENNIAL: 60,
  DECENNIAL: 120,
}

/** The newest date that a record or one of its files names; undefined where there is none. */
export function newestDate(record: CatalogueRecord): string | undefined {
  const dates = [record.modified, record.issued, ...distributionsOf(record).map((one) => one.modified)].filter(
    (text) => text !== undefined && !Number.isNaN(Date.parse(text)),
  )
  return dates.sort((a, b) => Date.parse(b ?? '') - Date.parse(a ?? ''))[0]
}

/** The day a new state is expected by the rhythm that the record names; undefined for rhythms without one. The end of a month stays the end of a month. */
export function nextRelease(record: CatalogueRecord): string | undefined {
  const code =
    record.kind === 'service' || !record.accrualPeriodicity ? undefined : frequencies.get(record.accrualPeriodicity)?.code
  const newest = newestDate(record)
  if (!code || !newest) return undefined
  const from = new Date(newest)
  const step = months[code]
  if (step !== undefined) {
    const month = from.getUTCMonth() + step
    const last = new Date(Date.UTC(from.getUTCFullYear(), month + 1, 0)).getUTCDate()
    return new Date(Date.UTC(from.getUTCFullYear(), month, Math.min(from.getUTCDate(), last))).toISOString().slice(0, 10)
  }
  const wait = days[code]
  return wait === undefined ? undefined : new Date(from.getTime() + wait * 86_400_000).toISOString().slice(0, 10)
}
