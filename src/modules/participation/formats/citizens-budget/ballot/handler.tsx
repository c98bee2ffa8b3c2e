import { readEmail } from '#kernel/text.ts'
import { type Answer, type Handler, handler, page, redirect, type Visit, withCookies } from '#platform/http'
import { slowDown } from '#platform/slow-down'
import type { ParticipationHouse } from '../../../house.ts'
import { limits } from '../../../model/limits.ts'
import { type Choice, readBallot } from '../../../model/vote/ballot.ts'
import { castVote, type VoteRefusal } from '../../../use-cases/vote/cast-vote.ts'
import { isKey, mailPass, newKey } from '../../../use-cases/vote/marks.ts'
import { sendMailPass } from '../../../use-cases/vote/send-mail-pass.ts'
import { levelOf, type OpenedBox, votingPhase, withBox, withBoxAtHand, withBudget } from '../open-budget.ts'
import { budgetRoutes } from '../routes.ts'
import { type Along, ballotView, closedBallotView } from './ballot-view.tsx'
import { boxesView } from './boxes-view.tsx'
import { checkBallotView } from './check-view.tsx'
import { alongOf, browserCookie, passOf } from './pass.ts'
import { receiptView } from './receipt-view.tsx'
import { changeVoteView, confirmMailView, signInView } from './way-in-view.tsx'
import { ballotFaults } from './words.ts'

const limitedBy = (house: ParticipationHouse, visit: Visit, what: 'vote' | 'votePass') =>
  slowDown(house, { room: 'participation', what }, limits[what], {
    address: visit.request.ip,
    given: visit.form.get('puzzle') ?? '',
  })

/** The ballot, or what has to be done before it. */
function ballot(house: ParticipationHouse, visit: Visit, opened: OpenedBox, along: Along): Answer {
  const pass = passOf(house, visit, opened, along)
  if (pass === 'email') return page(confirmMailView(visit, opened, {}))
  if (pass === 'account' || pass === 'bundid') return page(signInView(visit, opened, pass))
  if (pass === 'receipt') return page(changeVoteView(visit, opened, along.pruefnummer ?? ''), 422)
  return page(ballotView(visit, opened, visit.form, [], along))
}

async function sendLink(house: ParticipationHouse, visit: Visit, opened: OpenedBox): Promise<Answer> {
  const typed = visit.form.get('email') ?? ''
  const email = readEmail(typed)
  if (!email) return page(confirmMailView(visit, opened, { email: typed, wrong: true }), 422)
  const { procedure, box } = opened
  const ausweis = mailPass(house.config.ALLMENDE_SECRET, procedure.id, email)
  const href = `${visit.origin}${visit.to(budgetRoutes.ballot, { slug: procedure.slug, box: box.slug }, { ausweis })}`
  const slow = await limitedBy(house, visit, 'votePass')
  if (slow) return page(confirmMailView(visit, opened, { email, slow }), 429)
  await sendMailPass(house, visit.site, { procedure, email, href, t: visit.t })
  return page(confirmMailView(visit, opened, { sent: true }))
}

/** What stands in the way of a vote is told where it can be put right; what was chosen stays. */
function refused(visit: Visit, opened: OpenedBox, refusal: VoteRefusal, choice: Choice, along: Along): Answer {
  if (refusal === 'closed') return page(closedBallotView(visit, opened), 409)
  if (refusal === 'changed') return page(changeVoteView(visit, opened, along.pruefnummer ?? ''), 409)
  const field = refusal === 'unknown-code' || (refusal === 'voted' && levelOf(opened) === 'code') ? 'code' : 'auswahl'
  const text = visit.t(`participation.vote.refused.${refusal}`)
  return page(checkBallotView(visit, opened, { choice, key: newKey(), along, faults: [{ field, text }] }), 409)
}

async function cast(house: ParticipationHouse, visit: Visit, opened: OpenedBox, choice: Choice, along: Along): Promise<Answer> {
  const given = visit.form.get('schluessel') ?? ''
  const key = isKey(given) ? given : newKey()
  const pass = passOf(house, visit, opened, along)
  const again = (field: string, text: string, status: number) =>
    page(checkBallotView(visit, opened, { choice, key, along, faults: [{ field, text }] }), status)
  if (pass === 'code') return again('code', visit.t('participation.vote.refused.code'), 422)
  // Without cookies a browser cannot be told from another: the page says so instead of counting it as often as it comes.
  if (pass === 'browser')
    return withCookies(again('auswahl', visit.t('participation.vote.refused.browser'), 409), ...browserCookie(house, visit))
  if (typeof pass === 'string') return ballot(house, visit, opened, along)
  // Who votes without being known is slowed down as elsewhere; a code cannot be guessed, and 500 phones may stand behind one address.
  const slow = pass.kind === 'browser' ? await limitedBy(house, visit, 'vote') : undefined
  if (slow) return page(checkBallotView(visit, opened, { choice, key, along, slow }), 429)
  const done = await castVote(house, visit.site, opened.box, { choice, key, by: pass })
  return done.ok ? page(receiptView(visit, opened, choice, done.value)) : refused(visit, opened, done.error, choice, along)
}

async function send(house: ParticipationHouse, visit: Visit, opened: OpenedBox): Promise<Answer> {
  const along = alongOf(visit)
  const step = visit.form.get('schritt')
  const read = readBallot(visit.form, opened.box, opened.candidates)
  // The database says whether it is too late for a vote; a repeated one gets its receipt again also after the end.
  if (step === 'abgeben' && read.ok) return cast(house, visit, opened, read.value, along)
  if (!votingPhase(opened, visit.now)) return page(closedBallotView(visit, opened), 409)
  if (step === 'link' && levelOf(opened) === 'email') return sendLink(house, visit, opened)
  if (step === 'aendern') return ballot(house, visit, opened, along)
  if (!read.ok) return page(ballotView(visit, opened, visit.form, ballotFaults(visit, read.error, opened), along), 422)
  const answer = page(checkBallotView(visit, opened, { choice: read.value, key: newKey(), along }))
  return levelOf(opened) === 'none' && !along.pruefnummer ? withCookies(answer, ...browserCookie(house, visit)) : answer
}

const whileOpen = (visit: Visit, opened: OpenedBox, go: () => Answer): Answer =>
  votingPhase(opened, visit.now) ? go() : page(closedBallotView(visit, opened))

/** Voting: fill in, check, cast, change. */
export const ballotHandlers = (house: ParticipationHouse): Handler[] => [
  handler(budgetRoutes.ballots, (visit) =>
    withBudget(house, visit, (opened) => {
      const [only, other] = opened.boxes
      // A letter leads here with its code.
      const { code, ausweis } = alongOf(visit)
      const to = (box: string) => visit.to(budgetRoutes.ballot, { slug: opened.procedure.slug, box }, { code, ausweis })
      return only && !other ? redirect(to(only.slug)) : page(boxesView(visit, opened, to))
    }),
  ),
  handler(budgetRoutes.ballot, (visit) =>
    withBox(house, visit, (opened) => whileOpen(visit, opened, () => ballot(house, visit, opened, alongOf(visit)))),
  ),
  handler(budgetRoutes.sendBallot, (visit) => {
    const open = visit.form.get('schritt') === 'abgeben' ? withBoxAtHand : withBox
    return open(house, visit, (opened) => send(house, visit, opened))
  }),
  handler(budgetRoutes.changeVote, (visit) =>
    withBox(house, visit, (opened) => whileOpen(visit, opened, () => page(changeVoteView(visit, opened)))),
  ),
]
