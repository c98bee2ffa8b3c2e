import assert from 'node:assert/strict'
import { test } from 'node:test'
import { translator } from '#kernel/locale.ts'
import { renderToString } from '../../jsx/html.ts'
import { de } from '../../locales/de.ts'
import { DataTable, type DataTableProps } from './data-table.tsx'

interface Row {
  readonly key: string
  readonly name: string
}

const t = translator('de', de)
const render = (more: Partial<DataTableProps<Row>> = {}) =>
  renderToString(
    <DataTable
      caption="Bestände"
      rows={[{ key: '7', name: 'Bäume' }]}
      rowKey={(row) => row.key}
      columns={[{ title: 'Name', cell: (row) => row.name, sort: { href: '?nach=name', now: 'ascending' } }]}
      empty="Nichts da."
      t={t}
      {...more}
    />,
  )
const bulk = {
  action: '/tat',
  deeds: [{ value: 'weg', label: 'Archivieren' }],
  label: (row: Row) => row.name,
  allHref: '?auswahl=seite',
  noneHref: '?',
}

test('a box names its row, and without a script a link chooses all of the page', () => {
  const html = render({ bulk })
  assert.match(html, /<input type="checkbox" name="auswahl" value="7" aria-label="Bäume auswählen"/)
  assert.match(html, /<a href="\?auswahl=seite">Alle auf dieser Seite auswählen<\/a>/)
  assert.match(render({ bulk: { ...bulk, checked: () => true } }), /<a href="\?">Auswahl aufheben<\/a>.*1 ausgewählt/)
})

test('no form stands in another one', () => {
  const html = render({
    bulk,
    filter: { action: '/', fields: null },
    choose: { action: '/', options: [{ value: 'a', label: 'A', checked: true }] },
  })
  let open = 0
  for (const [tag] of html.matchAll(/<\/?form\b/g)) {
    open += tag === '<form' ? 1 : -1
    assert.ok(open <= 1, html)
  }
  assert.equal(html.match(/<form/g)?.length, 3)
})

test('without rows the reason stands there, not an empty table or something to do with it', () => {
  const html = render({ rows: [], bulk })
  assert.match(html, /Nichts da\./)
  assert.doesNotMatch(html, /<table|<form/)
})

test('the order is told in words and to programs, pages lead only where there are some', () => {
  assert.match(render(), /aria-sort="ascending".*aufsteigend sortiert/)
  assert.doesNotMatch(render({ pages: {} }), /<nav/)
  assert.match(render({ pages: { next: '?nach=7' } }), /rel="next" href="\?nach=7"/)
})
