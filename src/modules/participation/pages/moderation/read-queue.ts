import type { Visit } from '#platform/http'
import type { ModeratedKind } from '../../model/moderation.ts'
import type { Procedure } from '../../model/procedure.ts'
import type { QueueFilter } from '../../store/queue-store.ts'

export const queueKinds: Readonly<Record<string, ModeratedKind>> = { beitraege: 'submission', kommentare: 'comment' }
export const queueStates: Readonly<Record<string, string>> = {
  wartet: 'waiting',
  oeffentlich: 'public',
  verborgen: 'hidden',
  zusammengefuehrt: 'merged',
}
/** What lookFirst finds. */
export const queueFindings = ['mail', 'phone', 'account', 'link', 'address', 'birth', 'insult', 'shouting'] as const

/** The list as its address says it. */
export type QueueParams = Readonly<Partial<Record<'verfahren' | 'art' | 'stand' | 'fund', string>>>

/** Reads the filter of the queue; a value nobody knows narrows nothing. */
export function readQueue(
  visit: Pick<Visit, 'query'>,
  procedures: readonly Procedure[],
): { filter: QueueFilter; params: QueueParams; after: string | undefined } {
  const one = (name: string, known: readonly string[]) => {
    const value = visit.query.get(name) ?? ''
    return known.includes(value) ? value : undefined
  }
  const verfahren = one(
    'verfahren',
    procedures.map(({ slug }) => slug),
  )
  const art = one('art', Object.keys(queueKinds))
  const stand = one('stand', Object.keys(queueStates))
  const fund = one('fund', queueFindings)
  return {
    filter: {
      procedure: procedures.find(({ slug }) => slug === verfahren)?.id,
      kind: art ? queueKinds[art] : undefined,
      state: stand ? queueStates[stand] : undefined,
      finding: fund,
    },
    params: {
      ...(verfahren ? { verfahren } : {}),
      ...(art ? { art } : {}),
      ...(stand ? { stand } : {}),
      ...(fund ? { fund } : {}),
    },
    after: visit.query.get('nach') ?? undefined,
  }
}
