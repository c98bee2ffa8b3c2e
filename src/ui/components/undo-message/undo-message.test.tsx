import assert from 'node:assert/strict'
import { test } from 'node:test'
import { translator } from '#kernel/locale.ts'
import { renderToString } from '../../jsx/html.ts'
import { de } from '../../locales/de.ts'
import { Confirm } from '../confirm/confirm.tsx'
import { UndoMessage } from './undo-message.tsx'

const t = translator('de', de)

test('taking back and what cannot be taken back are forms that post, with the values they were given', () => {
  const undo = renderToString(<UndoMessage title="Archiviert" undo={{ action: '/zurueck', hidden: { id: '7' } }} t={t} />)
  assert.match(undo, /role="status".*<form method="post" action="\/zurueck"><input type="hidden" name="id" value="7"/)
  const confirm = renderToString(
    <Confirm title="Löschen?" happens={['Weg.']} action="/weg" hidden={{ id: '7' }} deed="Löschen" cancel="/liste" t={t} />,
  )
  assert.match(confirm, /<form[^>]*method="post" action="\/weg"/)
  assert.match(confirm, /alm-btn-danger" type="submit"/)
  assert.match(confirm, /<a class="alm-link" href="\/liste">Abbrechen<\/a>/)
})
