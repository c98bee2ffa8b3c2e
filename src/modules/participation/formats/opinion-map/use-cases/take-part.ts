import { randomUUID } from 'node:crypto'
import { fail, ok, type Result } from '#kernel/result.ts'
import type { Site } from '#kernel/site.ts'
import { browserThingMark, newBrowserMark, readBrowserMark, withSecret } from '#platform/secret-link'
import { type ParticipationHouse, publicDb } from '../../../house.ts'
import type { Procedure } from '../../../model/procedure.ts'
import type { Proof } from '../../../model/proof.ts'
import type { SubmissionDraft } from '../../../model/submission.ts'
import { showProof } from '../../../store/proof-store.ts'
import type { Reactor } from '../../../use-cases/react.ts'
import { isRefused } from '../../../use-cases/refused.ts'
import { submit } from '../../../use-cases/submit.ts'
import type { AnswerValue } from '../model/answer.ts'
import { nextStatement } from '../model/next-statement.ts'
import { sameAs } from '../model/read-statements.ts'
import { countShown, type Statement, shownStatement, statementsOf } from '../store/statement-store.ts'
import { answersOfParticipant, dropAnswers, putAnswer, waitingFor } from '../store/vote-store.ts'
import { wakeMap } from './compute-map.ts'

/** Whom answers count for: a browser by its cookie, or somebody who has shown who it is. */
export type Answerer = Reactor | undefined

/** Who takes part: the mark that is kept in this procedure; undefined for a browser that brings no cookie of ours, and where nothing was shown. */
export function markOf(house: Pick<ParticipationHouse, 'config'>, procedure: string, by: Answerer) {
  const { ALLMENDE_SECRET: secret } = house.config
  const browser = by && ('proof' in by ? by.proof.number : readBrowserMark(secret, 'participation', by.cookie))
  return browser ? browserThingMark(secret, 'participation/opinion', browser, procedure) : undefined
}

/** Where somebody stands in an opinion map. */
export interface Standing {
  /** What comes next; undefined when everything is answered, or nothing is there. */
  readonly next: Statement | undefined
  readonly answered: number
  readonly shown: number
}

/** The statement that comes next for a browser, and how far it is. */
export async function standing(house: ParticipationHouse, site: Site, procedure: string, by: Answerer): Promise<Standing> {
  const db = publicDb(house, site)
  const mark = markOf(house, procedure, by)
  const shown = await countShown(db, procedure)
  const waiting = mark
    ? await withSecret(db, mark, (trx) => waitingFor(trx, procedure, mark))
    : await waitingFor(db, procedure, undefined)
  // Who has no cookie yet has no lot of their own either: each call draws anew, so that not everybody begins with the same.
  const drawn = nextStatement(waiting, mark?.toString('hex') ?? randomUUID())
  const next = drawn && (await shownStatement(db, procedure, { id: drawn.id }))
  return { next, answered: shown - waiting.length, shown }
}

/**
 * Keeps an answer, once, however many come at once: the last counts. Gives the cookie that the browser keeps. `closed` when the time is
 * over, `gone` when the statement was taken off meanwhile.
 */
export async function answerStatement(
  house: ParticipationHouse,
  site: Site,
  procedure: string,
  given: { readonly statement: string; readonly value: AnswerValue },
  by: Answerer,
): Promise<Result<{ readonly cookie: string | undefined }, 'closed' | 'gone'>> {
  const db = publicDb(house, site)
  const statement = await shownStatement(db, procedure, { id: given.statement })
  if (!statement) return fail('gone')
  const { ALLMENDE_SECRET: secret } = house.config
  const proof = by && 'proof' in by ? by.proof : undefined
  const brought = by && 'cookie' in by ? by.cookie : undefined
  const fresh = brought && readBrowserMark(secret, 'participation', brought) ? brought : newBrowserMark(secret, 'participation')
  const kept = proof ? undefined : fresh
  const mark = markOf(house, procedure, proof ? { proof } : { cookie: kept })
  if (!mark) throw new Error('a browser mark of ours cannot be read')
  const where = { tenant: site.id, procedure, mark, identity: proof?.level ?? ('none' as const) }
  try {
    await withSecret(db, mark, async (trx) => {
      await showProof(trx, proof)
      await putAnswer(trx, where, statement.id, given.value)
    })
  } catch (error) {
    if (!isRefused(error)) throw error
    return fail((await shownStatement(db, procedure, { id: statement.id })) ? 'closed' : 'gone')
  }
  await wakeMap(house, db, where)
  return ok({ cookie: kept })
}

/** A statement with what somebody said to it. */
export interface OwnAnswer {
  readonly statement: Statement
  readonly value: AnswerValue
}

/** What a browser said so far, in the order of the statements; statements that were taken off are left out. */
export async function ownAnswers(
  house: ParticipationHouse,
  site: Site,
  procedure: string,
  by: Answerer,
): Promise<readonly OwnAnswer[]> {
  const mark = markOf(house, procedure, by)
  if (!mark) return []
  const db = publicDb(house, site)
  const said = await withSecret(db, mark, (trx) => answersOfParticipant(trx, procedure, mark))
  if (said.size === 0) return []
  return (await statementsOf(db, procedure)).flatMap((statement) => {
    const value = said.get(statement.id)
    return statement.shown && value !== undefined ? [{ statement, value }] : []
  })
}

/** Deletes everything that a browser said, also after the end; gives how much that was. */
export async function withdrawAnswers(house: ParticipationHouse, site: Site, procedure: string, by: Answerer): Promise<number> {
  const mark = markOf(house, procedure, by)
  if (!mark) return 0
  const db = publicDb(house, site)
  const where = { tenant: site.id, procedure, mark }
  const gone = await withSecret(db, mark, (trx) => dropAnswers(trx, where))
  if (gone > 0) await wakeMap(house, db, where)
  return gone
}

/** The statement that says the same already; undefined where none does. */
export async function saidAlready(
  house: ParticipationHouse,
  site: Site,
  procedure: string,
  text: string,
): Promise<Statement | undefined> {
  const asked = sameAs(text)
  return (await statementsOf(publicDb(house, site), procedure)).find((one) => one.shown && sameAs(one.text) === asked)
}

/** Hands a statement in: a submission with number and secret link, which staff looks at before anybody sees it. */
export const handInStatement = (
  house: ParticipationHouse,
  site: Site,
  procedure: Procedure,
  given: { readonly text: string; readonly lang: string; readonly proof?: Proof | undefined },
) => submit(house, site, procedure, draftOf(given.text), given.lang, {}, given.proof)

/** A statement as a submission: all of it is its title. */
export const draftOf = (text: string): SubmissionDraft => ({ title: text, body: '' })
