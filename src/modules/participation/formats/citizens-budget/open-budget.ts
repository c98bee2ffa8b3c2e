import { type Answer, page, problem, type Visit } from '#platform/http'
import { type ParticipationHouse, publicDb } from '../../house.ts'
import { type IdentityLevel, type Phase, type Procedure, phaseFor } from '../../model/procedure.ts'
import type { Box, Candidate } from '../../model/vote/box.ts'
import { withdrawnView } from '../../pages/procedure/procedure-view.tsx'
import { phasesOf, procedureBySlug } from '../../store/procedure-store.ts'
import { ballotOf, boxesOf } from '../../store/vote/box-store.ts'

/** A box of a public budget, with what stands for election. */
export interface OpenedBox {
  readonly procedure: Procedure
  readonly phases: readonly Phase[]
  readonly box: Box
  readonly candidates: readonly Candidate[]
}

/** What one must show to vote. */
export const levelOf = ({ procedure }: OpenedBox): IdentityLevel => procedure.identity.vote ?? 'none'

/** The running phase of voting. */
export const votingPhase = ({ phases }: OpenedBox, now: Date): Phase | undefined => phaseFor(phases, 'vote', now)

const none = (visit: Visit): Answer =>
  problem({
    status: 404,
    id: 'participation/no-box',
    title: visit.t('participation.vote.none'),
    detail: visit.t('participation.vote.none.detail'),
  })

/** Opens the budget that the address names; says what stands in the way otherwise. */
async function openProcedure(house: ParticipationHouse, visit: Visit): Promise<Procedure | Answer> {
  const procedure = await procedureBySlug(publicDb(house, visit.site), visit.site.id, visit.params.slug ?? '')
  if (procedure?.format !== 'citizens-budget' || procedure.state === 'draft') return none(visit)
  return procedure.state === 'withdrawn' ? page(withdrawnView(visit, procedure), 410) : procedure
}

/** A public budget with all its boxes. */
export interface OpenedBudget {
  readonly procedure: Procedure
  readonly boxes: readonly Box[]
}

/** Opens a budget and lets `show` answer. */
export async function withBudget(
  house: ParticipationHouse,
  visit: Visit,
  show: (opened: OpenedBudget) => Promise<Answer> | Answer,
): Promise<Answer> {
  const procedure = await openProcedure(house, visit)
  if ('kind' in procedure) return procedure
  return show({ procedure, boxes: await boxesOf(publicDb(house, visit.site), procedure.id) })
}

/** Opens the box that the address names and lets `show` answer. */
export async function withBox(
  house: ParticipationHouse,
  visit: Visit,
  show: (opened: OpenedBox) => Promise<Answer> | Answer,
): Promise<Answer> {
  const procedure = await openProcedure(house, visit)
  if ('kind' in procedure) return procedure
  const db = publicDb(house, visit.site)
  const [phases, found] = await Promise.all([phasesOf(db, procedure.id), ballotOf(db, procedure.id, visit.params.box ?? '')])
  return found ? show({ procedure, phases, ...found }) : none(visit)
}

interface Kept {
  readonly opened: OpenedBox
  readonly until: number
}
const kept = new WeakMap<object, Map<string, Kept>>()
/** Milliseconds. */
const keptFor = 2000

/**
 * The same for the moment of casting, from memory for two seconds: the database decides anew about time, costs and rules of every
 * vote, so what is a little old here can refuse nothing wrongly for long and lets nothing through.
 */
export async function withBoxAtHand(
  house: ParticipationHouse,
  visit: Visit,
  show: (opened: OpenedBox) => Promise<Answer> | Answer,
): Promise<Answer> {
  const boxes = kept.get(house.database) ?? new Map<string, Kept>()
  kept.set(house.database, boxes)
  const key = `${visit.site.id}/${visit.params.slug}/${visit.params.box}`
  const found = boxes.get(key)
  if (found && found.until > performance.now()) return show(found.opened)
  boxes.delete(key)
  return withBox(house, visit, (opened) => {
    if (boxes.size > 500) boxes.clear()
    boxes.set(key, { opened, until: performance.now() + keptFor })
    return show(opened)
  })
}
