import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { naiveAdd1, naiveShares } from '#support/naive-shares.ts'
import { ruleIds } from './outcome.ts'
import { tally } from './tally.ts'
import type { BudgetVote } from './vote.ts'

const ids = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6']

/** Small votes with small numbers: ties, empty purses and prices that nobody can pay are frequent. */
const anyVote = fc
  .record({
    costs: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: ids.length }),
    budget: fc.integer({ min: 0, max: 40 }),
    votes: fc.array(fc.subarray([0, 1, 2, 3, 4, 5]), { minLength: 1, maxLength: 9 }),
  })
  .map(({ costs, budget, votes }): BudgetVote => {
    const projects = costs.map((cost, at) => ({ id: ids[at] ?? '', cost }))
    const ballots = votes.map((vote) => ({ projects: vote.flatMap((at) => (at < costs.length ? [ids[at] ?? ''] : [])) }))
    return { kind: 'approval', unit: 1, budget, projects, ballots }
  })

const winners = (vote: BudgetVote, id: (typeof ruleIds)[number]) => {
  const counted = tally(vote, { id, threshold: 1 })
  return counted.ok ? counted.value.winners : counted.error
}

// The seed is fixed: a build says the same today and tomorrow.
const runs = { seed: 20261126, numRuns: 300 }

test('the order of voters and of projects never matters', () => {
  fc.assert(
    fc.property(
      anyVote.chain((vote) =>
        fc.tuple(
          fc.constant(vote),
          fc.shuffledSubarray([...vote.ballots], { minLength: vote.ballots.length }),
          fc.shuffledSubarray([...vote.projects], { minLength: vote.projects.length }),
        ),
      ),
      ([vote, ballots, projects]) => {
        const turned = ballots.map((ballot) => ({ projects: ballot.projects.toReversed() }))
        for (const id of ruleIds)
          assert.deepEqual(
            tally({ ...vote, ballots: turned, projects }, { id, threshold: 1 }),
            tally(vote, { id, threshold: 1 }),
            id,
          )
      },
    ),
    runs,
  )
})

test('equal shares buys what a fraction for every voter buys, in the same order', () => {
  fc.assert(
    fc.property(anyVote, (vote) => {
      const endowment = [BigInt(vote.budget), BigInt(vote.ballots.length)] as const
      assert.deepEqual(winners(vote, 'equalshares'), naiveShares(vote, endowment))
      assert.deepEqual(winners(vote, 'equalshares/add1'), naiveAdd1(vote, 'overspent'))
    }),
    runs,
  )
})

test('nobody pays more than the share, every price is paid in full, and no rule overspends', () => {
  fc.assert(
    fc.property(anyVote, (vote) => {
      for (const id of ruleIds) {
        const counted = tally(vote, { id, threshold: 1 })
        assert.ok(counted.ok)
        const { cost, budget, projects, endowment } = counted.value
        assert.ok(cost <= budget, `${id} spends ${cost} of ${budget}`)
        for (const { cost: own, reason } of projects) {
          if (reason.why !== 'bought') continue
          const paid = reason.price.value * reason.payers + reason.restPaid.value
          assert.ok(Math.abs(paid - own) < 1e-9)
          assert.ok(reason.price.value <= (endowment?.last.value ?? 0) + 1e-9)
        }
      }
    }),
    runs,
  )
})
