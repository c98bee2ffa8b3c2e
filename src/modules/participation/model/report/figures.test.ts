import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CountedSubmission, median, reportFigures } from './figures.ts'

const one = (given: Partial<CountedSubmission>): CountedSubmission => ({
  id: 'a',
  procedure: 'p',
  channel: 'web',
  identity: 'none',
  category: null,
  outcome: null,
  reason: null,
  received: '2026-01-01',
  answered: null,
  answerBy: '2026-01-31',
  decision: null,
  decisionState: null,
  ...given,
})

test('the median of an even number is the middle between both, in whole days', () => {
  assert.equal(median([]), null)
  assert.equal(median([9]), 9)
  assert.equal(median([1, 4]), 3)
  assert.equal(median([30, 1, 2]), 2)
})

test('figures add up: what came is answered or waits, and a promise is kept on its last day', () => {
  const all = [
    one({ outcome: 'adopted', answered: '2026-01-31', decision: 'd', decisionState: 'done' }),
    one({ outcome: 'not-adopted', reason: 'cost', answered: '2026-02-01', channel: 'letter' }),
    one({ received: '2026-01-20' }),
    one({ procedure: 'q', answerBy: '2026-03-01' }),
  ]
  const figures = reportFigures(all, [{ state: 'done' }, { state: 'dropped' }], '2026-02-10')
  assert.deepEqual(
    [figures.received, figures.answered, figures.unanswered, figures.overdue, figures.decided, figures.realised],
    [4, 2, 2, 1, 1, 1],
  )
  assert.deepEqual([figures.promised, figures.kept, figures.medianDays, figures.oldestDays], [2, 1, 31, 40])
  assert.deepEqual(figures.byReason, { cost: 1 })
  assert.deepEqual([figures.byChannel.web, figures.byChannel.letter], [3, 1])
  assert.deepEqual([figures.decisions.done, figures.decisions.dropped, figures.decisions.delayed], [1, 1, 0])
  assert.deepEqual(
    figures.months.map(({ month, median }) => [month, median]),
    [
      ['2026-01', 30],
      ['2026-02', 31],
    ],
  )
  assert.deepEqual(reportFigures([...all].reverse(), [{ state: 'dropped' }, { state: 'done' }], '2026-02-10'), figures)
})

test('where it lies is counted where parts of the tenant are known', () => {
  assert.equal(reportFigures([one({})], [], '2026-02-10').byArea, undefined)
  assert.equal(reportFigures([one({ area: '' })], [], '2026-02-10').byArea, undefined, 'nothing has a point')
  const all = [one({ area: '' }), one({ area: 'a' }), one({ area: 'b' }), one({ area: 'b' }), one({ area: 'elsewhere' })]
  assert.deepEqual(
    reportFigures(all, [], '2026-02-10').byArea?.map(({ area, submissions }) => `${area} ${submissions}`),
    ['b 2', 'a 1', 'elsewhere 1', ' 1'],
  )
})

test('what was shown is counted of what came through the portal alone', () => {
  const all = [one({ identity: 'code' }), one({ identity: 'code' }), one({}), one({ channel: 'letter' })]
  const others = [
    { level: 'code', comments: 3, reactions: 7 },
    { level: 'email', comments: 0, reactions: 1 },
  ] as const
  assert.deepEqual(reportFigures(all, [], '2026-02-10', others).byLevel, [
    { level: 'none', submissions: 1, comments: 0, reactions: 0 },
    { level: 'email', submissions: 0, comments: 0, reactions: 1 },
    { level: 'code', submissions: 2, comments: 3, reactions: 7 },
  ])
})
