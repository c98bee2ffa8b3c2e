import { readEmail } from '#kernel/text.ts'
import { type Answer, type Handler, handler, page, problem, redirect, type Visit, withCookies, writeCookie } from '#platform/http'
import { slowDown } from '#platform/slow-down'
import type { ParticipationWeb } from '../../house.ts'
import { readComment } from '../../model/comment.ts'
import { limits } from '../../model/limits.ts'
import { numberOf } from '../../model/procedure.ts'
import type { Submission } from '../../model/submission.ts'
import { routes } from '../../routes.ts'
import type { ReactionValue } from '../../store/reaction-store.ts'
import { comment, ownComment, replyOnComment, withdrawOwnComment } from '../../use-cases/comment.ts'
import { follow } from '../../use-cases/follow/follow.ts'
import { objectable, objectTo } from '../../use-cases/notices/object.ts'
import type { ShownProcedure } from '../../use-cases/open-procedure.ts'
import { react } from '../../use-cases/react.ts'
import { withProcedure } from '../procedure/handler.tsx'
import { askWho, whoActs, withShown } from '../proof/who.ts'
import { showSubmission, withSubmission } from '../submissions/one.tsx'
import { browserCookie, browserCookieOf } from './browser-cookie.ts'
import { ownCommentSaids, ownCommentView } from './own-comment-view.tsx'
import { slowReactionView } from './slow-reaction.tsx'

const year = 365 * 24 * 3600

const values: Readonly<Record<string, ReactionValue | undefined>> = { '1': 1, '0': 0, '-1': -1, zurueck: undefined }

/** Where the button stood: the list with its filters, at the same entry, or the page of the submission. */
function backTo(visit: Visit, { procedure }: ShownProcedure, one: Submission, said: string): string {
  const number = numberOf(procedure.prefix, one.number)
  if (visit.form.get('liste') !== '1')
    return `${visit.to(routes.submission, { slug: procedure.slug, number }, { stimme: said })}#stimme`
  const query = new URLSearchParams((visit.form.get('zurueck') ?? '').slice(0, 500))
  query.set('stimme', said)
  return `${visit.to(routes.submissions, { slug: procedure.slug }, Object.fromEntries(query))}#${number}`
}

/** Where a form that asks who it is goes, and where one goes back to. */
function wayBack(visit: Visit, { procedure }: ShownProcedure, one: Submission, action: 'rate' | 'comment') {
  const params = { slug: procedure.slug, number: numberOf(procedure.prefix, one.number) }
  return {
    action,
    to: visit.to(action === 'rate' ? routes.react : routes.sendComment, params),
    back: `${visit.to(routes.submission, params)}#${action === 'rate' ? 'stimme' : 'kommentare'}`,
  }
}

const refused = (visit: Visit, title: string, detail: string, status = 409): Answer =>
  problem({ status, id: 'participation/refused', title: visit.t(title), detail: visit.t(detail) })

async function rate(house: ParticipationWeb, visit: Visit, opened: ShownProcedure, one: Submission): Promise<Answer> {
  const asked = visit.form.get('wert') ?? ''
  const dialogue = opened.format.dialogue?.(opened.settings)
  if (!Object.hasOwn(values, asked) || !dialogue || (dialogue.rating === 'agree' && asked !== '1' && asked !== 'zurueck'))
    return refused(visit, 'participation.react.unknown', 'participation.react.unknown.detail', 400)
  const slow = await slowDown(house, { room: 'participation', what: 'rate' }, limits.rate, {
    address: visit.request.ip,
    given: visit.form.get('puzzle') ?? '',
  })
  if (slow) return page(slowReactionView(visit, opened, one, slow), 429)
  const value = values[asked]
  const who = await whoActs(house, visit, opened.procedure, 'rate')
  const what = value === undefined ? undefined : ({ kind: 'rate', submission: one, value } as const)
  if (!who.known) return askWho(house, visit, opened, who, { ...wayBack(visit, opened, one, 'rate'), what })
  const by = who.proof ? { proof: who.proof } : { cookie: browserCookieOf(visit) }
  const done = await react(house, visit.site, one, value, by)
  if (!done.ok) return refused(visit, 'participation.react.closed', 'participation.react.closed.detail')
  const said = asked === 'zurueck' ? 'zurueck' : 'da'
  const { cookie } = done.value
  const kept = cookie ? [writeCookie(house.config.publicUrl, browserCookie, cookie, year)] : who.cookies
  return kept.length > 0
    ? withCookies(redirect(backTo(visit, opened, one, said), 303), ...kept)
    : redirect(backTo(visit, opened, one, said), 303)
}

async function say(house: ParticipationWeb, visit: Visit, opened: ShownProcedure, one: Submission): Promise<Answer> {
  const dialogue = opened.format.dialogue?.(opened.settings)
  if (!dialogue) return refused(visit, 'participation.comment.closed.title', 'participation.comment.closed')
  const typed = Object.fromEntries(['text', 'name', 'seite', 'antwort-auf'].map((name) => [name, visit.form.get(name) ?? '']))
  const read = readComment(visit.form, dialogue.sides)
  if (!read.ok) return showSubmission(house, visit, opened, one, { comment: { typed, faults: read.error } }, 422)
  const slow = await slowDown(house, { room: 'participation', what: 'comment' }, limits.comment, {
    address: visit.request.ip,
    given: visit.form.get('puzzle') ?? '',
  })
  if (slow) return showSubmission(house, visit, opened, one, { comment: { typed, slow } }, 429)
  const who = await whoActs(house, visit, opened.procedure, 'comment')
  const what = { kind: 'comment', submission: one, draft: read.value } as const
  if (!who.known) return askWho(house, visit, opened, who, { ...wayBack(visit, opened, one, 'comment'), what })
  const done = await comment(house, visit.site, opened.procedure, one, read.value, visit.lang, who.proof)
  // The page was opened in time, the button was pressed too late: the words are not lost, they stand there to be taken along.
  if (!done.ok) return showSubmission(house, visit, opened, one, { unsent: { why: done.error, text: read.value.body } }, 409)
  return withShown(redirect(visit.to(routes.ownComment, { token: done.value.token }, { neu: 1 }), 303), who)
}

const gone = (visit: Visit) => refused(visit, 'participation.own.gone', 'participation.own.gone.detail', 404)

async function showOwn(house: ParticipationWeb, visit: Visit): Promise<Answer> {
  const own = await ownComment(house, visit.site, visit.params.token ?? '')
  const said = ownCommentSaids.find((one) => visit.query.has(one))
  return own ? page(ownCommentView(visit, own, said)) : gone(visit)
}

/** An objection to what staff did with the comment: only to a decision on this one. */
async function object(house: ParticipationWeb, visit: Visit, token: string): Promise<Answer> {
  const own = await ownComment(house, visit.site, token)
  const statement = own?.statements.find((one) => one.id === visit.form.get('entscheidung') && objectable.has(one.act))
  if (!own || !statement) return gone(visit)
  const text = visit.form.get('widerspruch') ?? ''
  const done = await objectTo(house, visit.site, token, 'author', statement.id, text)
  if (done.ok) return redirect(visit.to(routes.ownComment, { token }, { widersprochen: 1 }), 303)
  if (done.error === 'gone') return gone(visit)
  return page(ownCommentView(visit, own, undefined, { refused: { statement: statement.id, fault: done.error, text } }), 422)
}

/** What the author replies to a question of the office. */
async function reply(house: ParticipationWeb, visit: Visit, token: string): Promise<Answer> {
  const text = visit.form.get('reply') ?? ''
  const done = await replyOnComment(house, visit.site, token, text)
  if (done.ok) return redirect(visit.to(routes.ownComment, { token }, { geantwortet: 1 }), 303)
  const own = await ownComment(house, visit.site, token)
  if (!own || done.error === 'gone') return gone(visit)
  return page(ownCommentView(visit, own, undefined, { reply: { text, fault: done.error } }), 422)
}

/** The address to be told of what staff decides: asked once by mail whether it wants that. */
async function beTold(house: ParticipationWeb, visit: Visit, token: string): Promise<Answer> {
  const own = await ownComment(house, visit.site, token)
  if (!own || own.comment.state === 'withdrawn') return gone(visit)
  const text = visit.form.get('email') ?? ''
  const email = readEmail(text)
  if (!email)
    return page(ownCommentView(visit, own, undefined, { email: { text, fault: text.trim() ? 'invalid' : 'missing' } }), 422)
  const slow = await slowDown(house, { room: 'participation', what: 'follow' }, limits.follow, {
    address: visit.request.ip,
    given: visit.form.get('puzzle') ?? '',
  })
  if (slow) return page(ownCommentView(visit, own, undefined, { email: { text, slow } }), 429)
  const { procedure, comment: one, submission } = own
  await follow(house, visit.site, {
    procedure,
    comment: { id: one.id, number: submission ? numberOf(procedure.prefix, submission.number) : '' },
    author: true,
    rhythm: 'immediate',
    email,
    lang: visit.lang,
  })
  return redirect(visit.to(routes.ownComment, { token }, { bestellt: 1 }), 303)
}

async function change(house: ParticipationWeb, visit: Visit): Promise<Answer> {
  const token = visit.params.token ?? ''
  const done = visit.form.get('tat')
  if (done === 'widersprechen') return object(house, visit, token)
  if (done === 'antworten') return reply(house, visit, token)
  if (done === 'mitteilen') return beTold(house, visit, token)
  return (await withdrawOwnComment(house, visit.site, token))
    ? redirect(visit.to(routes.ownComment, { token }, { zurueckgezogen: 1 }), 303)
    : gone(visit)
}

/** Agreeing and talking. */
export const dialogueHandlers = (house: ParticipationWeb): Handler[] => {
  const under = (act: typeof rate) => (visit: Visit) =>
    withProcedure(house, visit, (opened) => withSubmission(house, visit, opened, (one) => act(house, visit, opened, one)))
  return [
    // A hall of 500 phones sits behind one address; the limit of the room is the one that people meet.
    handler(routes.react, under(rate), { perMinute: 6000 }),
    handler(routes.sendComment, under(say), { perMinute: 600 }),
    handler(routes.ownComment, (visit) => showOwn(house, visit), { perMinute: 600 }),
    handler(routes.changeOwnComment, (visit) => change(house, visit), { perMinute: 300 }),
  ]
}
