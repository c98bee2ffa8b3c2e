import assert from 'node:assert/strict'
import { test } from 'node:test'
import { translator } from '#kernel/locale.ts'
import { renderToString } from '../../jsx/html.ts'
import { de } from '../../locales/de.ts'
import { Dots } from '../dots/dots.tsx'
import { ScaleField } from '../scale-field/scale-field.tsx'
import { Axes } from './axes.tsx'

const t = translator('de', de)

test('only the answer that holds is read, not all three', () => {
  const html = renderToString(<Axes axes={[{ title: 'Veröffentlichen', value: 'no' }]} t={t} />)
  const heard = html.replace(/<span[^>]*aria-hidden(?:="true")?[^>]*>[^<]*<\/span>/g, '').replace(/<[^>]+>/g, ' ')
  assert.match(heard, /Veröffentlichen\s+nein/)
  assert.doesNotMatch(heard, /bedingt|ja/)
})

test('a step of a scale is named by its number and its words; the error line leads into the first', () => {
  const html = renderToString(<ScaleField id="s" name="s" label="Wie leicht?" options={['sofort', 'kaum']} value="1" t={t} />)
  assert.match(html, /<input type="radio" id="s" name="s" value="0"/)
  assert.match(html, /value="1" checked[^>]*><b>1<\/b> <span>kaum<\/span>/)
})

test('dots are read as a sentence', () => {
  assert.match(renderToString(<Dots n={2} of={3} label="2 von 3" />), /role="img" aria-label="2 von 3"><i class="is-on">/)
})
