import type { Kysely } from 'kysely'
import type { ParticipationTables } from '../../../store/tables.ts'
import { type Counted, distance, groupsToShow, type NoGroups, type OpinionResult, type Typical } from '../model/result.ts'
import { resultOf } from '../store/result-store.ts'
import { type Statement, statementsOf } from '../store/statement-store.ts'
import type { OpenedMap } from './open-map.ts'

/** A statement with what was said to it. */
export interface StatementOutcome {
  readonly statement: Statement
  readonly all: Counted
  readonly groups: readonly Counted[]
}

/** What pages and files tell of the last computation, with everything left out that may not be shown. */
export interface ShownResult {
  readonly at: Date
  readonly result: OpinionResult
  /** Numbers of the groups that may be shown; none where `why` says so. */
  readonly groups: readonly number[]
  readonly why: NoGroups | undefined
  /** All statements that are shown, in their order. */
  readonly outcomes: readonly StatementOutcome[]
  /** What everybody agrees on or rejects, in every group that is shown. */
  readonly agree: readonly StatementOutcome[]
  readonly disagree: readonly StatementOutcome[]
  /** On which the groups differ most. */
  readonly divided: readonly StatementOutcome[]
  /** What tells each group from the others, in the order of `groups`. */
  readonly typical: readonly (readonly (Typical & { readonly outcome: StatementOutcome })[])[]
}

const mostDivided = 5
/** A difference of a third of the people is worth telling. */
const apart = 1 / 3

/** The last computation as it may be shown; undefined before the first. */
export async function readResult(
  db: Kysely<ParticipationTables>,
  { procedure, settings }: OpenedMap,
): Promise<ShownResult | undefined> {
  const [kept, statements] = await Promise.all([resultOf(db, procedure.id), statementsOf(db, procedure.id)])
  if (!kept) return undefined
  const { result, at } = kept
  const found = groupsToShow(result, settings)
  const groups = typeof found === 'string' ? [] : found
  const byId = new Map(statements.filter(({ shown }) => shown).map((one) => [one.id, one]))
  const outcomes = result.statements.flatMap(({ id, ...rest }) => {
    const statement = byId.get(id)
    return statement ? [{ statement, ...rest }] : []
  })
  const outcomeOf = new Map(outcomes.map((one) => [one.statement.id, one]))
  const shownCounts = (one: StatementOutcome) => groups.flatMap((group) => one.groups[group] ?? [])
  /** More than half of those who answered, in all and in each group. */
  const united = (side: 'agree' | 'disagree') =>
    result[side].flatMap(({ statement }) => {
      const one = outcomeOf.get(statement)
      return one && [one.all, ...shownCounts(one)].every((counted) => counted[side] * 2 > counted.votes) ? [one] : []
    })
  return {
    at,
    result,
    groups,
    why: typeof found === 'string' ? found : undefined,
    outcomes,
    agree: united('agree'),
    disagree: united('disagree'),
    divided: outcomes
      .map((one) => ({ one, far: distance(shownCounts(one), settings) }))
      .filter(({ far }) => far >= apart)
      .sort((a, b) => b.far - a.far)
      .slice(0, mostDivided)
      .map(({ one }) => one),
    typical: groups.map((group) =>
      (result.groups[group]?.typical ?? []).flatMap((one) => {
        const outcome = outcomeOf.get(one.statement)
        return outcome ? [{ ...one, outcome }] : []
      }),
    ),
  }
}
