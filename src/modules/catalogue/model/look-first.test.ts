import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { lookFirst } from './look-first.ts'

suite('what staff looks at before it is published', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['Wo stehen öffentliche Trinkbrunnen, und wann laufen sie?', []],
    ['Haushalt 2024, 2025 und 2026 in 1.234,56 Euro, bitte als CSV', []],
    ['Zählungen 01.01.2024 bis 31.12.2025 an 12 Stellen', []],
    ['Postleitzahlen 48249 bis 48301', []],
    ['Für den Schulweg in der Klasse 4b', []],
    ['Antwort an petra.muster@post.example', ['mail']],
    ['petra (at) post.example', ['mail']],
    ['Rufen Sie an: 02594 / 12 34 56', ['phone']],
    ['Mobil 0171-2345678', ['phone']],
    ['+49 (0)2594 123456', ['phone']],
    ['DE02 1203 0000 0000 2020 51', ['account']],
    ['Siehe https://daten.example/x', ['link']],
    ['[hier](javascript:alert(1))', ['link']],
    ['<img src=x onerror=alert(1)>', ['link']],
    ['Kommen Sie in die Lindenstraße 12b', ['address']],
    ['geboren am 3. Mai 1961', ['birth']],
    ['Ihr seid doch Vollidioten', ['insult']],
    ['Der Bastardindigo im Park', []],
    ['ICH WILL JETZT ENDLICH DIE ZAHLEN UND ZWAR ALLE UND SOFORT', ['shouting']],
  ]
  for (const [text, expected] of cases) test(text, () => assert.deepEqual(lookFirst(text), expected))
})
