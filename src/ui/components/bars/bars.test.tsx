import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderToString } from '../../jsx/html.ts'
import { StackedBar } from '../stacked-bar/stacked-bar.tsx'
import { Bars } from './bars.tsx'

test('the longest bar is the whole width, zero and nothing draw no bar', () => {
  const html = renderToString(
    <Bars
      title="Bäume"
      lang="de"
      bars={[
        { label: 'Linde', value: 3122 },
        { label: 'Eiche', value: 1561 },
        { label: 'keine', value: 0 },
      ]}
    />,
  )
  assert.deepEqual(
    [...html.matchAll(/width="([\d.]+)%" height="16"\/?>/g)].map((m) => m[1]).filter((w) => w !== '100'),
    ['100.0', '50.0', '0.0'],
  )
  assert.match(html, /<td class="r">3\.122<\/td>/)
  assert.doesNotMatch(renderToString(<Bars title="leer" lang="de" bars={[{ label: 'a', value: 0 }]} />), /NaN|Infinity/)
})

test('shares of a stacked bar add up and an empty whole is no fault', () => {
  const html = renderToString(
    <StackedBar
      id="s"
      segments={[
        { step: 'full', value: 1 },
        { step: 'hatched', value: 3 },
      ]}
    />,
  )
  assert.match(html, /x="25.00%" width="75.00%" height="16" fill="url\(#s\)"/)
  assert.doesNotMatch(renderToString(<StackedBar id="s" segments={[{ step: 'full', value: 0 }]} />), /NaN/)
})
