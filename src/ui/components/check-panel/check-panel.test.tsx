import assert from 'node:assert/strict'
import { test } from 'node:test'
import { translator } from '#kernel/locale.ts'
import { renderToString } from '../../jsx/html.ts'
import { de } from '../../locales/de.ts'
import { CheckPanel } from './check-panel.tsx'

const t = translator('de', de)

test('only the verdict is read aloud when it changes; the time of the check is not', () => {
  const html = renderToString(
    <CheckPanel title="Prüfung" kind="bad" verdict="3 Pflichtangaben fehlen" note="Zuletzt um 10:14 Uhr." t={t} />,
  )
  const said = /<div[^>]*role="status"[^>]*>(.*?)<\/div>/.exec(html)?.[1]
  assert.match(said ?? '', /3 Pflichtangaben fehlen/)
  assert.doesNotMatch(said ?? '', /10:14/)
})

test('a check leads to its field, names its property, and its shape is a word', () => {
  const html = renderToString(
    <CheckPanel
      title="Prüfung"
      kind="bad"
      verdict="Eine Angabe fehlt"
      groups={[{ kind: 'bad', checks: [{ title: 'Lizenz wählen', href: '#lizenz', code: 'dcterms:license' }] }]}
      t={t}
    />,
  )
  assert.match(html, /role="img" aria-label="fehlt"/)
  assert.match(html, /<a href="#lizenz">Lizenz wählen<\/a><\/b> <code>dcterms:license<\/code>/)
})

test('what is in order is counted, the document scrolls in a region that takes the focus, nothing in it is markup', () => {
  const html = renderToString(
    <CheckPanel
      title="Prüfung"
      kind="ok"
      verdict="Nichts fehlt"
      fine={[{ title: 'Titel' }, { title: 'Lizenz' }]}
      source={{ title: 'Metadaten als RDF', text: '<x> a <y> .' }}
      t={t}
    />,
  )
  assert.match(html, /2 Angaben sind in Ordnung/)
  assert.match(html, /<section[^>]*tabindex="0" aria-label="Metadaten als RDF"/)
  assert.match(html, /&lt;x/)
})
