import { createHash, randomUUID } from 'node:crypto'
import { dayOf } from '#kernel/clock.ts'
import { addDays, dayBegins } from '#kernel/deadline.ts'
import type { Site } from '#kernel/site.ts'
import { wordStems } from '#platform/search'
import { linkSecret, secretHash } from '#platform/secret-link'
import { categories, type DemoIdea, marketIdeas, marketProcedure } from '../demo/marktplatz.ts'
import { marketComments } from '../demo/marktplatz-comments.ts'
import { marketPlan, type PlanShape } from '../demo/marktplatz-plan.ts'
import type { ParticipationHouse } from '../house.ts'
import type { Geometry, Phase } from '../model/procedure.ts'
import { backdate, plantAnswer, plantReactions } from '../store/demonstration-store.ts'
import { dressProcedure } from '../store/dialogue-queries.ts'
import { insertProcedure, procedureBySlug, setProcedureState, writePhases } from '../store/procedure-store.ts'
import { insertSubmission } from '../store/submission-store.ts'
import { loadAccountability } from './load-accountability.ts'
import { loadBudgets } from './load-budget-demonstration.ts'
import { loadOtherProcedures, plantComments } from './load-more-demonstration.ts'
import { plantModeration } from './plant-moderation.ts'
import type { Clerk } from './staff-act.ts'

type Db = ParticipationHouse['database']['system']

/** Middle of the invented market square. */
const middle = { lon: 8.7205, lat: 51.886 }
/** Days that the collection has been running when the demonstration is loaded. */
const runningFor = 22

const positionAt = ([east, north]: readonly [number, number]): readonly [number, number] => [
  middle.lon + east / (111_320 * Math.cos((middle.lat * Math.PI) / 180)),
  middle.lat + north / 111_320,
]
const pointAt = (place: readonly [number, number]): Geometry => ({ type: 'Point', coordinates: positionAt(place) })

/** Midnight in Germany so many days after a day. */
const dayAfter = (start: Date, days: number): Date => dayBegins(addDays(dayOf(start), days))

/** What Lindenrode asks now, and what it gave account of. Done once; a second start changes nothing. */
export async function loadParticipation(house: ParticipationHouse, people: ReadonlyMap<string, Clerk>): Promise<void> {
  await loadMarket(house)
  await loadAccountability(house, people)
}

/** Lindenrode asks about its market square: running, with ideas, agreement and first answers. */
async function loadMarket(house: ParticipationHouse): Promise<void> {
  const site = house.sites().bySlug('lindenrode')
  if (!site) return
  await loadBudgets(house, site)
  const db = house.database.system
  if (await procedureBySlug(db, site.id, marketProcedure.slug)) return
  const start = dayBegins(addDays(dayOf(house.now()), -runningFor))
  await db.transaction().execute(async (trx) => {
    const procedure = await plantMarket(trx, site, start)
    for (const idea of marketIdeas) await plantIdea(trx, house, site, procedure, idea, start)
    await plantModeration(trx, house, site, procedure, start)
    await plantComments(trx, house, { tenant: site.id, procedure, office: marketProcedure.office }, marketComments)
    const plan = marketPlan.map(({ kind, points, title }) => ({
      type: 'Feature',
      properties: { kind, ...(title ? { title } : {}) },
      geometry: planGeometry(kind, points),
    }))
    await dressProcedure(trx, site.id, procedure, { plan, themes: ['REGI', 'TRAN'] })
  })
  await loadOtherProcedures(house)
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

async function plantMarket(trx: Db, site: Site, start: Date): Promise<string> {
  const id = randomUUID()
  const { phases, ...rest } = marketProcedure
  await insertProcedure(trx, site.id, id, {
    ...rest,
    format: 'idea-map',
    basis: [],
    area: pointAt([0, 0]),
    identity: {},
    moderation: 'after',
    settings: { categories, place: 'maybe' },
    answerBy: addDays(dayOf(start), 91),
    retentionMonths: 12,
  })
  await writePhases(
    trx,
    site.id,
    id,
    'public',
    phases.map((one, position): Phase => {
      const from = 'from' in one ? dayAfter(start, one.from) : null
      return {
        id: randomUUID(),
        track: 'public',
        position,
        title: one.title,
        note: one.note,
        label: 'label' in one ? one.label : '',
        startsAt: from,
        endsAt: from && 'days' in one ? dayAfter(start, one.from + one.days) : null,
        actions: one.actions,
      }
    }),
  )
  await setProcedureState(trx, site.id, id, ['draft'], 'public', null)
  return id
}

async function plantIdea(
  trx: Db,
  house: ParticipationHouse,
  site: Site,
  procedure: string,
  idea: DemoIdea,
  start: Date,
): Promise<void> {
  const id = randomUUID()
  const hash = secretHash(linkSecret(house.config.ALLMENDE_SECRET, 'participation/submission', id))
  if (!hash) throw new Error('a secret of ours is no secret')
  await insertSubmission(trx, {
    id,
    tenant: site.id,
    procedure,
    state: 'public',
    draft: {
      title: idea.title,
      body: idea.body,
      category: idea.category,
      ...(idea.place ? { place: idea.place } : {}),
      ...(idea.at ? { geometry: pointAt(idea.at) } : {}),
      ...(idea.author ? { author: idea.author } : {}),
    },
    channel: idea.channel ?? 'web',
    identity: 'none',
    lang: 'de',
    stems: wordStems(`${idea.title} ${idea.body}`),
    findings: [],
    secretHash: hash,
  })
  const at = new Date(start.getTime() + idea.day * 86_400_000 + 11 * 3_600_000 + (idea.agree % 50) * 600_000)
  await backdate(trx, id, at)
  await plantReactions(
    trx,
    { tenant: site.id, procedure, submission: id },
    idea.agree,
    createHash('sha256').update(id).digest('hex'),
  )
  if (idea.answer)
    await plantAnswer(trx, {
      tenant: site.id,
      procedure,
      submission: id,
      office: marketProcedure.office,
      at: new Date(Math.min(at.getTime() + 4 * 86_400_000, house.now().getTime())),
      reason: null,
      ...idea.answer,
    })
}
