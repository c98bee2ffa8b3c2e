import type { Count } from './count-ballots.ts'
import type { Comparison } from './outcome.ts'

/**
 * The vote between two results: a voter prefers the one with more supported projects. Greedy takes the place of equal shares only
 * where more voters prefer it.
 */
export function compareResults(count: Count, equalShares: readonly number[], greedy: readonly number[]): Comparison {
  const [mine, other] = [new Set(equalShares), new Set(greedy)]
  let preferEqualShares = 0
  let preferGreedy = 0
  for (const { supports, voters } of count.groups) {
    const more = supports.filter((one) => mine.has(one)).length - supports.filter((one) => other.has(one)).length
    if (more > 0) preferEqualShares += voters
    if (more < 0) preferGreedy += voters
  }
  const named = (projects: readonly number[]) => projects.map((one) => count.ids[one] ?? '')
  return {
    equalShares: named(equalShares),
    greedy: named(greedy),
    preferEqualShares,
    preferGreedy,
    indifferent: count.voters - preferEqualShares - preferGreedy,
    chosen: preferGreedy > preferEqualShares ? 'greedy' : 'equalshares',
  }
}
