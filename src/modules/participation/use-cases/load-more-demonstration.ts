import { randomUUID } from 'node:crypto'
import { secretLink } from '#platform/secret-link'
import type { DemoComment } from '../demo/marktplatz-comments.ts'
import { cycleComments, cycleIdeas, cycleProcedure, playgroundProcedure } from '../demo/others.ts'
import type { ParticipationHouse } from '../house.ts'
import { insertComment } from '../store/comment-store.ts'
import { backdateComment } from '../store/demonstration-store.ts'
import { dressProcedure } from '../store/dialogue-queries.ts'
import { procedureBySlug } from '../store/procedure-store.ts'
import { listSubmissions } from '../store/submission-store.ts'
import { type Db, dayAfter, phasesFrom, plantIdea, plantProcedure } from './plant.ts'

const day = 86_400_000

/** Lets people talk about ideas of the demonstration; nobody comments in the future. */
export async function plantComments(
  trx: Db,
  house: ParticipationHouse,
  where: { readonly tenant: string; readonly procedure: string; readonly office: string },
  comments: readonly DemoComment[],
): Promise<void> {
  const ideas = new Map((await listSubmissions(trx, where.procedure, {}, 'new', undefined, 500)).map((one) => [one.title, one]))
  const now = house.now().getTime()
  for (const [n, one] of comments.entries()) {
    const idea = ideas.get(one.under)
    if (!idea) continue
    const put = async (said: Omit<DemoComment, 'under' | 'replies'>, parent?: string): Promise<string> => {
      const id = randomUUID()
      const at = new Date(Math.min(idea.receivedAt.getTime() + said.after * day + (n % 9) * 3_100_000, now - 60_000))
      await insertComment(trx, {
        id,
        tenant: where.tenant,
        procedure: where.procedure,
        submission: idea.id,
        state: 'public',
        draft: {
          body: said.body,
          ...(said.author ? { author: said.author } : {}),
          ...(said.stance ? { stance: said.stance } : {}),
          ...(parent ? { parent } : {}),
        },
        ...(said.office ? { office: where.office } : {}),
        lang: 'de',
        findings: [],
        secretHash: secretLink(house.config.ALLMENDE_SECRET, 'participation/comment', id).hash,
      })
      await backdateComment(trx, id, at)
      return id
    }
    const parent = await put(one)
    for (const reply of one.replies ?? []) await put(reply, parent)
  }
}

const usual = { settings: { place: 'maybe', rating: 'three', sides: true }, answerBy: null, retentionMonths: 24 } as const

/** The district's procedure that is over, and Auenfeld's that is still to come. Done once. */
export async function loadOtherProcedures(house: ParticipationHouse): Promise<void> {
  const db = house.database.system
  const now = house.now()
  const kreis = house.sites().bySlug('kreis-sennewald')
  const auenfeld = house.sites().bySlug('auenfeld')
  if (!kreis || !auenfeld || (await procedureBySlug(db, kreis.id, cycleProcedure.slug))) return
  await db.transaction().execute(async (trx) => {
    const { phases, began, ...cycle } = cycleProcedure
    const area = kreis.area ?? ({ type: 'Point', coordinates: [8.765, 51.86] } as const)
    const id = await plantProcedure(trx, kreis, { ...usual, ...cycle, area }, phasesFrom(phases, dayAfter(now, began)))
    await dressProcedure(trx, kreis.id, id, { themes: ['TRAN', 'ENVI'] })
    const where = { tenant: kreis.id, procedure: id }
    for (const { title, body, day: after, at: coordinates, votes, answer } of cycleIdeas) {
      const at = new Date(now.getTime() + (began + after) * day)
      const [agree, neutral, disagree] = votes
      await plantIdea(trx, house, where, {
        draft: { title, body, geometry: { type: 'Point', coordinates } },
        at,
        agree,
        neutral,
        disagree,
        answer: { ...answer, office: cycle.office, at: new Date(at.getTime() + 70 * day) },
      })
    }
    await plantComments(trx, house, { ...where, office: cycle.office }, cycleComments)
    const { phases: coming, began: begins, ...playground } = playgroundProcedure
    const brook = { type: 'Point', coordinates: [8.811, 51.879] } as const
    const soon = phasesFrom(coming, dayAfter(now, begins))
    const other = await plantProcedure(
      trx,
      auenfeld,
      { ...usual, ...playground, area: brook, identity: { comment: 'email', rate: 'email' } },
      soon,
    )
    await dressProcedure(trx, auenfeld.id, other, { themes: ['EDUC', 'SOCI'] })
  })
}
