import { addDays, dayBegins } from '#kernel/deadline.ts'
import type { Site } from '#kernel/site.ts'
import type { Visit } from '#platform/http'
import { type Service, type ServiceDefinition, type ServiceRequest, w3cMoment } from '#standards/open311'
import { numberOf } from '../../../model/procedure.ts'
import { type IssueStatus, isOpen } from '../issue.ts'
import { issueRoutes } from '../issue-routes.ts'
import { type IssueCategory, serviceCode, settingsOf } from '../issue-settings.ts'
import type { OpenIssue, Reporting } from '../store/open311-store.ts'

/** A category as programs of others know it, with the reporting that it belongs to. */
export interface Offered {
  readonly code: string
  readonly category: IssueCategory
  readonly reporting: Reporting
}

/** Everything that may be reported, in the order of the settings. */
export const offeredIn = (reportings: readonly Reporting[]): Offered[] =>
  reportings.flatMap((reporting) =>
    settingsOf(reporting.settings).categories.map((category) => ({
      code: serviceCode(reporting.prefix, category.code),
      category,
      reporting,
    })),
  )

export const describeService = ({ code, category, reporting }: Offered): Service => ({
  service_code: code,
  service_name: category.name,
  description: category.help || null,
  metadata: category.question !== null,
  // Where staff looks first, the number is given by a token once the report is public.
  type: reporting.moderation === 'before' ? 'batch' : 'realtime',
  keywords: category.keywords || null,
  group: category.group || null,
})

/** The one attribute that a category may ask for. */
export const questionCode = 'angabe'

export const describeDefinition = ({ code, category: { question } }: Offered): ServiceDefinition => ({
  service_code: code,
  attributes: question
    ? [
        {
          variable: true,
          code: questionCode,
          datatype: question.options.length > 0 ? 'singlevaluelist' : 'string',
          required: question.required,
          datatype_description: null,
          order: 1,
          description: question.label,
          values: question.options.map((name) => ({ key: name, name })),
        },
      ]
    : [],
})

/** CitySDK's words for where a report stands. */
const detailed: Readonly<Record<IssueStatus, string>> = {
  open: 'RECEIVED',
  'in-progress': 'IN_PROCESS',
  done: 'PROCESSED',
  'not-responsible': 'REJECTED',
  rejected: 'REJECTED',
}

/** The end of a day in Germany, to the second. */
const endOf = (day: string): Date => new Date(dayBegins(addDays(day, 1)).getTime() - 1000)

/** A report without anything of the person who sent it: only what its page shows to everybody. */
export function describeRequest(
  visit: Visit,
  site: Site,
  one: OpenIssue,
  reporting: Reporting,
  extensions: boolean,
): ServiceRequest {
  const merged = one.mergedNumber !== null && one.state === 'merged'
  const open = !merged && isOpen(one.status)
  const [lon, lat] = one.geometry?.type === 'Point' ? one.geometry.coordinates : [null, null]
  const pictures = one.photos.map((photo) => visit.address(site, issueRoutes.issuePhoto, { slug: reporting.slug, photo }))
  const doubled = merged
    ? visit.t('participation.issue.open311.merged', { number: numberOf(one.prefix, one.mergedNumber ?? 0) })
    : null
  return {
    service_request_id: numberOf(one.prefix, one.number),
    status: open ? 'open' : 'closed',
    status_notes: doubled ?? one.note,
    service_name: one.category,
    service_code: serviceCode(one.prefix, one.code),
    description: one.body.slice(0, 4000),
    agency_responsible: one.agency,
    service_notice: null,
    requested_datetime: w3cMoment(one.receivedAt),
    updated_datetime: w3cMoment(
      one.closedAt && !merged ? one.closedAt : merged && one.changedAt > one.movedAt ? one.changedAt : one.movedAt,
    ),
    expected_datetime: open && one.dueOn ? w3cMoment(endOf(one.dueOn)) : null,
    address: one.place,
    address_id: null,
    zipcode: null,
    lat,
    long: lon,
    media_url: pictures[0] ?? null,
    ...(extensions
      ? {
          extended_attributes: {
            detailed_status: merged ? 'REJECTED' : detailed[one.status],
            media_urls: pictures,
            votes: one.agree,
          },
        }
      : {}),
  }
}
