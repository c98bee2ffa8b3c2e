import { closeShapeFindings, releaseDraft } from '#catalogue'
import { dayOf } from '#kernel/clock.ts'
import { addDays } from '#kernel/deadline.ts'
import type { Site } from '#kernel/site.ts'
import {
  demoBlocks,
  type PlaygroundIdea,
  playground,
  playgroundCategories,
  playgroundDecisions,
  playgroundIdeas,
  playgroundTexts,
} from '../demo/spielplatz.ts'
import { forCatalogue, type ParticipationHouse } from '../house.ts'
import { linkDecision, plantDecision } from '../store/demonstration-store.ts'
import { procedureById, procedureBySlug } from '../store/procedure-store.ts'
import { putTextBlock } from '../store/staff-answer-store.ts'
import { dayAfter, type PlantedIdea, phasesFrom, plantIdea, plantProcedure } from './plant.ts'
import { publishDataset } from './publish-dataset.ts'
import { publishReport, writeReport } from './report.ts'
import type { Clerk } from './staff-act.ts'

/** Days that have passed since the playground was asked about. */
const since = 500
const day = 86_400_000

/** Lindenrode gives account of its playground: answers, decisions with their steps, a published report and an open dataset. Done once. */
export async function loadAccountability(
  house: ParticipationHouse,
  site: Site,
  people: ReadonlyMap<string, Clerk>,
): Promise<void> {
  const db = house.database.system
  if (await procedureBySlug(db, site.id, playground.slug)) return
  const start = dayAfter(house.now(), -since)
  const id = await db.transaction().execute(async (trx) => {
    const { phases, ...said } = playground
    const procedure = await plantProcedure(
      trx,
      site,
      {
        ...said,
        contact: {},
        area: null,
        settings: { categories: playgroundCategories, place: 'no' },
        answerBy: addDays(dayOf(start), 63),
        retentionMonths: 24,
      },
      phasesFrom(phases, start),
    )
    const where = { tenant: site.id, procedure }
    const decisions: string[] = []
    for (const { day: made, due, steps, ...one } of playgroundDecisions)
      decisions.push(
        await plantDecision(
          trx,
          {
            ...one,
            ...where,
            decidedOn: addDays(dayOf(start), made),
            dueOn: due ? addDays(dayOf(start), due) : null,
          },
          steps.map(({ day: at, ...step }) => ({ ...step, at: dayAfter(start, at) })),
        ),
      )
    for (const idea of playgroundIdeas) {
      const { submission } = await plantIdea(trx, house, where, plantedFrom(idea, start))
      const decision = decisions[idea.decision ?? -1]
      if (decision) await linkDecision(trx, submission, decision)
    }
    for (const block of demoBlocks) await putTextBlock(trx, site.id, block)
    return procedure
  })
  await publishAccount(house, site, id, start, people)
}

function plantedFrom({ title, body, category, author, answer, ...idea }: PlaygroundIdea, start: Date): PlantedIdea {
  const at = new Date(dayAfter(start, idea.day).getTime() + 10 * 3_600_000)
  return {
    draft: { title, body, category, ...(author ? { author } : {}) },
    at,
    channel: idea.channel,
    agree: idea.agree,
    answer: answer && { ...answer, office: playground.office, at: new Date(at.getTime() + answer.after * day) },
  }
}

/** Report, report of the year, and the dataset, which a second person releases as the town's rules want it. Without accounts nothing is done. */
async function publishAccount(
  house: ParticipationHouse,
  site: Site,
  id: string,
  start: Date,
  people: ReadonlyMap<string, Clerk>,
): Promise<void> {
  const [officer, second] = ['administration', 'koordination'].map((box) => people.get(`${box}@lindenrode.example`))
  const procedure = await procedureById(house.database.system, site.id, id)
  if (!officer || !second || !procedure) return
  const year = Number(dayOf(start).slice(0, 4))
  const name = procedure.title
  await writeReport(house, site, officer, { scope: { procedure: id }, name, revision: 0, texts: playgroundTexts })
  await publishReport(house, site, officer, { scope: { procedure: id }, name })
  await publishReport(house, site, officer, { scope: { year }, name: String(year) })
  const done = await publishDataset(house, site, officer, procedure)
  if (done.ok && done.value.kind === 'in-review')
    await releaseDraft(forCatalogue(house), { site, person: second }, { id: done.value.draft })
  await closeShapeFindings(forCatalogue(house))
}
