import { randomUUID } from 'node:crypto'
import { fail, ok, type Result } from '#kernel/result.ts'
import { linkSecret, secretLink, withSecret } from '#platform/secret-link'
import { type ParticipationHouse, staffDb } from '../../../house.ts'
import type { PaperChannel } from '../../../model/paper/received.ts'
import type { Acting } from '../../../use-cases/setup/acting.ts'
import { noteStaffAct } from '../../../use-cases/staff-act.ts'
import type { Answers } from '../model/answer.ts'
import { insertResponse, keepQuestionnaire, sentById } from '../store/response-store.ts'
import type { OpenedSurvey } from './open-survey.ts'
import { attachNew, FilesGone } from './take-files.ts'
import { CodeUsed, Full, type SendFault, sendIn } from './take-part.ts'

const kind = 'participation/survey'

/**
 * Enters an answer that came on paper, by telephone or at the counter: number, counts, quotas and code as from the portal, also after the
 * end, and with questions left out that must be answered there. Gives its id.
 */
export async function enterPaper(
  house: ParticipationHouse,
  { site, person }: Acting,
  { procedure }: OpenedSurvey,
  given: { readonly answers: Answers; readonly channel: PaperChannel; readonly code: Buffer | undefined },
): Promise<Result<string, SendFault>> {
  const id = randomUUID()
  const { hash } = secretLink(house.config.ALLMENDE_SECRET, kind, id)
  try {
    return await withSecret(staffDb(house, site), hash, async (trx) => {
      const version = await keepQuestionnaire(trx, procedure.id)
      const { answers, channel, code } = given
      await insertResponse(trx, {
        id,
        tenant: site.id,
        procedure: procedure.id,
        version,
        answers,
        secretHash: hash,
        codeHash: code,
        identity: 'none',
        proofMark: null,
        channel,
      })
      await attachNew(house, trx, id, {}, answers)
      const sent = await sendIn(trx, site.id, hash, { onPaper: true })
      if (!sent.ok) return sent
      const subject = { kind: 'procedure', id: procedure.id, name: procedure.title }
      await noteStaffAct(trx, site, person, 'enter-survey-paper', subject)
      return ok(id)
    })
  } catch (error) {
    if (error instanceof Full) return fail({ why: 'full', question: error.question })
    if (error instanceof CodeUsed) return fail({ why: 'code-used' })
    if (error instanceof FilesGone) return fail({ why: 'gone' })
    throw error
  }
}

/** What staff hands to whoever it was entered for: its number, and the secret part of the link to withdraw it. Undefined for what is none. */
export async function enteredPaper(
  house: ParticipationHouse,
  { site }: Pick<Acting, 'site'>,
  procedure: string,
  id: string,
): Promise<{ readonly number: number; readonly token: string } | undefined> {
  const found = await sentById(staffDb(house, site), procedure, id)
  return found && found.channel !== 'web'
    ? { number: found.number, token: linkSecret(house.config.ALLMENDE_SECRET, kind, id) }
    : undefined
}
