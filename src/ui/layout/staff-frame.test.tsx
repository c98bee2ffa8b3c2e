import assert from 'node:assert/strict'
import { test } from 'node:test'
import { translator } from '#kernel/locale.ts'
import { de } from '../locales/de.ts'
import { renderDocument } from './document.ts'
import { StaffFrame, type StaffFrameProps } from './staff-frame.tsx'

const t = translator('de', de)
const render = (more: Partial<StaffFrameProps> = {}) =>
  renderDocument(
    <StaffFrame
      lang="de"
      asset={(name) => `/assets/${name}`}
      site={{ name: 'Stadt Lindenrode', home: '/lindenrode' }}
      home="/lindenrode/intern"
      groups={[
        {
          title: 'Daten',
          links: [
            { href: '/lindenrode/intern', text: 'Übersicht', current: true },
            { href: '/lindenrode/intern/inventar', text: 'Dateninventar', count: 1486 },
          ],
        },
      ]}
      person={{ name: 'Jana Albers', href: '/konto' }}
      signOut={{ action: '/abmelden', hidden: { marke: 'x1' } }}
      portal="/lindenrode"
      t={t}
      {...more}
    >
      Inhalt
    </StaffFrame>,
  )

test('an internal page is never indexed, whatever a page asks for, and brings its own stylesheet', () => {
  const html = render({ robots: 'index', styles: ['map.css'] })
  assert.equal(html.match(/<meta name="robots" content="([^"]+)"/)?.[1], 'noindex')
  assert.match(html, /href="\/assets\/allmende\.css".*href="\/assets\/staff\.css".*href="\/assets\/map\.css"/)
})

test('areas stand in named lists, with counts, and the current one is marked in rail and menu', () => {
  const html = render()
  assert.equal(html.match(/<a href="\/lindenrode\/intern" aria-current="page">/g)?.length, 2)
  assert.match(html, /<ul aria-labelledby="bereich-0">/)
  assert.match(html, /Dateninventar<\/span> <span class="n">1\.486<\/span>/)
  const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((m) => m[1])
  assert.equal(new Set(ids).size, ids.length)
})

test('signing out is a form with its token, never a link', () => {
  const html = render()
  assert.match(html, /<form method="post" action="\/abmelden"><input type="hidden" name="marke" value="x1"\/?>/)
  assert.doesNotMatch(html, /<a[^>]*href="\/abmelden"/)
})

test('what somebody is called stays text', () => {
  assert.doesNotMatch(render({ person: { name: '<script>x</script>', href: '/konto' } }), /<script>/)
})
