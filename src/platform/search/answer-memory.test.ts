import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { AnswerMemory } from './answer-memory.ts'
import type { SearchAnswer } from './port.ts'

const answer: SearchAnswer = { total: 1, hits: [], facets: {}, match: 'all', expansions: [], terms: { words: [], stems: [] } }

/** Asks as often as it takes to be kept. */
const keep = (memory: AnswerMemory, question: string, size = 100) => {
  for (let i = 0; i < 2; i++) memory.keeper()(question, answer, size)
}

describe('answers that are kept', () => {
  it('are given again, the very same, until the index changes', () => {
    const memory = new AnswerMemory(10)
    memory.keeper()('a', answer, 10_000)
    assert.equal(memory.known('a'), undefined, 'a long answer to a question that was asked once')
    memory.keeper()('a', answer, 10_000)
    assert.equal(memory.known('a'), answer)
    memory.keeper()('b', answer, 100)
    assert.equal(memory.known('b'), answer)
    memory.forget()
    assert.equal(memory.known('a'), undefined)
  })

  it('are left out when the index changed while they were worked out', () => {
    const memory = new AnswerMemory(10)
    memory.keeper()('a', answer, 100)
    const late = memory.keeper()
    memory.forget()
    late('a', answer, 100)
    assert.equal(memory.known('a'), undefined)
  })

  it('make room by number and by size, those first that nobody asked for', () => {
    const memory = new AnswerMemory(2)
    for (const question of ['a', 'b']) keep(memory, question)
    memory.known('a')
    keep(memory, 'c')
    assert.deepEqual(['a', 'b', 'c'].map(memory.known, memory), [answer, undefined, answer])
    keep(memory, 'd', 20_000_000)
    assert.equal(memory.known('d'), undefined)
  })
})
