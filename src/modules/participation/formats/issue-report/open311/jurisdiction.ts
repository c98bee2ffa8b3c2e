import { fail, ok, type Result } from '#kernel/result.ts'
import type { Site } from '#kernel/site.ts'
import { type Answer, body, type Visit } from '#platform/http'
import { type Open311Error, type Open311Format, readFile, typeOf, writeOpen311 } from '#standards/open311'
import { type ParticipationHouse, publicDb, shownIn } from '../../../house.ts'
import { type Reporting, reportingsOf } from '../store/open311-store.ts'
import { type Offered, offeredIn } from './describe.ts'

const open = { 'access-control-allow-origin': '*', 'cache-control': 'no-cache', vary: 'Accept-Encoding' }

/** An answer in the form that was asked for. */
export const answered = (format: Open311Format, root: string, value: unknown, status = 200): Answer =>
  body(typeOf(format), writeOpen311(format, root, value), open, status)

/** Errors as the standard wants them: a list, with the status of the first. */
export const refused = (format: Open311Format, ...errors: readonly Open311Error[]): Answer =>
  answered(format, 'errors', errors, errors[0]?.code ?? 400)

/** What is asked in which form: of `requests.xml` the route knows the name, of `MM-0007.xml` the address says it. */
export function askedFile(visit: Visit): { name: string; format: Open311Format } | undefined {
  const { file, format } = visit.params
  if (file !== undefined) return readFile(file)
  return format === 'xml' || format === 'json' ? { name: '', format } : undefined
}

/** Asked in a form that we do not have: said in the one that every client must know. */
export const unknownForm = (visit: Visit): Answer =>
  refused('xml', { code: 404, description: visit.t('participation.issue.open311.form') })

/** A town for which something is asked, and what it takes. */
export interface Jurisdiction {
  readonly site: Site
  readonly reportings: readonly Reporting[]
  readonly offered: readonly Offered[]
}

const named = (sites: readonly Site[], id: string): Site | undefined => {
  const plain = id.toLowerCase().replace(/^www\./, '')
  return sites.find(({ slug, hosts }) => slug === plain || hosts.some((host) => host.replace(/^www\./, '') === plain))
}

/**
 * The town that `jurisdiction_id` names: the tenant's short name, or its host. Without it the one whose site it is; where that takes
 * nothing itself but others below it may, it has to be named.
 */
export async function jurisdictionOf(
  house: ParticipationHouse,
  visit: Visit,
  params: URLSearchParams,
): Promise<Result<Jurisdiction, Open311Error>> {
  const id = (params.get('jurisdiction_id') ?? '').trim()
  const below = shownIn(visit.site, visit.sites)
    .map((one) => visit.sites.byId(one))
    .filter((one) => one !== undefined)
  const site = id ? named(below, id) : visit.site
  if (!site) return fail({ code: 404, description: visit.t('participation.issue.open311.jurisdiction', { id: id.slice(0, 80) }) })
  const reportings = await reportingsOf(publicDb(house, site), site.id)
  if (!id && reportings.length === 0 && below.length > 1)
    return fail({ code: 400, description: visit.t('participation.issue.open311.jurisdiction.missing') })
  return ok({ site, reportings, offered: offeredIn(reportings) })
}
