import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countVotes, type Vote } from './votes.ts'

const vote = (person: string, statement: string, choice: Vote['choice'], at: number): Vote => ({ person, statement, choice, at })

test('the last vote of a person counts; changed votes are counted apart', () => {
  const counted = countVotes([
    vote('Ayla', 'Radweg', 'pass', 3),
    vote('Ayla', 'Radweg', 'agree', 9),
    vote('Ayla', 'Radweg', 'disagree', 5),
    vote('Bernd', 'Radweg', 'disagree', 1),
  ])
  assert.equal(counted.replaced, 2)
  assert.deepEqual(counted.tallies.get('Radweg'), {
    last: { agree: 1, disagree: 1, pass: 0 },
    cast: { agree: 1, disagree: 2, pass: 1 },
  })
  assert.deepEqual(
    counted.last.map(({ person, choice }) => [person, choice]),
    [
      ['Ayla', 'agree'],
      ['Bernd', 'disagree'],
    ],
  )
})

test('two votes of one moment: the more reserved one counts, whichever was read first', () => {
  const twice = [vote('Ayla', 'Radweg', 'agree', 4), vote('Ayla', 'Radweg', 'pass', 4)]
  assert.equal(countVotes(twice).last[0]?.choice, 'pass')
  assert.equal(countVotes(twice.toReversed()).last[0]?.choice, 'pass')
})
