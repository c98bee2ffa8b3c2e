import type { Visit } from '#platform/http'
import { type ParticipationHouse, publicDb } from '../../house.ts'
import { stances } from '../../model/comment.ts'
import { phaseFor } from '../../model/procedure.ts'
import type { Submission } from '../../model/submission.ts'
import { threadOf, threadsOf } from '../../store/comment-store.ts'
import type { ShownProcedure } from '../../use-cases/open-procedure.ts'
import type { Column, CommentsData } from './comments-section.tsx'

const pageSize = 20
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const idIn = (visit: Visit, name: string) => uuid.exec(visit.query.get(name) ?? '')?.[0]

/** The talk under a submission as the address asks for it; undefined where the format has none. An unknown comment in the address is left aside. */
export async function readComments(
  house: ParticipationHouse,
  visit: Visit,
  opened: ShownProcedure,
  submission: Submission,
): Promise<CommentsData | undefined> {
  const dialogue = opened.format.dialogue?.(opened.settings)
  const open = phaseFor(opened.phases, 'comment', visit.now) !== undefined
  if (!dialogue || (!open && submission.comments === 0)) return undefined
  const db = publicDb(house, visit.site)
  const only = idIn(visit, 'zu')
  const thread = only && (await threadOf(db, submission.id, only, { after: idIn(visit, 'nach'), limit: 50 }))
  if (thread) return { dialogue, open, only, columns: [{ stance: undefined, threads: [thread], more: undefined }] }
  const sides = dialogue.sides ? stances : ([undefined] as const)
  const columns = await Promise.all(
    sides.map(async (stance): Promise<Column> => {
      const after = idIn(visit, stance ? `nach-${stance}` : 'nach')
      const found = await threadsOf(db, submission.id, { stance, after, limit: pageSize + 1 })
      return { stance, threads: found.slice(0, pageSize), more: found.length > pageSize ? found[pageSize - 1]?.id : undefined }
    }),
  )
  return { dialogue, open, columns }
}
