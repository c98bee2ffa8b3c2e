/** What somebody can say about a statement; `pass` is an answer too, unlike having said nothing. */
export const choices = ['agree', 'disagree', 'pass'] as const
export type Choice = (typeof choices)[number]

/** One act of voting. `at` is a moment or a running number: the later vote of a person on a statement counts. */
export interface Vote {
  readonly person: string
  readonly statement: string
  readonly choice: Choice
  readonly at: number
}

/** How often each choice was made. */
export type Tally = Readonly<Record<Choice, number>>

/** A statement's votes: `last` counts each person once, by its last vote; `cast` counts every act of voting, changed ones too. */
export interface StatementTally {
  readonly last: Tally
  readonly cast: Tally
}

/** The votes that count, the tally of each statement, and how many votes were replaced by a later one. */
export interface CountedVotes {
  readonly last: readonly Vote[]
  readonly tallies: ReadonlyMap<string, StatementTally>
  readonly replaced: number
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

// Two votes of one moment: something must decide that does not depend on the order in which they were read. The more reserved one counts.
const reserve: Readonly<Record<Choice, number>> = { agree: 0, disagree: 1, pass: 2 }
const isLater = (vote: Vote, than: Vote) =>
  vote.at !== than.at ? vote.at > than.at : reserve[vote.choice] > reserve[than.choice]

/** Counts votes given in any order. `last` is ordered by person, then statement (by code unit), so that all that follows comes out the same. */
export function countVotes(votes: Iterable<Vote>): CountedVotes {
  const byPerson = new Map<string, Map<string, Vote>>()
  const open = new Map<string, { last: Record<Choice, number>; cast: Record<Choice, number> }>()
  let replaced = 0
  for (const vote of votes) {
    const tally = open.get(vote.statement) ?? {
      last: { agree: 0, disagree: 0, pass: 0 },
      cast: { agree: 0, disagree: 0, pass: 0 },
    }
    open.set(vote.statement, tally)
    tally.cast[vote.choice]++
    const own = byPerson.get(vote.person) ?? new Map<string, Vote>()
    byPerson.set(vote.person, own)
    const known = own.get(vote.statement)
    if (known) replaced++
    if (known && !isLater(vote, known)) continue
    if (known) tally.last[known.choice]--
    tally.last[vote.choice]++
    own.set(vote.statement, vote)
  }
  const last = [...byPerson]
    .sort(([a], [b]) => order(a, b))
    .flatMap(([, own]) => [...own.values()].sort((a, b) => order(a.statement, b.statement)))
  return { last, tallies: new Map([...open].sort(([a], [b]) => order(a, b))), replaced }
}
