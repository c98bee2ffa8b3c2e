import { isId } from '#kernel/id.ts'
import { type Answer, type Handler, handler, page, redirect, type Visit, withCookies, writeCookie } from '#platform/http'
import { slowDown } from '#platform/slow-down'
import { Said } from '#ui/components/said/said.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { type ParticipationHouse, publicDb } from '../../../house.ts'
import { limits } from '../../../model/limits.ts'
import { browserCookie } from '../../../pages/dialogue/browser-cookie.ts'
import { atDoor } from '../../../pages/proof/door.tsx'
import { askWho, reactorOf, whoActs, withShown } from '../../../pages/proof/who.ts'
import { routes } from '../../../routes.ts'
import { answers, readAnswer, wordOf } from '../model/answer.ts'
import { readStatement } from '../model/read-statements.ts'
import { opinionRoutes } from '../opinion-routes.ts'
import { shownStatement } from '../store/statement-store.ts'
import { isAnswering, type OpenedMap, takesStatements } from '../use-cases/open-map.ts'
import { similarStatements } from '../use-cases/similar-statements.ts'
import {
  answerStatement,
  draftOf,
  handInStatement,
  markOf,
  ownAnswers,
  saidAlready,
  standing,
  withdrawAnswers,
} from '../use-cases/take-part.ts'
import { type AnswerState, answeredView, answerView, waysOn } from './answer-view.tsx'
import { closedMap, withMap } from './frame.tsx'
import { deleteView, ownView } from './own-view.tsx'
import { statementView } from './statement-view.tsx'

const year = 365 * 24 * 3600

/** A number of a statement in the query. */
const numberIn = (visit: Visit, name: string): number | undefined => {
  const typed = visit.query.get(name) ?? ''
  return /^\d{1,6}$/.test(typed) ? Number(typed) : undefined
}

/** The statement that the address asks for, or the next; what was said just now stands below it. */
async function ask(house: ParticipationHouse, visit: Visit, map: OpenedMap, told?: AnswerState['told']): Promise<Answer> {
  const { id } = map.procedure
  const by = reactorOf(house, visit, map.procedure)
  const [asked, before] = [numberIn(visit, 'aussage'), numberIn(visit, 'nach')]
  const db = publicDb(house, visit.site)
  const [where, wanted, own] = await Promise.all([
    standing(house, visit.site, id, by),
    asked === undefined ? undefined : shownStatement(db, id, { number: asked }),
    asked === undefined && before === undefined ? [] : ownAnswers(house, visit.site, id, by),
  ])
  const statement = wanted ?? where.next
  if (!statement) return page(answeredView(visit, map, where))
  const said = own.find((one) => one.statement.id === statement.id)
  const last = own.find((one) => one.statement.number === before)
  return page(
    answerView(visit, map, {
      standing: where,
      statement,
      said: said && wordOf(said.value),
      before: last && { statement: last.statement, word: wordOf(last.value) },
      told,
    }),
    told ? 409 : 200,
  )
}

async function answer(house: ParticipationHouse, visit: Visit, map: OpenedMap): Promise<Answer> {
  const { form, site } = visit
  const { id, slug } = map.procedure
  const word = readAnswer(form.get('antwort'))
  const asked = form.get('aussage') ?? undefined
  const statement = isId(asked) ? await shownStatement(publicDb(house, site), id, { id: asked }) : undefined
  if (!statement) return ask(house, visit, map, 'gone')
  if (!word) return ask(house, visit, map, 'unknown')
  const by = reactorOf(house, visit, map.procedure)
  // Who has a mark answers each statement once, however often: only beginning anew could multiply somebody.
  if (!markOf(house, id, by)) {
    const slow = await slowDown(house, { room: 'participation', what: 'opinion' }, limits.opinion, {
      address: visit.request.ip,
      given: form.get('puzzle') ?? '',
    })
    if (slow) {
      const where = await standing(house, site, id, by)
      return page(answerView(visit, map, { standing: where, statement, slow: { until: slow, word } }), 429)
    }
  }
  const done = await answerStatement(house, site, id, { statement: statement.id, value: answers[word] }, by)
  if (!done.ok) return done.error === 'gone' ? ask(house, visit, map, 'gone') : closedMap(visit, map)
  const next = `${visit.to(opinionRoutes.opinions, { slug }, { nach: statement.number })}#aussage`
  const { cookie } = done.value
  return cookie
    ? withCookies(redirect(next, 303), writeCookie(house.config.publicUrl, browserCookie, cookie, year))
    : redirect(next, 303)
}

/** Too late for a statement: it stands there to be taken along. */
function closedStatement(visit: Visit, map: OpenedMap): Answer {
  const typed = visit.form.get('aussage')?.trim().slice(0, 400)
  const { t } = visit
  return closedMap(
    visit,
    map,
    [],
    typed && (
      <Section title={t('participation.closed.yours')} id="ihr-text" note={t('participation.closed.yours.note')}>
        <Said text={typed} />
      </Section>
    ),
  )
}

async function handIn(house: ParticipationHouse, visit: Visit, map: OpenedMap): Promise<Answer> {
  const { form, site } = visit
  const { procedure } = map
  const typed = form.get('aussage') ?? ''
  const again = (state: Parameters<typeof statementView>[2], status = 422) =>
    page(statementView(visit, map, { typed, ...state }), status)
  const read = readStatement(typed, map.settings.longest)
  if (!read.ok) return again({ fault: read.error })
  const same = await saidAlready(house, site, procedure.id, read.value)
  if (same) return again({ fault: 'same', similar: [same] })
  if (form.get('schritt') !== 'senden') {
    const similar = await similarStatements(publicDb(house, site), procedure.id, read.value)
    if (similar.length > 0) return again({ similar }, 200)
  }
  const who = await whoActs(house, visit, procedure, 'submit')
  if (!who.known)
    return askWho(house, visit, map, who, {
      action: 'submit',
      to: visit.to(opinionRoutes.sendStatement, { slug: procedure.slug }),
      back: visit.to(opinionRoutes.newStatement, { slug: procedure.slug }),
      what: { kind: 'submit', draft: draftOf(read.value), answers: {} },
    })
  const slow = await slowDown(house, { room: 'participation', what: 'submit' }, limits.submit, {
    address: visit.request.ip,
    given: form.get('puzzle') ?? '',
  })
  if (slow) return again({ slow }, 429)
  const done = await handInStatement(house, site, procedure, { text: read.value, lang: visit.lang, proof: who.proof })
  if (!done.ok) return closedStatement(visit, map)
  return withShown(redirect(visit.to(routes.ownSubmission, { token: done.value.token }, { neu: 1 }), 303), who)
}

async function own(house: ParticipationHouse, visit: Visit, map: OpenedMap): Promise<Answer> {
  const said = await ownAnswers(house, visit.site, map.procedure.id, reactorOf(house, visit, map.procedure))
  if (visit.query.has('loeschen') && said.length > 0) return page(deleteView(visit, map, said.length))
  return page(ownView(visit, map, said, visit.query.has('geloescht')))
}

async function withdraw(house: ParticipationHouse, visit: Visit, map: OpenedMap): Promise<Answer> {
  await withdrawAnswers(house, visit.site, map.procedure.id, reactorOf(house, visit, map.procedure))
  return redirect(visit.to(opinionRoutes.ownOpinions, { slug: map.procedure.slug }, { geloescht: 1 }), 303)
}

/** Answering, looking at one's own answers, deleting them, adding a statement. */
export function opinionHandlers(house: ParticipationHouse): Handler[] {
  // Asked once, before the first statement: not with each of a hundred.
  const atTheDoor = async (visit: Visit, map: OpenedMap, act: typeof answer): Promise<Answer> => {
    const back = visit.to(opinionRoutes.opinions, { slug: map.procedure.slug })
    const door = await atDoor(house, visit, map, 'rate', back)
    return door.known ? act(house, visit, map) : door.answer
  }
  const asking = (act: (house: ParticipationHouse, visit: Visit, map: OpenedMap) => Promise<Answer>) => (visit: Visit) =>
    withMap(house, visit, (map) =>
      isAnswering(map, visit.now) ? atTheDoor(visit, map, act) : closedMap(visit, map, waysOn(visit, map, 0)),
    )
  const taking = (act: (visit: Visit, map: OpenedMap) => Promise<Answer> | Answer) => (visit: Visit) =>
    withMap(house, visit, (map) => (takesStatements(map, visit.now) ? act(visit, map) : closedStatement(visit, map)))
  return [
    handler(
      opinionRoutes.opinions,
      asking((...all) => ask(...all)),
      { perMinute: 6000 },
    ),
    // A hall of 500 phones sits behind one address, and each answers every few seconds.
    handler(opinionRoutes.answerOpinion, asking(answer), { perMinute: 12_000 }),
    handler(opinionRoutes.ownOpinions, (visit) => withMap(house, visit, (map) => own(house, visit, map)), { perMinute: 600 }),
    handler(opinionRoutes.withdrawOpinions, (visit) => withMap(house, visit, (map) => withdraw(house, visit, map)), {
      perMinute: 300,
    }),
    handler(
      opinionRoutes.newStatement,
      taking((visit, map) => page(statementView(visit, map))),
    ),
    handler(
      opinionRoutes.sendStatement,
      taking((visit, map) => handIn(house, visit, map)),
      { perMinute: 600 },
    ),
  ]
}
