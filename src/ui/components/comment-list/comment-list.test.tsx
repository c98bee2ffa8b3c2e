import assert from 'node:assert/strict'
import { test } from 'node:test'
import { translator } from '#kernel/locale.ts'
import { renderToString } from '../../jsx/html.ts'
import { de } from '../../locales/de.ts'
import { CommentList } from './comment-list.tsx'

const t = translator('de', de)

test('a comment says who and when, for people and for machines, and its text stays text', () => {
  const html = renderToString(
    <CommentList comments={[{ id: '1', who: 'A', when: 'heute', iso: '2026-11-24', text: '<b>fett</b>' }]} t={t} />,
  )
  assert.match(html, /<b>A<\/b>, <time datetime="2026-11-24">heute<\/time>/)
  assert.doesNotMatch(html, /<b>fett/)
  assert.doesNotMatch(html, /<form/)
})

test('an error keeps what was typed', () => {
  const form = { action: '/k', value: 'Mein Satz', error: 'Der Text ist zu lang.' }
  const html = renderToString(<CommentList comments={[]} form={form} t={t} />)
  assert.match(html, /Mein Satz<\/textarea>/)
  assert.match(html, /aria-invalid="true"/)
})
