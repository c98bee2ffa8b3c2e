import { isId } from '#kernel/id.ts'
import { type Answer, type Handler, handler, notFound, page, problem, redirect, type Visit } from '#platform/http'
import { slowDown } from '#platform/slow-down'
import { type ParticipationHouse, publicDb } from '../../house.ts'
import { limits } from '../../model/limits.ts'
import { readNotice } from '../../model/notice.ts'
import { numberOf, readNumber } from '../../model/procedure.ts'
import { routes } from '../../routes.ts'
import { type Reported, reportedThing } from '../../store/notice-store.ts'
import { handInNotice, ownNotice, reportedAddress } from '../../use-cases/notices/hand-in-notice.ts'
import { objectTo } from '../../use-cases/notices/object.ts'
import type { RefusedObjection } from './objection-part.tsx'
import { ownNoticeView } from './own-notice-view.tsx'
import { type ReportForm, reportView } from './report-view.tsx'

/** What somebody named: a number, or an address of ours. */
function namedIn(given: URLSearchParams) {
  const was = (given.get('was') ?? '').trim().slice(0, 500)
  const address = /\/mitmachen\/([^/?#]+)\/beitraege\/([^/?#]+)(?:#kommentar-([0-9a-f-]{36}))?/.exec(was)
  const number = readNumber(address?.[2] ?? was)
  const comment = address?.[3] ?? given.get('kommentar') ?? undefined
  return {
    was,
    named: number && {
      ...number,
      slug: address?.[1] ?? given.get('verfahren')?.slice(0, 200) ?? undefined,
      comment: isId(comment) ? comment : undefined,
    },
  }
}

async function find(house: ParticipationHouse, visit: Visit, given: URLSearchParams) {
  const { was, named } = namedIn(given)
  return { was, about: named && (await reportedThing(publicDb(house, visit.site), visit.site.id, named)) }
}

function shownAs(house: ParticipationHouse, visit: Visit, about: Reported): NonNullable<ReportForm['about']> {
  const number = numberOf(about.prefix, about.number)
  const name = about.comment
    ? visit.t('participation.notice.about.comment', { number, title: about.title })
    : `${number}: ${about.title}`
  return {
    name,
    address: reportedAddress(house, visit.site, about),
    href: visit.to(routes.submission, { slug: about.slug, number }),
    hidden: { was: number, verfahren: about.slug, ...(about.comment ? { kommentar: about.comment } : {}) },
  }
}

async function form(house: ParticipationHouse, visit: Visit): Promise<Answer> {
  const { was, about } = await find(house, visit, visit.query)
  return page(
    reportView(visit, {
      about: about && shownAs(house, visit, about),
      typed: { was },
      faults: was && !about ? [{ field: 'was', fault: 'unknown' }] : [],
    }),
  )
}

async function send(house: ParticipationHouse, visit: Visit): Promise<Answer> {
  const { was, about } = await find(house, visit, visit.form)
  const read = readNotice(visit.form)
  const typed = Object.fromEntries(visit.form)
  const shown = about && shownAs(house, visit, about)
  if (!about || !read.ok) {
    const faults = [
      ...(about ? [] : [{ field: 'was', fault: was ? 'unknown' : 'missing' } as const]),
      ...(read.ok ? [] : read.error),
    ]
    return page(reportView(visit, { about: shown, typed, faults }), 422)
  }
  const slow = await slowDown(house, { room: 'participation', what: 'report' }, limits.report, {
    address: visit.request.ip,
    given: visit.form.get('puzzle') ?? '',
  })
  if (slow) return page(reportView(visit, { about: shown, typed, faults: [], slow }), 429)
  const token = await handInNotice(house, visit.site, about, read.value, visit.lang)
  return redirect(visit.to(routes.ownNotice, { token }, { neu: 1 }), 303)
}

const gone = (visit: Visit): Answer =>
  problem({
    ...notFound,
    id: 'participation/no-notice',
    title: visit.t('participation.notice.gone'),
    detail: visit.t('participation.notice.gone.detail'),
  })

const told = ['neu', 'widersprochen'] as const

async function show(house: ParticipationHouse, visit: Visit, refused?: RefusedObjection): Promise<Answer> {
  const own = await ownNotice(house, visit.site, visit.params.token ?? '')
  if (!own) return gone(visit)
  const said = told.find((one) => visit.query.has(one))
  return page(ownNoticeView(visit, own, { said, refused }), refused ? 422 : 200)
}

async function object(house: ParticipationHouse, visit: Visit): Promise<Answer> {
  const { token = '' } = visit.params
  const statement = visit.form.get('entscheidung') ?? ''
  if (!isId(statement)) return show(house, visit)
  const text = visit.form.get('widerspruch') ?? ''
  const done = await objectTo(house, visit.site, token, 'notifier', statement, text)
  if (done.ok) return redirect(visit.to(routes.ownNotice, { token }, { widersprochen: 1 }), 303)
  return done.error === 'gone' ? gone(visit) : show(house, visit, { statement, fault: done.error, text })
}

/** Notices from the public: sending one, and what became of it. */
export const noticeHandlers = (house: ParticipationHouse): Handler[] => [
  handler(routes.notify, (visit) => form(house, visit), { perMinute: 300 }),
  handler(routes.sendReport, (visit) => send(house, visit), { perMinute: 120 }),
  handler(routes.ownNotice, (visit) => show(house, visit), { perMinute: 300 }),
  handler(routes.objectToNotice, (visit) => object(house, visit), { perMinute: 120 }),
]
