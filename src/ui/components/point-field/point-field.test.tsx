import assert from 'node:assert/strict'
import { test } from 'node:test'
import { translator } from '#kernel/locale.ts'
import { renderToString } from '../../jsx/html.ts'
import { de } from '../../locales/de.ts'
import { StillMap } from '../map/still-map.tsx'
import { PointField } from './point-field.tsx'

const t = translator('de', de)

test('without a script a point is a field with two numbers, and an error leads into it', () => {
  const html = renderToString(
    <PointField id="p" name="p" label="Punkt" value="drüben" error="Kein Punkt." asset={(name) => `/assets/${name}`} t={t} />,
  )
  assert.match(html, /<input id="p" name="p"[^>]*aria-describedby="p-fehler"[^>]*value="drüben"/)
})

test('a still map draws pins where they are: north above, west on the left', () => {
  const html = renderToString(
    <StillMap
      description="Karte"
      ground={[]}
      pins={[
        { number: 1, title: 'Nordwest', lon: 8, lat: 51.01, href: '#1' },
        { number: 2, title: 'Südost', lon: 8.02, lat: 51, href: '#2' },
      ]}
    />,
  )
  const at = Array.from(html.matchAll(/class="alm-still__pin"[^>]* x="([\d.]+)%" y="([\d.]+)%"/g), ([, x, y]) => [
    Number(x),
    Number(y),
  ])
  assert.equal(at.length, 2)
  assert.ok((at[0]?.[0] ?? 0) < (at[1]?.[0] ?? 0) && (at[0]?.[1] ?? 0) < (at[1]?.[1] ?? 0), JSON.stringify(at))
})
