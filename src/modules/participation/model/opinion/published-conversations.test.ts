// Against the published exports of Polis: counts exactly, groups as far as they can be had again.
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { conversations, readConversation } from '#support/conversations.ts'
import { withoutShared } from '#support/shared.ts'
import { opinionMap } from './opinion-map.ts'
import { countVotes } from './votes.ts'

/** How far two divisions of the same people agree, 1 for the same, about 0 for chance. Source: Hubert and Arabie 1985. */
function adjustedRand(a: readonly string[], b: readonly string[]): number {
  const pairs = (keys: readonly string[]) => {
    const sizes = new Map<string, number>()
    for (const key of keys) sizes.set(key, (sizes.get(key) ?? 0) + 1)
    return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0)
  }
  const both = pairs(a.map((key, at) => `${key}/${b[at]}`))
  const expected = (pairs(a) * pairs(b)) / ((a.length * (a.length - 1)) / 2)
  return (both - expected) / ((pairs(a) + pairs(b)) / 2 - expected)
}

// The published groups grew vote by vote; where the groups are not plain to see, they cannot be had again from the votes alone.
const agreed = new Set(['brexit-consensus', 'canadian-electoral-reform', 'scoop-hivemind.taxes'])
const signs = { agree: '1', disagree: '-1', pass: '0' } as const

suite('published conversations', { skip: withoutShared() }, () => {
  for (const name of conversations) {
    test(`${name}: the last votes are the published matrix, all votes the published counts`, () => {
      const { votes, people, statements } = readConversation(name)
      const { last, tallies, replaced } = countVotes(votes)
      assert.equal(replaced, votes.length - last.length)
      let cells = 0
      for (const { votes: published } of people.values()) cells += published.size
      assert.equal(last.length, cells)
      for (const { person, statement, choice } of last)
        assert.equal(signs[choice], people.get(person)?.votes.get(statement), `${person} on ${statement}`)
      for (const [statement, published] of statements) {
        const { agree = 0, disagree = 0 } = tallies.get(statement)?.cast ?? {}
        assert.deepEqual({ agrees: agree, disagrees: disagree }, published, `statement ${statement}`)
      }
    })

    test(`${name}: groups`, (t) => {
      const { votes, hidden, people } = readConversation(name)
      const map = opinionMap(votes, hidden)
      const both = map.places.filter(({ person }) => people.get(person)?.group)
      const index = adjustedRand(
        both.map(({ group }) => String(group)),
        both.map(({ person }) => people.get(person)?.group ?? ''),
      )
      const sizes = map.groups.map(({ size }) => size).join(' + ')
      t.diagnostic(`adjusted Rand index ${index.toFixed(3)}, groups ${sizes}, silhouette ${map.silhouette.toFixed(3)}`)
      if (agreed.has(name)) assert.ok(index >= 0.8, `adjusted Rand index ${index}`)
    })
  }
})
