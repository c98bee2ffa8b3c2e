import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isEmpty, overlaps, type Span, stageOf, within } from './span.ts'

const at = (text: string) => new Date(`2026-${text}Z`)
const march: Span = { from: at('03-01T00:00'), until: at('04-01T00:00') }
const april: Span = { from: at('04-01T00:00'), until: at('05-01T00:00') }
const onward: Span = { from: at('04-15T00:00') }

test('the beginning belongs to a span, the end does not: phases that follow each other share no moment', () => {
  const turn = at('04-01T00:00')
  assert.deepEqual([within(march, turn), within(april, turn)], [false, true])
  assert.deepEqual([within(march, at('03-31T23:59:59.999')), within(april, at('03-31T23:59:59.999'))], [true, false])
  assert.deepEqual([stageOf(march, turn), stageOf(april, turn), stageOf(onward, turn)], ['after', 'during', 'before'])
  assert.equal(overlaps(march, april), false)
  assert.equal(overlaps(april, onward), true)
  assert.equal(overlaps(march, onward), false)
})

test('a span that ends as it begins holds no moment', () => {
  const none: Span = { from: at('03-10T00:00'), until: at('03-10T00:00') }
  assert.deepEqual(
    [isEmpty(none), within(none, none.from), overlaps(none, march), stageOf(none, none.from)],
    [true, false, false, 'after'],
  )
})
