import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { nextStatement } from './model/next-statement.ts'
import { readStatement, readStatementList } from './model/read-statements.ts'
import { groupsToShow, type OpinionResult } from './model/result.ts'
import { placeGroups } from './pages/result/place-groups.ts'

const group = (size: number, x = 0): OpinionResult['groups'][number] => ({ size, at: [x, 0], spread: [1, 1], typical: [] })

suite('which statement comes next', () => {
  const ids = Array.from({ length: 20 }, (_, i) => `s${i}`)

  test('the same person sees the same one again, different people begin differently', () => {
    const waiting = ids.map((id) => ({ id, votes: 0 }))
    assert.equal(nextStatement(waiting, 'Ayla')?.id, nextStatement(waiting.toReversed(), 'Ayla')?.id)
    const first = new Map<string, number>()
    for (let person = 0; person < 2000; person++) {
      const id = nextStatement(waiting, `p${person}`)?.id ?? ''
      first.set(id, (first.get(id) ?? 0) + 1)
    }
    assert.equal(first.size, 20)
    for (const [id, often] of first) assert.ok(often > 60 && often < 145, `${id} is first for ${often} of 2000`)
  })

  test('with a tenth of the answers one has about ten times the chance', () => {
    const waiting = [
      { id: 'new', votes: 9 },
      { id: 'old', votes: 99 },
    ]
    const people = Array.from({ length: 4000 }, (_, i) => nextStatement(waiting, `p${i}`)?.id)
    const share = people.filter((id) => id === 'new').length / people.length
    assert.ok(Math.abs(share - 10 / 11) < 0.02, String(share))
  })

  test('in a hall every statement gets its share, also one that comes later', () => {
    const votes = new Map(ids.slice(0, 19).map((id) => [id, 0]))
    for (let person = 0; person < 300; person++) {
      if (person === 150) votes.set('s19', 0)
      const said = new Set<string>()
      for (let i = 0; i < 6; i++) {
        const waiting = [...votes].filter(([id]) => !said.has(id)).map(([id, n]) => ({ id, votes: n }))
        const next = nextStatement(waiting, `p${person}`)?.id ?? ''
        said.add(next)
        votes.set(next, (votes.get(next) ?? 0) + 1)
      }
    }
    const mean = (300 * 6) / 20
    for (const [id, n] of votes) assert.ok(n > mean * 0.6 && n < mean * 1.4, `${id} has ${n}, the mean is ${mean}`)
  })
})

suite('statements as they are typed', () => {
  test('a list loses its marks; what is wrong is told by line', () => {
    const read = readStatementList('1. Der Markt bleibt offen.\n\n- Der Bus fährt öfter.\n', 140, [])
    assert.deepEqual(read, { ok: true, value: ['Der Markt bleibt offen.', 'Der Bus fährt öfter.'] })
    const wrong = readStatementList(`Kurz\nDer Bus fährt öfter\n${'a'.repeat(141)}\nEine gute Aussage.`, 140, [
      'Der Bus fährt öfter.',
    ])
    assert.deepEqual(wrong.ok ? [] : wrong.error, [
      { line: 1, text: 'Kurz', fault: 'short' },
      { line: 2, text: 'Der Bus fährt öfter', fault: 'same' },
      { line: 3, text: 'a'.repeat(141), fault: 'long' },
    ])
    assert.deepEqual(readStatementList(' \n\0\n', 140, []), { ok: false, error: 'missing' })
    assert.deepEqual(readStatement('3. Advent als verkaufsoffener Sonntag?', 140), {
      ok: true,
      value: '3. Advent als verkaufsoffener Sonntag?',
    })
  })
})

suite('groups that may be shown', () => {
  const shy = { smallestGroup: 5, fewestPeople: 30 }
  const says = (people: number, ...sizes: number[]) =>
    groupsToShow({ people, placed: sizes.reduce((a, b) => a + b, 0), groups: sizes.map((size) => group(size)) }, shy)

  test('none while few took part, or where there is one only', () => {
    assert.equal(says(29, 15, 14), 'few')
    assert.equal(says(40, 40), 'one')
    assert.deepEqual(says(30, 16, 14), [0, 1])
  })

  test('a small group stays out, and cannot be worked out from the rest', () => {
    assert.equal(says(40, 36, 4), 'small')
    assert.equal(says(44, 22, 18, 4), 'small', 'everybody less the two large ones would be the small one')
    assert.deepEqual(says(50, 22, 18, 4), [0, 1])
  })
})

test('the picture keeps distances and stays inside', () => {
  const drawn = placeGroups([group(40, -3), group(20, 0), group(10, 6)], [0, 1, 2])
  const [a, b, c] = drawn
  assert.ok(a && b && c && a.radius > b.radius && b.radius > c.radius)
  assert.ok(Math.abs((c.x - b.x) / (b.x - a.x) - 2) < 0.01)
  for (const { x, y, radius } of drawn) assert.ok(x - radius > 0 && x + radius < 720 && y - radius > 0 && y + radius < 400)
})
