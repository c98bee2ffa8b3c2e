import { randomUUID } from 'node:crypto'
import type { Site } from '#kernel/site.ts'
import { budgetAmount, budgetBallots, budgetBefore, budgetNow, budgetProjects, knownReceipt } from '../demo/buergerhaushalt.ts'
import { type ParticipationHouse, publicDb, staffDb } from '../house.ts'
import type { Phase } from '../model/procedure.ts'
import { procedureBySlug, writePhases } from '../store/procedure-store.ts'
import { boxById, insertBox, saveProject } from '../store/vote/box-store.ts'
import { castVotes } from '../store/vote/vote-store.ts'
import { type Db, phasesFrom, plantProcedure } from './plant.ts'
import { countBox } from './vote/count-box.ts'
import { newCode, receiptHash, voterMark } from './vote/marks.ts'

type Demo = typeof budgetNow | typeof budgetBefore

/** The timetable; `voting` puts the vote around this moment, so that ballots of a vote long over can be cast. */
const phasesOf = (demo: Demo, now: Date, voting: boolean): Phase[] =>
  phasesFrom(
    demo.phases.map((one) => (voting && one.title === 'Abstimmung' ? { ...one, from: -1 } : one)),
    now,
  )

async function plantBudget(db: Db, site: Site, demo: Demo, now: Date): Promise<{ procedure: string; box: string }> {
  const box = randomUUID()
  const { phases: _, ...said } = demo
  const procedure = await plantProcedure(
    db,
    site,
    {
      ...said,
      format: 'citizens-budget',
      area: null,
      identity: { vote: 'none' },
      settings: {},
      answerBy: null,
      retentionMonths: 12,
    },
    phasesOf(demo, now, true),
  )
  await insertBox(db, {
    id: box,
    tenant: site.id,
    procedure,
    position: 0,
    slug: 'gesamt',
    title: demo.title,
    kind: 'knapsack',
    rule: 'equalshares/add1',
    threshold: null,
    budget: budgetAmount,
    fewest: 1,
    most: null,
    points: 10,
    each: null,
    register: box,
  })
  for (const one of budgetProjects)
    await saveProject(db, site.id, {
      ...one,
      id: randomUUID(),
      procedure,
      submission: null,
      box,
      state: 'checked',
      office: 'Tiefbauamt',
      note: '',
    })
  return { procedure, box }
}

/** Casts ballots as visitors do, each by a browser of its own. */
async function plantBallots(
  house: ParticipationHouse,
  site: Site,
  box: string,
  ballots: readonly (readonly string[])[],
  receipts: readonly string[],
): Promise<void> {
  const { ALLMENDE_SECRET: secret } = house.config
  const votes = ballots.map((projects, i) => ({
    box,
    mark: voterMark(secret, box, { kind: 'browser', number: `demo-${i}` }),
    receipt: receiptHash(box, receipts[i] ?? newCode()),
    choice: { projects },
  }))
  for (let at = 0; at < votes.length; at += 500) await castVotes(publicDb(house, site), votes.slice(at, at + 500))
}

/** Lindenrode votes on its budget for the next year, and counted that of this year. Done once. */
export async function loadBudgets(house: ParticipationHouse, site: Site): Promise<void> {
  const db = house.database.system
  if (await procedureBySlug(db, site.id, budgetNow.slug)) return
  const now = house.now()
  const running = await plantBudget(db, site, budgetNow, now)
  await writePhases(db, site.id, running.procedure, 'public', phasesOf(budgetNow, now, false))
  await plantBallots(house, site, running.box, budgetBallots(700, 2027), [])
  const before = await plantBudget(db, site, budgetBefore, now)
  await plantBallots(house, site, before.box, budgetBallots(1000, 2026), [knownReceipt])
  await writePhases(db, site.id, before.procedure, 'public', phasesOf(budgetBefore, now, false))
  const box = await boxById(staffDb(house, site), site.id, before.box)
  if (box) await countBox(house, site, box, undefined)
}
