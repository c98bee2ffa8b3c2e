import { createHash, randomUUID } from 'node:crypto'
import { dayOf } from '#kernel/clock.ts'
import { addDays, dayBegins } from '#kernel/deadline.ts'
import type { Site } from '#kernel/site.ts'
import { wordStems } from '#platform/search'
import { linkSecret, secretHash } from '#platform/secret-link'
import type { DemoComment } from '../demo/marktplatz-comments.ts'
import { cycleComments, cycleIdeas, cycleProcedure, type OtherIdea, playgroundProcedure } from '../demo/others.ts'
import type { ParticipationHouse } from '../house.ts'
import type { Geometry, Phase } from '../model/procedure.ts'
import { insertComment } from '../store/comment-store.ts'
import { backdate, backdateComment, plantAnswer, plantReactions, plantVotes } from '../store/demonstration-store.ts'
import { dressProcedure } from '../store/dialogue-queries.ts'
import { insertProcedure, procedureBySlug, setProcedureState, writePhases } from '../store/procedure-store.ts'
import { insertSubmission, listSubmissions } from '../store/submission-store.ts'

type Db = ParticipationHouse['database']['system']

const day = 86_400_000
const hashOf = (house: ParticipationHouse, kind: string, id: string): Buffer => {
  const hash = secretHash(linkSecret(house.config.ALLMENDE_SECRET, kind, id))
  if (!hash) throw new Error('a secret of ours is no secret')
  return hash
}

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
        secretHash: hashOf(house, 'participation/comment', id),
      })
      await backdateComment(trx, id, at)
      return id
    }
    const parent = await put(one)
    for (const reply of one.replies ?? []) await put(reply, parent)
  }
}

type Plan = typeof cycleProcedure | typeof playgroundProcedure

async function plantProcedure(
  trx: Db,
  site: Site,
  plan: Plan,
  now: Date,
  area: Geometry,
  themes: readonly string[],
): Promise<string> {
  const id = randomUUID()
  const { phases, began, ...rest } = plan
  const start = addDays(dayOf(now), began)
  await insertProcedure(trx, site.id, id, {
    ...rest,
    format: 'idea-map',
    basis: [],
    area,
    identity: {},
    moderation: 'after',
    settings: { place: 'maybe', rating: 'three', sides: true },
    answerBy: null,
    retentionMonths: 24,
  })
  const timed = phases.map((one, position): Phase => {
    const from = 'from' in one ? dayBegins(addDays(start, one.from)) : null
    return {
      id: randomUUID(),
      track: 'public',
      position,
      title: one.title,
      note: one.note,
      label: 'label' in one ? one.label : '',
      startsAt: from,
      endsAt: 'from' in one ? dayBegins(addDays(start, one.from + one.days)) : null,
      actions: one.actions,
    }
  })
  await writePhases(trx, site.id, id, 'public', timed)
  await setProcedureState(trx, site.id, id, ['draft'], 'public', null)
  await dressProcedure(trx, site.id, id, { themes })
  return id
}

async function plantIdea(trx: Db, house: ParticipationHouse, site: Site, procedure: string, idea: OtherIdea): Promise<void> {
  const id = randomUUID()
  const draft = { title: idea.title, body: idea.body, geometry: { type: 'Point', coordinates: idea.at } as const }
  await insertSubmission(trx, {
    id,
    tenant: site.id,
    procedure,
    state: 'public',
    draft,
    channel: 'web',
    identity: 'none',
    lang: 'de',
    stems: wordStems(`${idea.title} ${idea.body}`),
    findings: [],
    secretHash: hashOf(house, 'participation/submission', id),
  })
  const at = new Date(house.now().getTime() + (cycleProcedure.began + idea.day) * day)
  await backdate(trx, id, at)
  const seed = createHash('sha256').update(id).digest('hex')
  const under = { tenant: site.id, procedure, submission: id }
  const [agree, neutral, disagree] = idea.votes
  await plantReactions(trx, under, agree, seed)
  await plantVotes(trx, under, neutral, `${seed}0`, 0)
  await plantVotes(trx, under, disagree, `${seed}-`, -1)
  const { reason = null, ...answer } = idea.answer
  await plantAnswer(trx, { ...under, ...answer, reason, office: cycleProcedure.office, at: new Date(at.getTime() + 70 * day) })
}

/** The district's procedure that is over, and Auenfeld's that is still to come. Done once. */
export async function loadOtherProcedures(house: ParticipationHouse): Promise<void> {
  const db = house.database.system
  const kreis = house.sites().bySlug('kreis-sennewald')
  const auenfeld = house.sites().bySlug('auenfeld')
  if (!kreis || !auenfeld || (await procedureBySlug(db, kreis.id, cycleProcedure.slug))) return
  await db.transaction().execute(async (trx) => {
    const middle = { type: 'Point', coordinates: [8.765, 51.86] } as const
    const id = await plantProcedure(trx, kreis, cycleProcedure, house.now(), kreis.area ?? middle, ['TRAN', 'ENVI'])
    for (const idea of cycleIdeas) await plantIdea(trx, house, kreis, id, idea)
    await plantComments(trx, house, { tenant: kreis.id, procedure: id, office: cycleProcedure.office }, cycleComments)
    const brook = { type: 'Point', coordinates: [8.811, 51.879] } as const
    await plantProcedure(trx, auenfeld, playgroundProcedure, house.now(), brook, ['EDUC', 'SOCI'])
  })
}
