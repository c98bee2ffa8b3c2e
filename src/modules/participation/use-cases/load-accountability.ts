import { createHash, randomUUID } from 'node:crypto'
import { closeShapeFindings, releaseDraft } from '#catalogue'
import { dayOf } from '#kernel/clock.ts'
import { addDays, dayBegins } from '#kernel/deadline.ts'
import type { Site } from '#kernel/site.ts'
import { wordStems } from '#platform/search'
import { linkSecret, secretHash } from '#platform/secret-link'
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
import type { Phase } from '../model/procedure.ts'
import { backdate, linkDecision, plantAnswer, plantDecision, plantReactions } from '../store/demonstration-store.ts'
import { insertProcedure, procedureById, procedureBySlug, setProcedureState, writePhases } from '../store/procedure-store.ts'
import { putTextBlock } from '../store/staff-answer-store.ts'
import { insertSubmission } from '../store/submission-store.ts'
import { publishDataset } from './publish-dataset.ts'
import { publishReport, writeReport } from './report.ts'
import type { Clerk } from './staff-act.ts'

type Db = ParticipationHouse['database']['system']

/** Days that have passed since the playground was asked about. */
const since = 500
const dayAfter = (start: Date, days: number): Date => dayBegins(addDays(dayOf(start), days))

/** Lindenrode gives account of its playground: answers, decisions with their steps, a published report and an open dataset. Done once. */
export async function loadAccountability(house: ParticipationHouse, people: ReadonlyMap<string, Clerk>): Promise<void> {
  const site = house.sites().bySlug('lindenrode')
  if (!site) return
  const db = house.database.system
  if (await procedureBySlug(db, site.id, playground.slug)) return
  const start = dayBegins(addDays(dayOf(house.now()), -since))
  const id = randomUUID()
  await db.transaction().execute(async (trx) => {
    await plantPlayground(trx, site, id, start)
    const decisions: string[] = []
    for (const { day, due, steps, ...one } of playgroundDecisions)
      decisions.push(
        await plantDecision(
          trx,
          {
            ...one,
            tenant: site.id,
            procedure: id,
            decidedOn: addDays(dayOf(start), day),
            dueOn: due ? addDays(dayOf(start), due) : null,
          },
          steps.map(({ day: at, ...step }) => ({ ...step, at: dayAfter(start, at) })),
        ),
      )
    for (const idea of playgroundIdeas)
      await plantIdea(trx, house, site, { procedure: id, idea, start, decision: decisions[idea.decision ?? -1] })
    for (const block of demoBlocks) await putTextBlock(trx, site.id, block)
  })
  await publishAccount(house, site, id, start, people)
}

async function plantPlayground(trx: Db, site: Site, id: string, start: Date): Promise<void> {
  const { phases, ...rest } = playground
  await insertProcedure(trx, site.id, id, {
    ...rest,
    format: 'idea-map',
    contact: {},
    basis: [],
    area: null,
    identity: {},
    moderation: 'after',
    settings: { categories: playgroundCategories, place: 'no' },
    answerBy: addDays(dayOf(start), 63),
    retentionMonths: 24,
  })
  await writePhases(
    trx,
    site.id,
    id,
    'public',
    phases.map(
      (one, position): Phase => ({
        id: randomUUID(),
        track: 'public',
        position,
        title: one.title,
        note: '',
        label: '',
        startsAt: dayAfter(start, one.from),
        endsAt: dayAfter(start, one.from + one.days),
        actions: one.actions,
      }),
    ),
  )
  await setProcedureState(trx, site.id, id, ['draft'], 'public', null)
}

interface Planted {
  readonly procedure: string
  readonly idea: PlaygroundIdea
  readonly start: Date
  readonly decision: string | undefined
}

async function plantIdea(trx: Db, house: ParticipationHouse, site: Site, given: Planted): Promise<void> {
  const { procedure, idea, start, decision } = given
  const id = randomUUID()
  const hash = secretHash(linkSecret(house.config.ALLMENDE_SECRET, 'participation/submission', id))
  if (!hash) throw new Error('a secret of ours is no secret')
  const { title, body, category, author } = idea
  await insertSubmission(trx, {
    id,
    tenant: site.id,
    procedure,
    state: 'public',
    draft: { title, body, category, ...(author ? { author } : {}) },
    channel: idea.channel ?? 'web',
    identity: 'none',
    lang: 'de',
    stems: wordStems(`${title} ${body}`),
    findings: [],
    secretHash: hash,
  })
  const at = new Date(dayAfter(start, idea.day).getTime() + 10 * 3_600_000)
  await backdate(trx, id, at)
  const under = { tenant: site.id, procedure, submission: id }
  await plantReactions(trx, under, idea.agree, createHash('sha256').update(id).digest('hex'))
  if (idea.answer) {
    const { after, reason, ...answer } = idea.answer
    const answered = new Date(at.getTime() + after * 86_400_000)
    await plantAnswer(trx, { ...under, ...answer, reason: reason ?? null, office: playground.office, at: answered })
  }
  if (decision) await linkDecision(trx, id, decision)
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
