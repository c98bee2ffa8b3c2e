import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { isIban } from './iban.ts'
import { personalDataIn } from './personal-data.ts'

const told = (text: string) => personalDataIn(text).map(({ kind, value }) => `${kind}: ${value}`)

suite('personal data in a text', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['Schreiben Sie an petra.muster@post.example.', ['mail: petra.muster@post.example']],
    ['petra (at) post.example', ['mail: petra (at) post.example']],
    ['Rufen Sie an: 02594 / 12 34 56 oder 0171-2345678', ['phone: 02594 / 12 34 56', 'phone: 0171-2345678']],
    ['+49 (0)2594 123456', ['phone: +49 (0)2594 123456']],
    ['Tel.: 83 45 12', ['phone: 83 45 12']],
    ['IBAN DE02 1203 0000 0000 2020 51, Danke', ['account: DE02 1203 0000 0000 2020 51']],
    ['at61 1904 3002 3457 3201 oder bar', ['account: at61 1904 3002 3457 3201']],
    ['Ich wohne Lindenstraße 12b neben dem Park', ['address: Lindenstraße 12b']],
    ['Lange Straße 3-5', ['address: Lange Straße 3-5']],
    ['Am Alten Markt 5, 48301 Nottuln', ['address: Am Alten Markt 5']],
    ['Der Wagen COE-AB 123 parkt immer dort, auch MS XY 77', ['plate: COE-AB 123', 'plate: MS XY 77']],
    ['geboren am 3. Mai 1961', ['birth: geboren am 3. Mai 1961']],
    ['Ich heiße Zdenka van Holt und bin dagegen.', ['name: Zdenka van Holt']],
    ['Guten Tag, mein Name ist Öztürk.', ['name: Öztürk']],
    ['Nein!\n\nMit freundlichen Grüßen\nTjark Oelde', ['name: Tjark Oelde']],
    ['Frau Lütke aus dem Amt hat geholfen, Jana Albers nicht.', ['name: Frau Lütke', 'name: Jana Albers']],
    ['Anruf unter ０１７１ ２３４５６７８', ['phone: ０１７１ ２３４５６７８']],
  ]
  for (const [text, expected] of cases) test(JSON.stringify(text), () => assert.deepEqual(told(text), expected))

  for (const text of [
    'Haushalt 2024, 2025 und 2026 in 1.234,56 Euro',
    'Zählungen 01.01.2024 bis 31.12.2025 an 12 Stellen',
    'Postleitzahlen 48249 bis 48301, Flurstück 17/4',
    'nach DIN EN 1538 und DIN 18040-3',
    'Der Radweg 5 ist zu schmal, am Parkplatz 12 fehlt Licht, 30 Spielplätze',
    'Im Jahr 2026 um 12 Uhr, am Markt 5 Bäume',
    'Ich heiße das gut. Mein Name ist Programm.',
    'Anna-Seghers-Straße und Albert Einstein Gymnasium',
    'Konto DE03 1203 0000 ist kein Konto',
    'B-Plan 12, § 3 Abs. 2 BauGB, Tempo 30, A 43',
  ])
    test(`nothing in ${JSON.stringify(text)}`, () => assert.deepEqual(told(text), []))

  test('a place leads back to the text', () => {
    const text = 'Straße\u00a01: ｐost an a.b@post.example, Tel. 0171 2345678'
    for (const { start, end, value } of personalDataIn(text)) assert.equal(text.slice(start, end), value)
    assert.equal(personalDataIn(text).length, 3)
  })

  test('account numbers are known by their check digits', () => {
    assert.ok(isIban('DE02 1203 0000 0000 2020 51'))
    assert.ok(isIban('NL91 ABNA 0417 1643 00'))
    for (const wrong of ['DE03 1203 0000 0000 2020 51', 'DE02 1203 0000 0000 2002 51', 'DE02 1203 0000 0000 2020 5', 'XX', ''])
      assert.ok(!isIban(wrong), wrong)
  })

  test('texts made to keep it busy do not', () => {
    const start = performance.now()
    for (const piece of [
      'a',
      'A-',
      'A ',
      '0',
      '0 ',
      'a.',
      'a@',
      'a@a.',
      '\n',
      'Grüßen\n',
      'Am A ',
      'Frau ',
      'DE02 ',
      'Tel. 1-',
      'Aa Aa ',
      'ß',
    ])
      personalDataIn(piece.repeat(Math.ceil(50_000 / piece.length)))
    assert.ok(performance.now() - start < 5_000)
  })
})
