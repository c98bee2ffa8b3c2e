// The opinion map beside counting the same votes and laying them out, without any arithmetic.
//   npm run bench -- opinion [--rounds 5]
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { countVotes, opinionMap, type Vote, voteMatrix } from '#participation'
import { readConversation } from '#support/conversations.ts'
import { figures } from '#support/figures.ts'
import { sharedData } from '#support/shared.ts'

/** Votes of three camps; each person answers about a twelfth of the statements. The same in every run. */
function generated(people: number, statements: number): Vote[] {
  const next = figures(1)
  const votes: Vote[] = []
  for (let person = 0; person < people; person++)
    for (let statement = 0; statement < statements; statement++) {
      if (next() > 1 / 12) continue
      const likes = (statement * 7 + (person % 3) * 5) % 11 < 6
      const choice = next() < 0.2 ? 'pass' : likes === next() < 0.85 ? 'agree' : 'disagree'
      votes.push({ person: `p${person}`, statement: `s${statement}`, choice, at: votes.length })
    }
  return votes
}

/** Milliseconds of the middle run after one to warm up, and of the slowest. */
function times(rounds: number, one: () => unknown): { middle: number; slowest: number; first: number } {
  const all = Array.from({ length: rounds + 1 }, () => {
    const start = performance.now()
    one()
    return performance.now() - start
  })
  const sorted = all.slice(1).sort((a, b) => a - b)
  return { first: all[0] ?? 0, middle: sorted[Math.floor(rounds / 2)] ?? 0, slowest: sorted.at(-1) ?? 0 }
}

function measure(name: string, votes: readonly Vote[], hidden: ReadonlySet<string>, rounds: number): void {
  const { places, groups, statements } = opinionMap(votes, hidden)
  console.log(
    `\n${name}: ${votes.length.toLocaleString('en')} votes, ${places.length.toLocaleString('en')} people placed, ${statements.length} statements, ${groups.length} groups, load ${(loadavg()[0] ?? 0).toFixed(1)}`,
  )
  const line = (what: string, { first, middle, slowest }: ReturnType<typeof times>) =>
    console.log(
      `${what.padEnd(34)} middle ${middle.toFixed(0).padStart(6)} ms   slowest ${slowest.toFixed(0).padStart(6)} ms   first ${first.toFixed(0).padStart(6)} ms`,
    )
  line(
    'counting and laying out only',
    times(rounds, () => voteMatrix(countVotes(votes).last, hidden)),
  )
  line(
    'whole map',
    times(rounds, () => opinionMap(votes, hidden)),
  )
}

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } })
const rounds = Number(values.rounds)
if (sharedData()) {
  const { votes, hidden } = readConversation('vtaiwan.uberx')
  measure('vtaiwan.uberx', votes, hidden, rounds)
} else console.log('vtaiwan.uberx: test material not at hand (ALLMENDE_SHARED)')
measure('generated', generated(2_000, 300), new Set(), rounds)
measure('generated, ten times the people', generated(20_000, 300), new Set(), rounds)
