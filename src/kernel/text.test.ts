import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { oneLine, readEmail, severalLines } from './text.ts'

suite('what people type', () => {
  test('a line has no breaks, a text no control characters', () => {
    assert.equal(oneLine('Bäume\r\nBcc: x@y.example\u2028und\u0000 Sträucher\u202e'), 'Bäume Bcc: x@y.example und Sträucher')
    assert.equal(severalLines('Eins\r\n\r\n\r\n\r\nzwei\u0007\u202e'), 'Eins\n\nzwei')
  })

  test('what belongs to the writing stays: soft hyphens, joined emoji, tabs', () => {
    assert.equal(oneLine(' Straßen\u00adbaum  👩\u200d🌾 '), 'Straßen\u00adbaum 👩\u200d🌾')
    assert.equal(severalLines('Spalte\tWert\n\nzwei'), 'Spalte\tWert\n\nzwei')
  })

  test('half a letter never reaches the database', () => {
    assert.equal(oneLine('Baum \ud83c'), 'Baum \ufffd')
    assert.equal(severalLines('\udf33'), '\ufffd')
  })

  test('an address that could break a mail is none', () => {
    assert.equal(readEmail(' Anna@Post.example '), 'Anna@Post.example')
    for (const none of [
      '',
      'anna@',
      'a@b',
      'a b@c.de',
      'a@b.de\r\nBcc: x@y.de',
      'a@b.de,c@d.de',
      '<a@b.de>',
      `${'a'.repeat(70)}@b.de`,
      `a@${'b'.repeat(255)}.de`,
    ])
      assert.equal(readEmail(none), undefined, none)
  })
})
