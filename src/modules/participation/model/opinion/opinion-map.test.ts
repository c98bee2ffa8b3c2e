import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { figures } from '#support/figures.ts'
import { opinionMap } from './opinion-map.ts'
import { placedRows, voteMatrix } from './vote-matrix.ts'
import type { Choice, Vote } from './votes.ts'

function shuffled<T>(values: readonly T[], seed: number): T[] {
  const next = figures(seed)
  return values
    .map((value) => ({ value, key: next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value)
}

/** Two camps, 30 for the car and 20 for the bicycle; all want trees, nobody wants noise; some leave statements out, some change their mind. */
function town(): Vote[] {
  const next = figures(7)
  const votes: Vote[] = []
  let at = 0
  for (let person = 0; person < 50; person++)
    for (let statement = 0; statement < 12; statement++) {
      if (next() < 0.12) continue
      const car = person < 30
      const opinion: Choice =
        statement === 0 ? 'agree' : statement === 1 ? 'disagree' : car === statement < 7 ? 'agree' : 'disagree'
      const choice = next() < 0.1 ? 'pass' : opinion
      if (next() < 0.05) votes.push({ person: `p${person}`, statement: `s${statement}`, choice: 'pass', at: at++ })
      votes.push({ person: `p${person}`, statement: `s${statement}`, choice, at: at++ })
    }
  return votes
}

const small = (said: Readonly<Record<string, string>>): Vote[] =>
  Object.entries(said).flatMap(([person, signs]) =>
    [...signs].flatMap((sign, at) => {
      const choice = ({ '+': 'agree', '-': 'disagree', '0': 'pass' } as const)[sign]
      return choice ? [{ person, statement: `s${at}`, choice, at: 1 }] : []
    }),
  )

suite('opinion map', () => {
  test('two camps are found, with what tells them apart and what unites them', () => {
    const map = opinionMap(town())
    assert.deepEqual(
      map.groups.map((group) => group.size),
      [30, 20],
    )
    for (const { person, group } of map.places) assert.equal(group, Number(person.slice(1)) < 30 ? 0 : 1, person)
    const sides = map.groups.map((group) => group.representative.map((one) => `${one.statement} ${one.side}`))
    assert.equal(sides[0]?.length, 5)
    for (const one of sides.flat()) assert.doesNotMatch(one, /^s[01] /)
    assert.equal(map.consensus.agree[0]?.statement, 's0')
    assert.equal(map.consensus.disagree[0]?.statement, 's1')
    assert.ok(map.consensus.agree[0]?.shares.every((share) => share > 0.7))
    assert.ok(map.silhouette > 0.5)
  })

  test('the same votes in any order give the same map', () => {
    const expected = opinionMap(town())
    for (const seed of [1, 2, 3, 4, 5]) assert.deepEqual(opinionMap(shuffled(town(), seed)), expected)
  })

  test('a statement that was moderated out moves nobody and is not reported', () => {
    const votes = town()
    // Spam that splits the town in another way.
    const spam: Vote[] = Array.from({ length: 50 }, (_, n) => ({
      person: `p${n}`,
      statement: 'spam',
      choice: n % 2 ? 'agree' : 'disagree',
      at: 0,
    }))
    const map = opinionMap([...votes, ...spam], new Set(['spam']))
    const without = opinionMap(votes)
    assert.deepEqual(map.statements, without.statements)
    assert.deepEqual(map.tallies, without.tallies)
    assert.equal(map.counted.tallies.get('spam')?.last.agree, 25)
  })

  test('few votes: no fault, and nothing is claimed', () => {
    assert.deepEqual(opinionMap([]).groups, [])
    const one = opinionMap(small({ Ayla: '+' }))
    assert.deepEqual([one.groups.map((group) => group.size), one.silhouette], [[1], 0])
    const alike = opinionMap(small({ Ayla: '+-+', Bernd: '+-+', Cem: '+-+', Dora: '+-+' }))
    assert.deepEqual(alike.groups, [{ size: 4, representative: [] }])
    assert.equal(alike.consensus.agree.length, 2)
    const two = opinionMap(small({ Ayla: '+-', Bernd: '-+' }))
    assert.deepEqual(
      two.groups.map((group) => group.size),
      [1, 1],
    )
    assert.deepEqual(
      two.groups.flatMap((group) => group.representative),
      [],
    )
  })
})

test('placed is who gave enough votes, and at least the fifteen most active', () => {
  const said = (people: number, votes: number, name: string): Record<string, string> =>
    Object.fromEntries(Array.from({ length: people }, (_, n) => [`${name}${String(n).padStart(2, '0')}`, '+'.repeat(votes)]))
  const placed = (record: Record<string, string>) =>
    placedRows(voteMatrix(small(record))).map(({ person, columns }) => `${person[0]}${columns.length}`)
  assert.equal(placed({ ...said(20, 7, 'a'), ...said(9, 6, 'b') }).length, 20)
  const few = placed({ ...said(3, 9, 'a'), ...said(10, 6, 'b'), ...said(10, 2, 'c') })
  assert.deepEqual([few.length, few.filter((one) => one === 'c2').length], [15, 2])
  // With three statements, three votes are enough.
  assert.equal(placed(said(30, 3, 'a')).length, 30)
})
