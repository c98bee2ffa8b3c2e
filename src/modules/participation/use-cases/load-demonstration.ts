import { dayOf } from '#kernel/clock.ts'
import { addDays } from '#kernel/deadline.ts'
import type { Site } from '#kernel/site.ts'
import { categories, type DemoIdea, marketIdeas, marketProcedure } from '../demo/marktplatz.ts'
import { marketComments } from '../demo/marktplatz-comments.ts'
import { marketPlan, type PlanShape } from '../demo/marktplatz-plan.ts'
import type { ParticipationHouse } from '../house.ts'
import type { Geometry } from '../model/procedure.ts'
import { dressProcedure } from '../store/dialogue-queries.ts'
import { procedureBySlug } from '../store/procedure-store.ts'
import { loadAccountability } from './load-accountability.ts'
import { loadBudgets } from './load-budget-demonstration.ts'
import { loadOtherProcedures, plantComments } from './load-more-demonstration.ts'
import { dayAfter, type PlantedIdea, phasesFrom, plantIdea, plantProcedure } from './plant.ts'
import { plantModeration } from './plant-moderation.ts'
import type { Clerk } from './staff-act.ts'

const day = 86_400_000
/** Middle of the invented market square. */
const middle = { lon: 8.7205, lat: 51.886 }
/** Days that the collection has been running when the demonstration is loaded. */
const runningFor = 22

const positionAt = ([east, north]: readonly [number, number]): readonly [number, number] => [
  middle.lon + east / (111_320 * Math.cos((middle.lat * Math.PI) / 180)),
  middle.lat + north / 111_320,
]
const pointAt = (place: readonly [number, number]): Geometry => ({ type: 'Point', coordinates: positionAt(place) })

/** Everything that the towns of the demonstration asked and ask. Done once; a second start changes nothing. */
export async function loadParticipation(house: ParticipationHouse, people: ReadonlyMap<string, Clerk>): Promise<void> {
  const site = house.sites().bySlug('lindenrode')
  if (site) {
    await loadBudgets(house, site)
    await loadMarket(house, site)
  }
  await loadOtherProcedures(house)
  if (site) await loadAccountability(house, site, people)
}

/** Lindenrode asks about its market square: running, with ideas, agreement and first answers. */
async function loadMarket(house: ParticipationHouse, site: Site): Promise<void> {
  const db = house.database.system
  if (await procedureBySlug(db, site.id, marketProcedure.slug)) return
  const start = dayAfter(house.now(), -runningFor)
  const { phases, ...said } = marketProcedure
  const { office } = said
  await db.transaction().execute(async (trx) => {
    const procedure = await plantProcedure(
      trx,
      site,
      {
        ...said,
        area: pointAt([0, 0]),
        settings: { categories, place: 'maybe' },
        answerBy: addDays(dayOf(start), 91),
        retentionMonths: 12,
      },
      phasesFrom(phases, start),
    )
    const where = { tenant: site.id, procedure }
    for (const idea of marketIdeas) await plantIdea(trx, house, where, plantedFrom(idea, start, house.now()))
    await plantModeration(trx, house, site, procedure, start)
    await plantComments(trx, house, { ...where, office }, marketComments)
    const plan = marketPlan.map(({ kind, points, title }) => ({
      type: 'Feature',
      properties: { kind, ...(title ? { title } : {}) },
      geometry: planGeometry(kind, points),
    }))
    await dressProcedure(trx, site.id, procedure, { plan, themes: ['REGI', 'TRAN'] })
  })
}

/** A ring of metres as a polygon, a line as a line, a label as its point. */
function planGeometry(kind: PlanShape['kind'], points: PlanShape['points']) {
  const positions = points.map((one) => positionAt(one))
  const [first = positionAt([0, 0])] = positions
  if (kind === 'label') return { type: 'Point', coordinates: first }
  return kind === 'line'
    ? { type: 'LineString', coordinates: positions }
    : { type: 'Polygon', coordinates: [[...positions, first]] }
}

/** An idea with its moment, and an answer that is not given in the future. */
function plantedFrom(
  { title, body, category, place, at: metres, author, ...idea }: DemoIdea,
  start: Date,
  now: Date,
): PlantedIdea {
  const at = new Date(start.getTime() + idea.day * day + 11 * 3_600_000 + (idea.agree % 50) * 600_000)
  return {
    draft: {
      title,
      body,
      category,
      ...(place ? { place } : {}),
      ...(metres ? { geometry: pointAt(metres) } : {}),
      ...(author ? { author } : {}),
    },
    at,
    channel: idea.channel,
    agree: idea.agree,
    answer: idea.answer && {
      ...idea.answer,
      office: marketProcedure.office,
      at: new Date(Math.min(at.getTime() + 4 * day, now.getTime())),
    },
  }
}
