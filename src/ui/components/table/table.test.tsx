import assert from 'node:assert/strict'
import { test } from 'node:test'
import { translator } from '#kernel/locale.ts'
import { renderToString } from '../../jsx/html.ts'
import { de } from '../../locales/de.ts'
import { Table } from './table.tsx'

const t = translator('de', de)

test('the first cell heads its row, numbers carry the name of their column for the phone, text is escaped', () => {
  const html = renderToString(
    <Table
      caption="Orte"
      t={t}
      rows={[{ place: '<b>Ort</b>', count: '7' }]}
      rowKey={(row) => row.place}
      columns={[
        { title: 'Ort', cell: (row) => row.place },
        { title: 'Datensätze', cell: (row) => row.count, right: true, sort: { href: '?sort=n', now: 'descending' } },
      ]}
    />,
  )
  assert.match(html, /<th scope="row">&lt;b>Ort&lt;\/b>|<th scope="row">&lt;b&gt;Ort&lt;\/b&gt;/)
  assert.match(html, /<td class="r" data-l="Datensätze">7<\/td>/)
  assert.match(html, /aria-sort="descending"/)
  assert.match(html, /absteigend sortiert/)
})
