import type { Kysely } from 'kysely'
import { csvLine } from '#kernel/csv-line.ts'
import type { ParticipationTables } from '../../../store/tables.ts'
import { resultOf } from '../store/result-store.ts'
import { type Statement, statementsOf } from '../store/statement-store.ts'
import { type VoteRow, votesOf } from '../store/vote-store.ts'
import { mapOfNow } from './compute-map.ts'
import type { OpenedMap } from './open-map.ts'

// The layout in which Polis publishes conversations, so that programs written for it read ours: +1 is "agree". Participants are
// numbered in the order of keyed hashes, which is none; the number of a statement is that of the page. Times are those of the day.

type Db = Kysely<ParticipationTables>

const dayOf = (day: string) => new Date(`${day}T00:00:00Z`)
const stamp = (day: string) => String(dayOf(day).getTime())
/** A signed number must stay one: the guard against formulas would put an apostrophe before it. */
const signed = (value: number) => value

/** All answers of a procedure with the number of who gave them. */
async function* numbered(db: Db, procedure: string): AsyncGenerator<VoteRow & { readonly person: number }> {
  let last: string | undefined
  let person = -1
  for await (const rows of votesOf(db, procedure))
    for (const row of rows) {
      const name = row.participant.toString('hex')
      if (name !== last) person++
      last = name
      yield { ...row, person }
    }
}

const numbersOf = (statements: readonly Statement[]) => new Map(statements.map(({ id, number }) => [id, number]))

/** `votes.csv`: an answer in each line. */
export async function* votesCsv(db: Db, procedure: string): AsyncGenerator<string> {
  const numbers = numbersOf(await statementsOf(db, procedure))
  yield csvLine(['timestamp', 'datetime', 'comment-id', 'voter-id', 'vote'])
  for await (const { day, statement, person, value } of numbered(db, procedure))
    yield csvLine([stamp(day), day, numbers.get(statement) ?? '', person, signed(value)])
}

/** `comments.csv`: a statement in each line; `moderated` is 1 for what is shown, 0 for what waits, -1 for what was taken off. The town's own are written by -1. */
export async function* commentsCsv(db: Db, procedure: string): AsyncGenerator<string> {
  const statements = await statementsOf(db, procedure)
  const tallies = new Map<string, { agree: number; disagree: number }>()
  for await (const { statement, value } of numbered(db, procedure)) {
    const own = tallies.get(statement) ?? { agree: 0, disagree: 0 }
    if (value === 1) own.agree++
    if (value === -1) own.disagree++
    tallies.set(statement, own)
  }
  yield csvLine(['timestamp', 'datetime', 'comment-id', 'author-id', 'agrees', 'disagrees', 'moderated', 'comment-body'])
  for (const { id, number, submission, waiting, shown, text } of statements) {
    const { agree, disagree } = tallies.get(id) ?? { agree: 0, disagree: 0 }
    yield csvLine(['', '', number, submission === null ? -1 : '', agree, disagree, shown ? 1 : waiting ? 0 : -1, text])
  }
}

/** `participants-votes.csv`: a participant in each line, with the group, and a column for each statement. */
export async function* peopleCsv(db: Db, procedure: string): AsyncGenerator<string> {
  const statements = await statementsOf(db, procedure)
  const { groupOf } = await mapOfNow(db, procedure)
  yield csvLine([
    'participant',
    'group-id',
    'n-comments',
    'n-votes',
    'n-agree',
    'n-disagree',
    ...statements.map(({ number }) => String(number)),
  ])
  let person = -1
  let own: VoteRow[] = []
  const line = (): string => {
    const said = new Map(own.map(({ statement, value }) => [statement, value]))
    const count = (wanted: number) => own.filter(({ value }) => value === wanted).length
    const group = groupOf.get(own[0]?.participant.toString('hex') ?? '')
    return csvLine([
      person,
      group ?? '',
      '',
      own.length,
      count(1),
      count(-1),
      ...statements.map(({ id }) => {
        const value = said.get(id)
        return value === undefined ? '' : signed(value)
      }),
    ])
  }
  for await (const row of numbered(db, procedure)) {
    if (row.person !== person && own.length > 0) {
      yield line()
      own = []
    }
    person = row.person
    own.push(row)
  }
  if (own.length > 0) yield line()
}

/** The last computation with its exact statistics, statements by their number and with their words. */
export async function statistics(db: Db, { procedure, settings }: OpenedMap) {
  const [statements, kept] = await Promise.all([statementsOf(db, procedure.id), resultOf(db, procedure.id)])
  const numbers = numbersOf(statements)
  const numbered = <One extends { readonly statement: string }>(list: readonly One[]) =>
    list.map(({ statement, ...rest }) => ({ statement: numbers.get(statement), ...rest }))
  const result = kept?.result
  return {
    title: procedure.title,
    asOf: kept?.at.toISOString() ?? null,
    settings,
    statements: statements.map(({ number, text, shown }) => ({ number, text, shown })),
    result: result && {
      ...result,
      statements: result.statements.map(({ id, ...rest }) => ({ statement: numbers.get(id), ...rest })),
      groups: result.groups.map(({ typical, ...rest }) => ({ ...rest, typical: numbered(typical) })),
      agree: numbered(result.agree),
      disagree: numbered(result.disagree),
    },
  }
}
