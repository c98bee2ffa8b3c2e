import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writePdf } from './write-pdf.ts'

test('a PDF is tagged, says its language and title, and goes over pages without tearing a row', async () => {
  const rows = Array.from({ length: 90 }, (_, i) => [`Beitrag ${i + 1} über Bänke`, 'Ja, acht statt zwölf Bänke.', `${i}`])
  const pdf = await writePdf({
    title: 'Rechenschaftsbericht für Lindenrode',
    lang: 'de',
    author: 'Stadt Lindenrode',
    created: new Date('2026-11-26T12:00:00Z'),
    foot: (page, pages) => `Seite ${page} von ${pages}`,
    blocks: [
      { kind: 'heading', level: 1, text: 'Rechenschaftsbericht' },
      { kind: 'paragraph', text: 'Sie haben uns 90 Beiträge geschrieben. Größe: „groß“ – 20 €.' },
      { kind: 'list', items: ['Ein Beitrag wartet.', 'Ein Beschluss ist aufgehoben.'] },
      { kind: 'table', caption: 'Was daraus wurde', head: ['Beitrag', 'Antwort', 'Tage'], rows, right: [2], widths: [3, 4, 1] },
    ],
  })
  const text = pdf.toString('latin1')
  assert.match(text, /^%PDF-1\.7/)
  assert.match(text, /\/Marked true/)
  assert.match(text, /\/Lang \(de\)/)
  assert.match(text, /\/DisplayDocTitle true/)
  for (const tag of ['Document', 'H1', 'P', 'L', 'LI', 'Table', 'Caption', 'THead', 'TH', 'TBody', 'TR', 'TD'])
    assert.match(text, new RegExp(`/S /${tag}\\b`), tag)
  assert.match(text, /\/Scope \/Column/)
  assert.ok((text.match(/\/Type \/Page\b/g)?.length ?? 0) >= 3)
  assert.ok(pdf.length < 120_000, `${pdf.length} bytes`)
})

test('letters stand on a page each, with a code to type off and one to photograph', async () => {
  const letter = ['AAAA BBBB', 'CCCC DDDD'].flatMap((code) => [
    { kind: 'page', top: 150 } as const,
    { kind: 'code', text: code } as const,
    { kind: 'squares', alt: 'QR-Code', rows: [[true, true, false], [false, true, false], []] } as const,
  ])
  const pdf = await writePdf({
    title: 'Zwei Briefe',
    lang: 'de',
    author: 'Stadt Lindenrode',
    created: new Date('2026-11-26T12:00:00Z'),
    foot: () => '',
    blocks: letter,
  })
  const text = pdf.toString('latin1')
  assert.equal(text.match(/\/Type \/Page\b/g)?.length, 2)
  assert.equal(text.match(/\/S \/Figure\b/g)?.length, 2)
  assert.match(text, /\/Alt \(QR-Code\)/)
})
