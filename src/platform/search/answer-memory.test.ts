import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { AnswerMemory } from './answer-memory.ts'
import type { SearchAnswer } from './port.ts'

const answer: SearchAnswer = { total: 1, hits: [], facets: {}, match: 'all', expansions: [], terms: { words: [], stems: [] } }

describe('answers that are kept', () => {
  it('are given again, the very same, until the index changes', () => {
    const memory = new AnswerMemory(10)
    memory.keeper()('a', answer, 100)
    assert.equal(memory.known('a'), answer)
    memory.forget()
    assert.equal(memory.known('a'), undefined)
  })

  it('are left out when the index changed while they were worked out', () => {
    const memory = new AnswerMemory(10)
    const keep = memory.keeper()
    memory.forget()
    keep('a', answer, 100)
    assert.equal(memory.known('a'), undefined)
  })

  it('make room by number and by size, those first that nobody asked for', () => {
    const memory = new AnswerMemory(2)
    for (const question of ['a', 'b']) memory.keeper()(question, answer, 100)
    memory.known('a')
    memory.keeper()('c', answer, 100)
    assert.deepEqual(['a', 'b', 'c'].map(memory.known, memory), [answer, undefined, answer])
    memory.keeper()('d', answer, 20_000_000)
    assert.equal(memory.known('d'), undefined)
  })
})
