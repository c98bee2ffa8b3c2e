import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import { lookFirst } from '#catalogue'
import { wordStems } from '#platform/search'
import { secretLink } from '#platform/secret-link'
import type { ParticipationHouse } from '../../house.ts'
import { isLate } from '../../model/paper/received.ts'
import type { Phase, Procedure } from '../../model/procedure.ts'
import type { Channel, SubmissionDraft } from '../../model/submission.ts'
import { noteReceived } from '../../store/paper-store.ts'
import { insertSubmission } from '../../store/submission-store.ts'
import type { ParticipationTables } from '../../store/tables.ts'

/** Something that came on paper or by word of mouth, as staff enters it. */
export interface PaperDraft {
  readonly draft: SubmissionDraft
  readonly channel: Exclude<Channel, 'web'>
  /** The calendar day on which it came. */
  readonly receivedOn: string
  /** Eingangsnummer; '' for none. */
  readonly reference: string
}

/**
 * Keeps it under the next number of the procedure, with a secret link of its own: the same rights as if it had come through the portal.
 * What came too late is kept too, and marked. Throws what the database says when the paper was entered already (`isTwice`).
 */
export async function keepPaper(
  trx: Transaction<ParticipationTables>,
  house: Pick<ParticipationHouse, 'config'>,
  procedure: Procedure,
  phases: readonly Phase[],
  paper: PaperDraft,
): Promise<{ readonly id: string; readonly number: number; readonly late: boolean }> {
  const { draft, channel, receivedOn, reference } = paper
  const id = randomUUID()
  const { hash } = secretLink(house.config.ALLMENDE_SECRET, 'participation/submission', id)
  const findings = lookFirst(draft.title, draft.body, draft.place ?? '', draft.author ?? '')
  const late = isLate(phases, receivedOn)
  const { number } = await insertSubmission(trx, {
    id,
    tenant: procedure.tenant,
    procedure: procedure.id,
    state: findings.length > 0 || procedure.moderation === 'before' ? 'waiting' : 'public',
    draft,
    channel,
    identity: 'none',
    lang: 'de',
    stems: wordStems(`${draft.title} ${draft.body}`),
    findings,
    secretHash: hash,
    late,
  })
  await noteReceived(trx, procedure.tenant, id, receivedOn, reference)
  return { id, number, late }
}
