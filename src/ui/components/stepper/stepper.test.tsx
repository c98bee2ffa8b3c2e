import assert from 'node:assert/strict'
import { test } from 'node:test'
import { translator } from '#kernel/locale.ts'
import { renderToString } from '../../jsx/html.ts'
import { de } from '../../locales/de.ts'
import { Stepper } from './stepper.tsx'

test('a step says its state and what is missing in words, and the phone says where one is', () => {
  const html = renderToString(
    <Stepper
      t={translator('de', de)}
      steps={[
        { href: '/1', title: 'Datei', state: 'done', missing: 2 },
        { href: '/2', title: 'Rechte', state: 'current' },
        { href: '/3', title: 'Prüfen', state: 'open' },
      ]}
    />,
  )
  assert.match(html, /<summary>Schritt 2 von 3: Rechte<\/summary>/)
  assert.match(html, /Datei<\/b><span> 2 Angaben fehlen<\/span>/)
  assert.match(html, /<a href="\/2" aria-current="step">/)
  assert.match(html, /Prüfen<\/b><span class="kern-sr-only"> noch nicht begonnen/)
})
