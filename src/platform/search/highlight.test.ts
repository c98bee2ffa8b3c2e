import assert from 'node:assert/strict'
import { it } from 'node:test'
import { excerpt, type Segment } from './highlight.ts'
import type { HighlightTerms } from './port.ts'

const verkehr = { words: ['verkehrszählung'], stems: ['verkehrszahl', 'verkehr', 'zahlung'] }
const whole = (text: string, terms: HighlightTerms) => excerpt(text, terms, text.length)
const joined = (segments: readonly Segment[]) => segments.map((one) => (one.marked ? `[${one.text}]` : one.text)).join('')

it('marks word forms and compounds that share a part', () => {
  assert.equal(
    joined(whole('Zählstellen für den Verkehr: Verkehrszählungen 2024, Radverkehr', verkehr)),
    '[Zählstellen] für den [Verkehr]: [Verkehrszählungen] 2024, [Radverkehr]',
  )
})

it('marks only the word itself where no stems are given', () => {
  assert.equal(joined(whole('Bäume und Baum', { words: ['baum'], stems: [] })), 'Bäume und [Baum]')
})

it('loses no character', () => {
  const text = 'Straße „Am Markt“ – 😀 <b>Bäume</b> & a\u0308hnlich'
  assert.equal(
    whole(text, { words: ['markt'], stems: ['baum'] })
      .map((one) => one.text)
      .join(''),
    text,
  )
})

it('cuts about 180 characters around the best place', () => {
  const text = `${'Einleitung ohne Belang. '.repeat(40)}Die Verkehrszählung an der Zählstelle 47 lief. ${'Nachsatz. '.repeat(60)}`
  const shown = excerpt(text, verkehr)
  const length = shown.map((one) => one.text).join('').length
  assert.ok(length >= 120 && length <= 200, `${length} characters`)
  assert.match(joined(shown), /^… .*\[Verkehrszählung\] an der \[Zählstelle\] 47.* …$/)
})

it('shows the beginning where nothing matches, and the whole of a short text', () => {
  assert.equal(joined(excerpt('Kurzer Text', verkehr)), 'Kurzer Text')
  assert.match(joined(excerpt('Wort '.repeat(100), { words: [], stems: [] })), /^Wort .* …$/)
})
