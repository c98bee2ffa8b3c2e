import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Route } from '#kernel/route.ts'
import { siteAddress } from '#kernel/site.ts'
import { type Answer, type Handler, handler, type Visit } from '#platform/http'
import {
  type DetailedStatus,
  type Discovery,
  type Open311Format,
  type Posted,
  type RequestQuery,
  readRequestQuery,
  type TokenAnswer,
  w3cMoment,
} from '#standards/open311'
import { type ParticipationHouse, publicDb } from '../../../house.ts'
import { numberOf, readNumber } from '../../../model/procedure.ts'
import { procedureById } from '../../../store/procedure-store.ts'
import { followOwn } from '../../../use-cases/follow/follow-own.ts'
import { type IssueStatus, isOpen, statuses } from '../issue.ts'
import { issueRoutes } from '../issue-routes.ts'
import { type OpenQuery, openIssues } from '../store/open311-store.ts'
import { issueOfKey } from '../store/sent-store.ts'
import { knownClient } from '../use-cases/issue-clients.ts'
import { keyHash, reportIssue } from '../use-cases/report-issue.ts'
import { largestPhoto, takePhoto } from '../use-cases/take-photo.ts'
import { describeDefinition, describeRequest, describeService } from './describe.ts'
import { answered, askedFile, type Jurisdiction, jurisdictionOf, refused, unknownForm } from './jurisdiction.ts'
import { readPost } from './read-post.ts'

interface Asked {
  readonly visit: Visit
  readonly format: Open311Format
  /** Of `MM-0007.xml` the first part. */
  readonly name: string
  readonly town: Jurisdiction
}

/** A route of the interface: knows the form and the town, or says what is wrong with them in the form that was asked for. */
const counter = (
  house: ParticipationHouse,
  route: Route,
  go: (asked: Asked) => Answer | Promise<Answer>,
  options: { readonly perMinute: number; readonly upload?: { readonly maxBytes: number } },
): Handler =>
  handler(
    route,
    async (visit) => {
      const file = askedFile(visit)
      if (!file) return unknownForm(visit)
      const town = await jurisdictionOf(house, visit, route.method === 'POST' ? visit.form : visit.query)
      return town.ok ? go({ visit, ...file, town: town.value }) : refused(file.format, town.error)
    },
    options,
  )

function discovery(visit: Visit, format: Open311Format): Answer {
  const changeset = w3cMoment(new Date(Date.UTC(2026, 10, 26)))
  const content: Discovery = {
    changeset,
    contact: visit.t('participation.issue.open311.contact', {
      name: visit.site.contact.organisation,
      email: visit.site.contact.email,
    }),
    key_service: visit.t('participation.issue.open311.key', { email: visit.site.contact.email }),
    endpoints: [
      {
        specification: 'http://wiki.open311.org/GeoReport_v2',
        url: `${siteAddress(visit.site, visit.origin)}/open311/v2`,
        changeset,
        type: 'production',
        formats: ['text/xml', 'application/json'],
      },
    ],
  }
  return answered(format, 'discovery', content)
}

const definition = ({ visit, format, name, town }: Asked): Answer => {
  const offered = town.offered.find(({ code }) => code === name)
  return offered
    ? answered(format, 'service_definition', describeDefinition(offered))
    : refused(format, { code: 404, description: visit.t('participation.issue.open311.service', { code: name.slice(0, 80) }) })
}

const grades: Readonly<Record<DetailedStatus, readonly IssueStatus[]>> = {
  PENDING: [],
  RECEIVED: ['open'],
  IN_PROCESS: ['in-progress'],
  PROCESSED: ['done'],
  REJECTED: ['not-responsible', 'rejected'],
}

/** The question in our words. Numbers that cannot be ours find nothing. */
function queryOf(asked: RequestQuery, { offered }: Jurisdiction): OpenQuery {
  if (asked.ids.length > 0) return { numbers: asked.ids.flatMap((id) => readNumber(id) ?? []), merged: true, most: asked.most }
  const { statuses: coarse, detailed, codes, near } = asked
  const wanted = statuses.filter(
    (one) =>
      (coarse.length === 0 || coarse.includes(isOpen(one) ? 'open' : 'closed')) &&
      (detailed.length === 0 || detailed.some((grade) => grades[grade].includes(one))),
  )
  return {
    ...(codes.length > 0
      ? {
          codes: offered
            .filter(({ code }) => codes.includes(code))
            .map(({ category, reporting }) => ({ procedure: reporting.id, code: category.code })),
        }
      : {}),
    ...(wanted.length < statuses.length ? { statuses: wanted } : {}),
    merged: (coarse.length === 0 || coarse.includes('closed')) && (detailed.length === 0 || detailed.includes('REJECTED')),
    from: asked.from,
    until: asked.until,
    ...(asked.updatedAfter ? { updatedAfter: asked.updatedAfter } : {}),
    ...(asked.updatedBefore ? { updatedBefore: asked.updatedBefore } : {}),
    ...(near ? { near } : {}),
    ...(asked.agency ? { agency: asked.agency } : {}),
    withPhoto: asked.withPhoto,
    most: asked.most,
  }
}

/** Reports of a town as the standard writes them. */
async function described(house: ParticipationHouse, { visit, town }: Asked, query: OpenQuery, extensions: boolean) {
  const ids = town.reportings.map(({ id }) => id)
  const found = ids.length > 0 ? await openIssues(publicDb(house, town.site), ids, query) : []
  return found.flatMap((one) => {
    const reporting = town.reportings.find(({ id }) => id === one.procedure)
    return reporting ? [describeRequest(visit, town.site, one, reporting, extensions)] : []
  })
}

async function requests(house: ParticipationHouse, asked: Asked): Promise<Answer> {
  const { visit, format, town } = asked
  const read = readRequestQuery(visit.query, visit.now)
  if (!read.ok) return refused(format, ...read.error)
  const found = await described(house, asked, queryOf(read.value, town), read.value.extensions)
  return answered(format, 'service_requests', found)
}

async function request(house: ParticipationHouse, asked: Asked): Promise<Answer> {
  const { visit, format, name } = asked
  const number = readNumber(name)
  const extensions = visit.query.get('extensions') === 'true'
  const found = number ? await described(house, asked, { numbers: [number], merged: true, most: 1 }, extensions) : []
  return found.length > 0
    ? answered(format, 'service_requests', found)
    : refused(format, { code: 404, description: visit.t('participation.issue.open311.request', { id: name.slice(0, 80) }) })
}

/** The photo that came with a report: as a file, or as CitySDK's text. */
async function mediaOf(visit: Visit): Promise<Buffer | 'large' | undefined> {
  const upload = visit.uploads.find(({ field }) => field === 'media')
  if (upload) return upload.tooLarge ? 'large' : readFile(upload.path)
  const text = (visit.form.get('media') ?? '').replace(/^data:[^,]*,/, '').replace(/\s/g, '')
  return text ? Buffer.from(text, 'base64') : undefined
}

async function post(house: ParticipationHouse, { visit, format, town }: Asked): Promise<Answer> {
  const { t, form } = visit
  const client = await knownClient(house, town.site, (form.get('api_key') ?? '').trim())
  const noKey = () => refused(format, { code: 403, description: t('participation.issue.open311.no-key') })
  if (!client) return noKey()
  const read = readPost(visit, town)
  if (!read.ok) return refused(format, ...read.error)
  const { offered, draft } = read.value
  const procedure = await procedureById(publicDb(house, town.site), town.site.id, offered.reporting.id)
  if (!procedure) return refused(format, { code: 400, description: t('participation.issue.open311.closed') })
  const media = await mediaOf(visit)
  const photo = media === undefined ? undefined : media === 'large' ? undefined : await takePhoto(house, town.site, media)
  if (media === 'large' || photo?.ok === false) {
    const why = photo?.ok === false ? photo.error : 'large'
    return refused(format, { code: 400, description: `media: ${t(`participation.issue.fault.photo.${why}`)}` })
  }
  const batch = procedure.moderation === 'before'
  const token = batch ? randomBytes(24).toString('base64url') : undefined
  const again = visit.request.headers['idempotency-key']
  const done = await reportIssue(house, town.site, procedure, draft, {
    lang: town.site.languages[0] ?? 'de',
    client,
    token,
    ...(photo?.ok ? { photo: photo.value } : {}),
    // A key of one program says nothing about that of another.
    ...(typeof again === 'string' && again.length <= 200 ? { key: `${client.toString('hex')}:${again}` } : {}),
  })
  if (!done.ok)
    return done.error === 'client'
      ? noKey()
      : refused(format, { code: 400, description: t('participation.issue.open311.closed') })
  if (draft.email && !done.value.again)
    await followOwn(house, { site: town.site, lang: visit.lang }, procedure, done.value, draft.email)
  const notice = t(done.value.waits ? 'participation.issue.open311.waits' : 'participation.issue.open311.taken', {
    office: offered.category.office || procedure.office,
  })
  const posted: Posted = {
    ...(token && !done.value.again ? { token } : { service_request_id: done.value.number }),
    service_notice: notice,
    account_id: null,
  }
  return answered(format, 'service_requests', [posted])
}

async function token(house: ParticipationHouse, { visit, format, name, town }: Asked): Promise<Answer> {
  const found = name.length <= 200 ? await issueOfKey(publicDb(house, town.site), keyHash(name)) : undefined
  if (!found) return refused(format, { code: 404, description: visit.t('participation.issue.open311.token') })
  const shown = found.state === 'public' || found.state === 'merged'
  const answer: TokenAnswer = { service_request_id: shown ? numberOf(found.prefix, found.number) : null, token: name }
  return answered(format, 'service_requests', [answer])
}

/** GeoReport v2: what may be reported, what was reported, and reports of other programs. */
export const open311Handlers = (house: ParticipationHouse): Handler[] => {
  const read = { perMinute: 600 }
  return [
    handler(
      issueRoutes.discovery,
      (visit) => {
        const file = askedFile(visit)
        return file ? discovery(visit, file.format) : unknownForm(visit)
      },
      read,
    ),
    counter(
      house,
      issueRoutes.services,
      ({ format, town }) => answered(format, 'services', town.offered.map(describeService)),
      read,
    ),
    counter(house, issueRoutes.definition, definition, read),
    counter(house, issueRoutes.requests, (asked) => requests(house, asked), read),
    counter(house, issueRoutes.request, (asked) => request(house, asked), read),
    counter(house, issueRoutes.token, (asked) => token(house, asked), read),
    counter(house, issueRoutes.postRequest, (asked) => post(house, asked), {
      perMinute: 300,
      upload: { maxBytes: largestPhoto },
    }),
  ]
}
