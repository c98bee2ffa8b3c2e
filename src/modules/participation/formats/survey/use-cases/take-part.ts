import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import { fail, ok, type Result } from '#kernel/result.ts'
import type { Site } from '#kernel/site.ts'
import { browserThingMark, secretHash, secretLink, withSecret } from '#platform/secret-link'
import { type ParticipationHouse, publicDb } from '../../../house.ts'
import type { Proof } from '../../../model/proof.ts'
import { showProof } from '../../../store/proof-store.ts'
import type { ParticipationTables } from '../../../store/tables.ts'
import { isRefused } from '../../../use-cases/refused.ts'
import { type Answers, askedOf, filesIn } from '../model/answer.ts'
import type { Question } from '../model/questionnaire.ts'
import { type AnswerFault, formOf, isLeftOut, readPage } from '../model/read-answer.ts'
import { keptAnswers, quotasOf, tallyOf } from '../model/tally.ts'
import { codeState, useCode } from '../store/code-store.ts'
import { someCounts } from '../store/count-store.ts'
import {
  insertResponse,
  keepQuestionnaire,
  proofRefusal,
  responseOfSecret,
  type SurveyResponse,
  saveAnswers,
  sendResponse,
  withdrawResponse,
} from '../store/response-store.ts'
import { codeHash } from './invitation-code.ts'
import { type OpenedSurvey, surveyById } from './open-survey.ts'
import { attachNew, FilesGone } from './take-files.ts'

/** What is wrong with an invitation code; the text key is `participation.survey.code.<fault>`. */
export type CodeFault = 'missing' | 'unknown' | 'used'

/** `files`: one of the files is there no longer. */
async function whileOpen<T, E>(work: () => Promise<Result<T, E>>): Promise<Result<T, E | 'closed' | 'files'>> {
  try {
    return await work()
  } catch (error) {
    if (isRefused(error)) return fail('closed')
    if (error instanceof FilesGone) return fail('files')
    throw error
  }
}

/** What is wrong with a code for this survey; its fingerprint where it is good, undefined where none is wanted. */
export async function checkCode(
  house: ParticipationHouse,
  site: Site,
  { procedure, settings }: OpenedSurvey,
  typed: string,
): Promise<Result<Buffer | undefined, CodeFault>> {
  if (!settings.codes) return ok(undefined)
  if (!typed.trim()) return fail('missing')
  const hash = codeHash(house.config.ALLMENDE_SECRET, procedure.id, typed)
  const state = hash ? await codeState(publicDb(house, site), procedure.id, hash) : 'unknown'
  return state === 'good' ? ok(hash) : fail(state)
}

/** Begins an answer with what the first page said; gives the secret part of its link. */
export async function beginResponse(
  house: ParticipationHouse,
  site: Site,
  { procedure }: OpenedSurvey,
  answers: Answers,
  code: Buffer | undefined,
  proof?: Proof,
): Promise<Result<string, 'closed' | 'files'>> {
  const id = randomUUID()
  const { token, hash } = secretLink(house.config.ALLMENDE_SECRET, 'participation/survey', id)
  return whileOpen(() =>
    withSecret(publicDb(house, site), hash, async (trx) => {
      await showProof(trx, proof)
      const version = await keepQuestionnaire(trx, procedure.id)
      await insertResponse(trx, {
        id,
        tenant: site.id,
        procedure: procedure.id,
        version,
        answers,
        secretHash: hash,
        codeHash: code,
        identity: proof?.level ?? 'none',
        proofMark: proof
          ? browserThingMark(house.config.ALLMENDE_SECRET, 'participation/survey', proof.number, procedure.id)
          : null,
      })
      await attachNew(house, trx, id, {}, answers)
      return ok(token)
    }),
  )
}

/** An answer with its survey. */
export interface OwnResponse {
  readonly response: SurveyResponse
  readonly survey: OpenedSurvey
}

/** What stands behind a secret link; undefined when there is nothing. */
export async function ownResponse(house: ParticipationHouse, site: Site, token: string): Promise<OwnResponse | undefined> {
  const hash = secretHash(token)
  if (!hash) return undefined
  return withSecret(publicDb(house, site), hash, async (trx) => {
    const response = await responseOfSecret(trx, site.id, hash)
    const survey = response && (await surveyById(trx, site.id, response.procedure))
    return response && survey ? { response, survey } : undefined
  })
}

/** Keeps the answers of one page; those of the other pages stay as they are. */
export async function savePage(
  house: ParticipationHouse,
  site: Site,
  token: string,
  page: readonly Question[],
  given: Answers,
): Promise<Result<Answers, 'gone' | 'closed' | 'files'>> {
  const hash = secretHash(token)
  if (!hash) return fail('gone')
  return whileOpen(() =>
    withSecret(publicDb(house, site), hash, async (trx) => {
      const response = await responseOfSecret(trx, site.id, hash)
      if (response?.state !== 'begun') return fail('gone')
      const others = Object.entries(response.answers).filter(([id]) => !page.some((one) => one.id === id))
      const answers: Answers = { ...Object.fromEntries(others), ...given }
      await attachNew(house, trx, response.id, response.answers, answers)
      await saveAnswers(trx, site.id, response.id, answers)
      return ok(answers)
    }),
  )
}

/** What is missing in a whole answer, by its questions. */
function faultsIn(questions: readonly Question[], answers: Answers): readonly AnswerFault[] {
  const asked = askedOf(questions, answers)
  return readPage(asked, formOf(asked, answers), filesIn(answers)).faults
}

/** Why a whole answer is not taken. */
export type SendFault =
  | { readonly why: 'gone' | 'closed' | 'code-used' | 'proof-used' | 'unproven' }
  | { readonly why: 'incomplete'; readonly faults: readonly AnswerFault[] }
  | { readonly why: 'full'; readonly question: Question }

/** The last place of a group went to somebody else. */
export class Full extends Error {
  readonly question: Question
  constructor(question: Question) {
    super('a group is complete')
    this.question = question
  }
}
/** The code was used at the same moment. */
export class CodeUsed extends Error {}

/**
 * Sends an answer: number, counts, quotas and the code in one transaction, in time by the database's clock. Whoever comes last where
 * only one place of a quota is left is refused, and so is the second answer with one code. Sent twice: the first counts.
 */
export async function sendOwn(house: ParticipationHouse, site: Site, token: string): Promise<Result<number, SendFault>> {
  const hash = secretHash(token)
  if (!hash) return fail({ why: 'gone' })
  try {
    return await withSecret(publicDb(house, site), hash, (trx) => sendIn(trx, site.id, hash))
  } catch (error) {
    if (error instanceof Full) return fail({ why: 'full', question: error.question })
    const refusal = proofRefusal(error)
    if (refusal) return fail({ why: refusal === 'used' ? 'proof-used' : 'unproven' })
    if (isRefused(error)) return fail({ why: 'closed' })
    if (error instanceof CodeUsed) return fail({ why: 'code-used' })
    throw error
  }
}

/** Sends the answer of a secret within a transaction that knows it; `onPaper`: questions may be left out. */
export async function sendIn(
  trx: Transaction<ParticipationTables>,
  tenant: string,
  hash: Buffer,
  { onPaper = false }: { readonly onPaper?: boolean } = {},
): Promise<Result<number, SendFault>> {
  const response = await responseOfSecret(trx, tenant, hash)
  if (!response || response.state === 'withdrawn') return fail({ why: 'gone' })
  if (response.state === 'sent') return ok(response.number ?? 0)
  const faults = faultsIn(response.questions, response.answers).filter((one) => !(onPaper && isLeftOut(one)))
  if (faults.length > 0) return fail({ why: 'incomplete', faults })
  const answers = keptAnswers(response.questions, response.answers)
  const number = await sendResponse(trx, tenant, {
    id: response.id,
    procedure: response.procedure,
    answers,
    tally: tallyOf(response.questions, answers),
  })
  // The counts are held by this transaction: nobody passes a quota at the same moment.
  const quotas = quotasOf(response.questions, answers)
  const counts = await someCounts(
    trx,
    response.procedure,
    quotas.map(({ key }) => key),
  )
  const full = quotas.find(({ key, most }) => (counts[key] ?? 0) > most)
  if (full) throw new Full(full.question)
  if (response.codeHash && !(await useCode(trx, response.procedure, response.codeHash))) throw new CodeUsed()
  return ok(number)
}

/** Takes an answer back, also after the end. Withdrawing twice changes nothing; false when there is nothing. */
export async function withdrawOwnResponse(house: ParticipationHouse, site: Site, token: string): Promise<boolean> {
  const hash = secretHash(token)
  if (!hash) return false
  return withSecret(publicDb(house, site), hash, async (trx) => {
    const response = await responseOfSecret(trx, site.id, hash)
    if (!response) return false
    await withdrawResponse(trx, site.id, response.id)
    return true
  })
}
