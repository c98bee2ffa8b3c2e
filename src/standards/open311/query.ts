import { fail, ok, type Result } from '#kernel/result.ts'
import type { Open311Error } from './answers.ts'
import { readW3cMoment } from './moment.ts'

/** CitySDK's finer grades of open and closed. */
export const detailedStatuses = ['PENDING', 'RECEIVED', 'IN_PROCESS', 'PROCESSED', 'REJECTED'] as const
export type DetailedStatus = (typeof detailedStatuses)[number]

/** Which reports are asked for. Empty lists do not narrow. */
export interface RequestQuery {
  /** When given, nothing else narrows. */
  readonly ids: readonly string[]
  readonly codes: readonly string[]
  readonly statuses: readonly ('open' | 'closed')[]
  readonly detailed: readonly DetailedStatus[]
  readonly from: Date
  readonly until: Date
  readonly updatedAfter?: Date
  readonly updatedBefore?: Date
  readonly near?: { readonly lat: number; readonly long: number; readonly metres: number }
  readonly agency?: string
  readonly withPhoto: boolean
  readonly extensions: boolean
  readonly most: number
}

const day = 86_400_000
/** The standard: the span of a question, and how many it gives. */
const longestSpan = 90 * day
const most = 1000

const words = (params: URLSearchParams, name: string): string[] => [
  ...new Set(
    params
      .getAll(name)
      .flatMap((one) => one.split(','))
      .map((one) => one.trim())
      .filter(Boolean),
  ),
]

/** Reads the question for a list of reports; every argument that cannot be read is named. An empty argument counts as none. */
export function readRequestQuery(params: URLSearchParams, now: Date): Result<RequestQuery, Open311Error[]> {
  const faults: Open311Error[] = []
  const wrong = (description: string) => faults.push({ code: 400, description })
  const text = (name: string) => (params.get(name) ?? '').trim()
  const among = <T extends string>(name: string, known: readonly T[], list: readonly string[]): T[] => {
    const unknown = list.filter((one) => !known.some((all) => all === one))
    if (unknown.length > 0) wrong(`${name} is one of ${known.join(', ')}; this is none: ${unknown.join(', ').slice(0, 100)}`)
    return known.filter((one) => list.includes(one))
  }
  const moment = (name: string): Date | undefined => {
    if (!text(name)) return undefined
    const read = readW3cMoment(text(name))
    if (!read) wrong(`${name} is no moment with a zone, for example 2026-01-31T00:00:00Z`)
    return read
  }
  const number = (name: string, least: number, largest: number): number | undefined => {
    if (!text(name)) return undefined
    const read = Number(text(name))
    if (read >= least && read <= largest) return read
    wrong(`${name} is a number from ${least} to ${largest}`)
    return undefined
  }
  const ids = words(params, 'service_request_id')
  if (ids.length > most) wrong(`service_request_id names at most ${most} reports`)
  const statuses = among('status', ['open', 'closed'], words(params, 'status'))
  const detailed = among('detailed_status', detailedStatuses, words(params, 'detailed_status'))
  const [start, end] = [moment('start_date'), moment('end_date')]
  const until = end ?? (start ? new Date(Math.min(now.getTime(), start.getTime() + longestSpan)) : now)
  const from = start ?? new Date(until.getTime() - longestSpan)
  if (from > until) wrong('start_date lies behind end_date')
  else if (until.getTime() - from.getTime() > longestSpan) wrong('start_date and end_date are at most 90 days apart')
  const [updatedAfter, updatedBefore] = [moment('updated_after'), moment('updated_before')]
  const [lat, long, metres] = [number('lat', -90, 90), number('long', -180, 180), number('radius', 1, 50_000)]
  const around = ['lat', 'long', 'radius'].filter((name) => text(name))
  if (around.length > 0 && around.length < 3) wrong('lat, long and radius belong together')
  const count = number('max_requests', 1, most)
  const agency = text('agency_responsible')
  if (faults.length > 0) return fail(faults)
  return ok({
    ids,
    codes: words(params, 'service_code'),
    statuses,
    detailed,
    from,
    until,
    ...(updatedAfter ? { updatedAfter } : {}),
    ...(updatedBefore ? { updatedBefore } : {}),
    ...(lat !== undefined && long !== undefined && metres !== undefined ? { near: { lat, long, metres } } : {}),
    ...(agency ? { agency } : {}),
    withPhoto: text('with_foto') === 'true',
    extensions: text('extensions') === 'true',
    most: Math.floor(count ?? most),
  })
}
