import { createHash } from 'node:crypto'
import type { ParticipationHouse } from '../../../house.ts'
import { procedureBySlug } from '../../../store/procedure-store.ts'
import { dayAfter, phasesFrom, plantIdea, plantProcedure } from '../../../use-cases/plant.ts'
import { trafficPeople, trafficProcedure, trafficStatements, waitingStatement } from '../demo/traffic.ts'
import type { AnswerValue } from '../model/answer.ts'
import { opinionSettings } from '../settings.ts'
import { plantVotes } from '../store/plant-votes.ts'
import { insertStatements, statementsOf } from '../store/statement-store.ts'
import { computeMap } from './compute-map.ts'

const runningFor = 16

/** Numbers from 0 to 1 that look like chance and are the same every time. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** What the people of the demonstration say to so many statements: each to most of them, as people of their group do. */
function* said(): Generator<{ readonly participant: Buffer; readonly statement: number; readonly value: AnswerValue }> {
  let person = 0
  for (const [group, people] of trafficPeople.entries())
    for (let i = 0; i < people; i++) {
      const next = dice(++person * 7919)
      next()
      const participant = createHash('sha256').update(`innenstadt ${person}`).digest()
      // Some answer all, some stop early.
      const keeps = 0.55 + 0.45 * next()
      for (const [statement, { agree }] of trafficStatements.entries()) {
        if (next() > keeps) continue
        const roll = next() * 100
        const hit = roll < (agree[group] ?? 50)
        yield { participant, statement, value: next() < 0.07 ? 0 : hit ? 1 : -1 }
      }
    }
}

/** Lindenrode asks about the traffic of its inner town: running, with some 120 people. Done once; a second start changes nothing. */
export async function loadTraffic(house: ParticipationHouse): Promise<void> {
  const site = house.sites().bySlug('lindenrode')
  const db = house.database.system
  if (!site || (await procedureBySlug(db, site.id, trafficProcedure.slug))) return
  const began = dayAfter(house.now(), -runningFor)
  const procedure = await db.transaction().execute(async (trx) => {
    const id = await plantProcedure(
      trx,
      site,
      {
        ...trafficProcedure,
        format: 'opinion-map',
        moderation: 'before',
        settings: opinionSettings.parse({ results: 'live' }),
        area: null,
        answerBy: null,
        retentionMonths: 12,
      },
      phasesFrom(
        [
          {
            title: 'Meinungsbild',
            note: 'Antworten und eigene Aussagen',
            from: 0,
            days: 42,
            actions: ['read', 'submit', 'rate'],
          },
          { title: 'Auswertung', note: 'Das Amt legt das Ergebnis dem Rat vor', from: 42, days: 28, actions: ['read'] },
          { title: 'Entscheidung im Rat', label: 'im Frühjahr', actions: ['read'] },
        ],
        began,
      ),
    )
    await insertStatements(
      trx,
      site.id,
      id,
      trafficStatements.filter(({ from }) => from === undefined).map(({ text }) => text),
    )
    const where = { tenant: site.id, procedure: id }
    const idea = (text: string, day: number, state: 'public' | 'waiting') =>
      plantIdea(trx, house, where, { draft: { title: text, body: '' }, at: dayAfter(began, day), state })
    for (const { text, from } of trafficStatements) if (from !== undefined) await idea(text, from, 'public')
    await idea(waitingStatement, runningFor - 1, 'waiting')
    const ids = new Map((await statementsOf(trx, id)).map((one) => [one.text, one.id]))
    await plantVotes(
      trx,
      where,
      [...said()].flatMap(({ participant, statement, value }) => {
        const known = ids.get(trafficStatements[statement]?.text ?? '')
        return known ? [{ participant, statement: known, value }] : []
      }),
    )
    return id
  })
  await computeMap(house, site.id, procedure)
}
