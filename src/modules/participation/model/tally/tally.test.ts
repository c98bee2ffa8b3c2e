import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Outcome, Rule } from './outcome.ts'
import { readRule } from './read-rule.ts'
import { splitBudget } from './split-budget.ts'
import { tally } from './tally.ts'
import type { Ballot, BudgetVote } from './vote.ts'

const costs = (given: Record<string, number>) => Object.entries(given).map(([id, cost]) => ({ id, cost }))
const yes = (times: number, ...projects: string[]): Ballot[] => Array.from({ length: times }, () => ({ projects }))
const vote = (
  budget: number,
  given: Record<string, number>,
  ballots: readonly Ballot[],
  more: Partial<BudgetVote> = {},
): BudgetVote => ({
  kind: 'approval',
  unit: 1,
  budget,
  projects: costs(given),
  ballots,
  ...more,
})
function count(given: BudgetVote, rule: Rule | Rule['id']): Outcome {
  const counted = tally(given, typeof rule === 'string' ? { id: rule } : rule)
  assert.ok(counted.ok, JSON.stringify(counted))
  return counted.value
}
const reasons = ({ projects }: Outcome) => projects.map(({ id, reason }) => `${id} ${reason.why}`)

const town = vote(100, { bank: 30, bühne: 80, garten: 60, teich: 10 }, [
  ...yes(5, 'bühne', 'bank'),
  ...yes(4, 'bühne'),
  ...yes(3, 'garten', 'bank'),
  ...yes(2, 'teich'),
])

test('most votes first: what no longer fits is skipped, and says what was missing', () => {
  const outcome = count(town, 'greedy')
  assert.deepEqual(outcome.order, ['bühne', 'bank', 'garten', 'teich'])
  assert.deepEqual(outcome.winners, ['bühne', 'teich'])
  assert.equal(outcome.cost, 90)
  assert.equal(outcome.unrepresented, 3)
  assert.deepEqual(outcome.projects[1]?.reason, { why: 'too-dear', left: 20, missing: 10 })
})

test('without skipping the count ends at the first project that does not fit', () => {
  assert.deepEqual(reasons(count(town, 'greedy-no-skip')), ['bühne fits', 'bank too-dear', 'garten stopped', 'teich stopped'])
})

test('with a minimum, what reaches it is looked at and what misses it by one is not', () => {
  const outcome = count(town, { id: 'greedy-threshold', threshold: 3 })
  assert.deepEqual(reasons(outcome), ['bühne fits', 'bank too-dear', 'garten too-dear', 'teich below-threshold'])
  const none = tally(town, { id: 'greedy-threshold' })
  assert.deepEqual(none.ok || none.error, { code: 'threshold-missing' })
})

test('pro minus contra: 10 for and 8 against stands behind 3 for and none against', () => {
  const ballots = [
    ...Array.from({ length: 10 }, () => ({ projects: ['lärm'], points: [1] })),
    ...Array.from({ length: 8 }, () => ({ projects: ['lärm'], points: [-1] })),
    ...Array.from({ length: 3 }, () => ({ projects: ['bank'], points: [1] })),
  ]
  const given = vote(50, { lärm: 50, bank: 50 }, ballots, { kind: 'scoring' })
  const outcome = count(given, 'pro-contra')
  assert.deepEqual(outcome.winners, ['bank'])
  assert.deepEqual(
    outcome.projects.map(({ score, approvals, rejections }) => [score, approvals, rejections]),
    [
      [3, 3, 0],
      [2, 10, 8],
    ],
  )
  assert.equal(outcome.unrepresented, 18)
})

test('points and ranks are added up', () => {
  const points = vote(
    10,
    { a: 10, b: 10 },
    [...yes(3, 'a').map((one) => ({ ...one, points: [1] })), { projects: ['b'], points: [5] }],
    {
      kind: 'cumulative',
    },
  )
  assert.deepEqual(count(points, 'greedy').winners, ['b'])
  const ranks = vote(10, { a: 10, b: 10, c: 10 }, [{ projects: ['a', 'b', 'c'] }, { projects: ['b', 'c'] }], { kind: 'ordinal' })
  assert.deepEqual(
    count(ranks, 'greedy').projects.map(({ id, score }) => `${id}${score}`),
    ['b4', 'a3', 'c2'],
  )
  assert.deepEqual(
    count({ ...ranks, topPoints: 3 }, 'greedy').projects.map(({ id, score }) => `${id}${score}`),
    ['b5', 'c3', 'a3'],
  )
})

test('equals: the cheaper goes first, then the more approved, then the smaller id; and it is told', () => {
  const given = vote(10, { a: 9, b: 9, c: 8 }, [...yes(2, 'a'), ...yes(2, 'b'), ...yes(2, 'c')])
  const outcome = count(given, 'greedy')
  assert.deepEqual(outcome.order, ['c', 'a', 'b'])
  assert.deepEqual(
    outcome.projects.map(({ tie }) => tie?.by),
    ['cost', 'id', undefined],
  )
  const points = [
    { projects: ['a'], points: [2] },
    { projects: ['b'], points: [1] },
    { projects: ['b'], points: [1] },
  ]
  const more = count(vote(9, { a: 9, b: 9 }, points, { kind: 'cumulative' }), 'greedy')
  assert.deepEqual(more.projects[0]?.tie, { between: ['a', 'b'], by: 'approvals' })
})

test('equal shares gives a minority its part, and says who pays what', () => {
  // 60 of 100 want the three dear ones, 40 the cheap one: greedy would fund only what the 60 want.
  const given = vote(300, { a: 100, b: 100, c: 100, d: 110 }, [...yes(60, 'a', 'b', 'c'), ...yes(40, 'd')])
  assert.deepEqual(count(given, 'greedy').winners, ['a', 'b', 'c'])
  const outcome = count(given, 'equalshares')
  assert.deepEqual(outcome.winners, ['a', 'd'])
  const [first, second, third] = outcome.projects.map(({ reason }) => reason)
  assert.deepEqual(first?.why === 'bought' && [first.step, first.price, first.payers, first.restPayers], [
    1,
    { numerator: '5', denominator: '3', value: 5 / 3 },
    60,
    0,
  ])
  assert.deepEqual(second?.why === 'bought' && [second.step, second.price.value, second.effectiveVotes.value], [2, 2.75, 40])
  assert.deepEqual(third?.why === 'supporters-short' && [third.money.value, third.missing.value], [80, 20])
})

test('who has less than the price gives the rest, the others pay more', () => {
  const given = vote(40, { a: 12, b: 14 }, [...yes(2, 'a'), ...yes(2, 'a', 'b'), ...yes(1)], {})
  const outcome = count({ ...given, budget: 40 }, 'equalshares')
  // 8 each; a costs 3 each; b could take 5 from two, which is not enough.
  assert.deepEqual(outcome.winners, ['a'])
  const more = count({ ...given, ballots: [...given.ballots.slice(0, 4), ...yes(1, 'b')] }, 'equalshares')
  const b = more.projects.find(({ id }) => id === 'b')?.reason
  assert.deepEqual(b?.why === 'bought' && [b.price.value, b.payers, b.restPayers, b.restPaid.value, b.broke], [
    14 / 3,
    3,
    0,
    0,
    0,
  ])
})

test('who is ahead by less than floating point can tell goes first all the same', () => {
  // 30 fresh voters and one with a rest buy a, as many buy b. The rests are 4 and 4 1/50, so b has more effective votes, by 1 in 10^17.
  const share = 6e13
  const given = vote(
    150 * share,
    { a: 30 * share - 1000, b: 30 * share - 999, first: 40 * (share - 4), second: 50 * share - 201 },
    [
      ...yes(30, 'a'),
      ...yes(30, 'b'),
      ...yes(39, 'first'),
      ...yes(1, 'first', 'a'),
      ...yes(49, 'second'),
      ...yes(1, 'second', 'b'),
    ],
  )
  const { winners, projects } = count(given, 'equalshares')
  assert.deepEqual(winners, ['second', 'first', 'b', 'a'])
  const [b, a] = projects.slice(2).map(({ reason }) => (reason.why === 'bought' ? reason.effectiveVotes.value : 0))
  assert.equal(b, a)
})

test('everybody is given one unit more until the next raise would overspend', () => {
  // 5 each pay for d. At 9 each, 4 are left over, and c would be bought too.
  const given = vote(10, { b: 7, c: 4, d: 10 }, [...yes(1, 'b', 'd'), ...yes(1, 'c', 'd')])
  const outcome = count(given, 'equalshares/add1')
  assert.deepEqual(outcome.winners, ['d'])
  const { first, last, raises, next } = outcome.endowment ?? {}
  assert.deepEqual([first?.value, last?.value, raises, next], [5, 8, 3, { cost: 14, over: 4, winners: ['d', 'c'] }])
  const cents = count({ ...given, budget: 1000, unit: 100, projects: costs({ b: 700, c: 400, d: 1000 }) }, 'equalshares/add1')
  assert.deepEqual([cents.endowment?.last.value, cents.endowment?.raises], [800, 3])
})

test('everything affordable is bought, and raising ends', () => {
  const outcome = count(
    vote(1000, { a: 10, b: 990, free: 0, nobody: 5 }, [...yes(3, 'a', 'free'), ...yes(1, 'b')]),
    'equalshares/add1',
  )
  assert.deepEqual(outcome.winners.toSorted(), ['a', 'b', 'free'])
  assert.equal(outcome.endowment?.next, undefined)
  assert.deepEqual(outcome.projects.at(-1)?.reason, { why: 'no-supporters' })
})

test('the comparison takes the greedy result only where more voters prefer it', () => {
  const given = vote(300, { a: 100, b: 100, c: 100, d: 110 }, [...yes(60, 'a', 'b', 'c'), ...yes(40, 'd')])
  const outcome = count(given, 'equalshares-comparison')
  assert.deepEqual(outcome.comparison?.chosen, 'greedy')
  assert.deepEqual([outcome.comparison?.preferGreedy, outcome.comparison?.preferEqualShares], [60, 40])
  assert.deepEqual(outcome.winners, ['a', 'b', 'c'])
  const even = { ...given, ballots: [...yes(50, 'a', 'b', 'c'), ...yes(50, 'd')] }
  assert.equal(count(even, 'equalshares-comparison').comparison?.chosen, 'equalshares')
})

test('a vote without ballots or projects is counted too', () => {
  for (const id of ['greedy', 'equalshares', 'equalshares/add1-comparison'] as const) {
    assert.deepEqual(count(vote(10, {}, []), id).winners, [])
    assert.equal(count(vote(10, { a: 5 }, yes(2)), id).unrepresented, 2)
  }
})

test('what cannot be counted says why', () => {
  const told = (given: BudgetVote, id: Rule['id'] = 'greedy') => {
    const counted = tally(given, { id })
    return counted.ok ? undefined : counted.error
  }
  assert.deepEqual(told(vote(1.5, {}, [])), { code: 'amount', of: 'budget' })
  assert.deepEqual(told(vote(1, { a: -1 }, [])), { code: 'amount', of: 'a' })
  assert.deepEqual(told(vote(1, { a: 1 }, yes(1, 'b'))), { code: 'project-unknown', project: 'b' })
  assert.deepEqual(told(vote(1, { a: 1 }, yes(1, 'a', 'a'))), { code: 'choice-twice', project: 'a' })
  assert.deepEqual(told({ ...vote(1, {}, []), projects: [...costs({ a: 1 }), ...costs({ a: 2 })] }), {
    code: 'project-twice',
    project: 'a',
  })
  assert.deepEqual(told(vote(1, { a: 1 }, yes(1, 'a'), { kind: 'cumulative' })), { code: 'points', project: 'a' })
  assert.deepEqual(told(vote(1, {}, [], { kind: 'ordinal' }), 'equalshares'), { code: 'needs-approvals', kind: 'ordinal' })
})

test('rules whose conditions stand in no file are not counted', () => {
  assert.equal(readRule('equalshares/add1').ok, true)
  for (const [name, code] of [
    ['greedy-exclusive', 'not-recountable-exclusive'],
    ['greedy-custom', 'not-recountable-custom'],
    ['unknown', 'unstated'],
    ['phragmen', 'unknown'],
  ])
    assert.deepEqual(readRule(name ?? ''), { ok: false, error: { code, rule: name } })
})

test('a budget is split by inhabitants without losing a cent', () => {
  const parts = splitBudget(100_000, [
    { id: 'mitte', inhabitants: 1 },
    { id: 'nord', inhabitants: 1 },
    { id: 'süd', inhabitants: 1 },
  ])
  assert.deepEqual([...parts.values()], [33_334, 33_333, 33_333])
  assert.deepEqual([...splitBudget(10, [{ id: 'leer', inhabitants: 0 }]).values()], [0])
})
