import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { readContribution, splitBody } from './contribution.ts'
import { compareTexts } from './model/compare.ts'
import { followText } from './model/follow.ts'
import { readText, wrongPin } from './model/read-text.ts'
import { most, sectionsOf, type TextBlock } from './model/text.ts'

const read = (source: string) => {
  const found = readText(source)
  assert.ok(found.ok, JSON.stringify(found))
  return found.value
}
const first = (source: string): TextBlock[] => [...followText([], read(source), []).blocks]
const keysAfter = (before: readonly TextBlock[], source: string, used = before.map(({ key }) => key)) =>
  followText(before, read(source), used).blocks.map(({ key, became }) => `${key} ${became}`)

suite('what staff pastes', () => {
  test('Markdown: headings become sections, wrapped lines one paragraph, items stay below each other', () => {
    const blocks = read(
      '\uFEFF# Ziele\r\n\r\nWir beteiligen **früh**\nund ernsthaft, alle Bürger*innen.\n\n- erstens\n- zweitens\n\n## Wer\n\nAlle.',
    )
    assert.deepEqual(
      blocks.map(({ level, body }) => `${level} ${body}`),
      ['1 Ziele', '0 Wir beteiligen früh und ernsthaft, alle Bürger*innen.', '0 – erstens\n– zweitens', '2 Wer', '0 Alle.'],
    )
  })

  test('plain text of a by-law: § lines are headings, every (1) begins a paragraph', () => {
    const blocks = read(
      'Präambel\n\nDer Rat beschließt:\n\n§ 1 Zweck\n(1) Diese Satzung regelt etwas.\n(2) § 3 gilt.\n\n§ 2 Frist\n\nEin Monat.',
    )
    assert.deepEqual(
      blocks.map(({ kind, body }) => `${kind} ${body}`),
      [
        'heading Präambel',
        'text Der Rat beschließt:',
        'text § 1 Zweck',
        'text (1) Diese Satzung regelt etwas.',
        'text (2) § 3 gilt.',
        'heading § 2 Frist',
        'text Ein Monat.',
      ].map((line) => line.replace('text § 1', 'heading § 1')),
    )
  })

  test('nothing, too much, and a paragraph that fits on no page are told, with the place', () => {
    assert.deepEqual(readText(' \n# Nur eine Überschrift\n'), { ok: false, error: { fault: 'missing' } })
    assert.deepEqual(readText('a'.repeat(most.text + 1)), { ok: false, error: { fault: 'long' } })
    assert.deepEqual(readText(`Gut.\n\nHier steht ${'zu viel '.repeat(600)}`), {
      ok: false,
      error: { fault: 'block', begin: 'Hier steht zu viel zu viel zu viel zu …' },
    })
    assert.deepEqual(readText('a\n\n'.repeat(most.blocks + 1)), { ok: false, error: { fault: 'many' } })
  })

  test('sections are numbered by us only where they carry no numbers', () => {
    const numbers = (source: string) => sectionsOf(first(source)).map(({ number }) => number)
    assert.deepEqual(numbers('Vorab.\n\n# Ziele\n\na\n\n# Wege\n\nb'), ['', '1', '2'])
    assert.deepEqual(numbers('# § 1 Ziele\n\na\n\n# § 2 Wege\n\nb'), ['', ''])
  })
})

suite('the next version', () => {
  const before = first('# Ziele\n\nWir beteiligen früh und auf Augenhöhe.\n\nEin Beirat tagt zweimal im Jahr.\n\nSchluss.')

  test('a paragraph keeps its number; one in between gets a letter, one at the end the next number', () => {
    assert.deepEqual(
      keysAfter(
        before,
        '# Ziele\n\nWir beteiligen früh, verständlich und auf Augenhöhe.\n\nKinder haben eigene Formen.\n\nEin Beirat tagt zweimal im Jahr.\n\nSchluss.\n\nAnhang.',
      ),
      ['h1 same', '1 changed', '1a new', '2 same', '3 same', '4 new'],
    )
  })

  test('the number of what was dropped is never given again', () => {
    const dropped = followText(
      before,
      read('# Ziele\n\nWir beteiligen früh und auf Augenhöhe.\n\nEin Beirat tagt zweimal im Jahr.'),
      [],
    )
    assert.deepEqual(
      dropped.dropped.map(({ key }) => key),
      ['3'],
    )
    const used = before.map(({ key }) => key)
    assert.deepEqual(
      keysAfter(
        dropped.blocks,
        '# Ziele\n\nWir beteiligen früh und auf Augenhöhe.\n\nEin Beirat tagt zweimal im Jahr.\n\nNeu.',
        used,
      ),
      ['h1 same', '1 same', '2 same', '4 new'],
    )
  })

  test('equal paragraphs keep their order, a moved one its number', () => {
    const twins = first('Entfällt.\n\nMitte.\n\nEntfällt.')
    assert.deepEqual(keysAfter(twins, 'Entfällt.\n\nMitte.\n\nEntfällt.'), ['1 same', '2 same', '3 same'])
    assert.deepEqual(keysAfter(twins, 'Mitte.\n\nEntfällt.\n\nEntfällt.'), ['2 same', '3 same', '1 same'])
  })

  test('what staff says goes before what words say: a number before a paragraph, or that it is new', () => {
    const source = '# Ziele\n\n{3} Wir beteiligen früh und auf Augenhöhe.\n\n{neu} Ein Beirat tagt zweimal im Jahr.\n\nSchluss.'
    assert.deepEqual(keysAfter(before, source), ['h1 same', '3 changed', '4 new', '5 new'])
    assert.equal(followText(before, read(source), []).blocks[1]?.body, 'Wir beteiligen früh und auf Augenhöhe.')
    assert.equal(wrongPin(read(source), ['h1', '1', '2', '3']), undefined)
    assert.equal(wrongPin(read('{9} Neu.'), ['1']), '9', 'never given')
    assert.equal(wrongPin(read('{1} Eins.\n\n{1} Noch einmal.'), ['1']), '1', 'twice')
  })

  test('three thousand paragraphs are followed, changed or not', () => {
    const text = (change: string) =>
      Array.from({ length: 2990 }, (_, i) => `Absatz über ${i % 7 === 0 ? change : 'Bäume'} und Nummer ${i}.`).join('\n\n')
    const old = first(text('Bäume'))
    const { blocks, dropped } = followText(old, read(text('Linden')), [])
    assert.equal(dropped.length, 0)
    assert.deepEqual(
      blocks.map(({ key }) => key),
      old.map(({ key }) => key),
    )
  })

  test('compared: what changed, came and went stands where it stands or stood', () => {
    const after = followText(
      before,
      read('# Ziele\n\nWir beteiligen früh.\n\nNeu und ganz anders formuliert.\n\nSchluss.'),
      [],
    ).blocks
    assert.deepEqual(
      compareTexts(before, after).map(({ key, change }) => `${key} ${change}`),
      ['h1 same', '1 changed', '2 dropped', '1a new', '3 same'],
    )
  })
})

suite('a contribution', () => {
  const words = { title: (begin: string) => `Absatz 1: ${begin}`, reason: 'Begründung' }
  const form = (fields: Record<string, string>) => new URLSearchParams(fields)

  test('a changed wording and its reason are one text, and come apart again', () => {
    const read = readContribution(form({ wording: 'Wir laden\n\nalle ein.', text: 'Klarer.' }), 'change', 'Wir laden ein.', words)
    assert.ok(read.ok)
    assert.equal(read.value.title, 'Absatz 1: Klarer.')
    assert.deepEqual(splitBody(read.value.body), { wording: 'Wir laden\nalle ein.', reason: 'Klarer.' })
    assert.deepEqual(splitBody('Nur Wortlaut.'), { wording: 'Nur Wortlaut.', reason: '' })
  })

  test('a wording that says the same, and one that says nothing, are refused', () => {
    const fault = (wording: string) => readContribution(form({ wording }), 'change', 'Wir laden ein.', words)
    assert.deepEqual(fault(' Wir  laden\r\nein. '), { ok: false, error: [{ field: 'wording', fault: 'same' }] })
    assert.deepEqual(fault(' '), { ok: false, error: [{ field: 'wording', fault: 'missing' }] })
    assert.deepEqual(readContribution(form({}), 'comment', '', words), {
      ok: false,
      error: [{ field: 'text', fault: 'missing' }],
    })
  })
})
