import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { writePdf } from '#platform/pdf'

const without = spawnSync('pdfinfo', ['-v']).status === 0 ? false : 'pdfinfo (Debian: poppler-utils) not installed'

test('another reader of PDF finds tags, title, structure and embedded letters', { skip: without }, async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'allmende-pdf-'))
  try {
    const file = path.join(folder, 'report.pdf')
    writeFileSync(
      file,
      await writePdf({
        title: 'Rechenschaftsbericht Lindenufer',
        lang: 'de',
        author: 'Stadt Ahornstadt',
        created: new Date('2026-11-26T12:00:00Z'),
        foot: (page, pages) => `Seite ${page} von ${pages}`,
        blocks: [
          { kind: 'heading', level: 1, text: 'Rechenschaftsbericht' },
          { kind: 'paragraph', text: 'Zwölf Bänke für 9.000 €.' },
          { kind: 'list', items: ['Ein Beitrag wartet.'] },
          {
            kind: 'table',
            caption: 'Beiträge und ihr Weg',
            head: ['Beitrag', 'Antwort'],
            rows: Array.from({ length: 60 }, (_, i) => [`LU-${i}`, 'Ja.']),
          },
        ],
      }),
    )
    const ask = (program: string, ...args: string[]) => execFileSync(program, [...args, file], { encoding: 'utf8' })
    const info = ask('pdfinfo')
    assert.match(info, /Title:\s+Rechenschaftsbericht Lindenufer/)
    assert.match(info, /Tagged:\s+yes/)
    const structure = ask('pdfinfo', '-struct-text')
    for (const told of [
      /H1[^\n]*\n\s+"Rechenschaftsbericht"/,
      /LBody/,
      /Caption\s+"Beiträge und ihr Weg"/,
      /Scope \/Column/,
      /Scope \/Row/,
    ])
      assert.match(structure, told)
    // Heads that are repeated for the eye and feet of pages are not read aloud.
    assert.equal(structure.match(/"Antwort"/g)?.length, 1)
    assert.doesNotMatch(structure, /Seite 1 von/)
    const fonts = ask('pdffonts').trim().split('\n').slice(2)
    assert.ok(fonts.length >= 2)
    for (const font of fonts) assert.match(font, /yes\s+yes\s+yes/)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
