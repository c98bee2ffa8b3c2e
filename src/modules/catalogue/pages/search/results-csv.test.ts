import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvCell, csvLine } from './results-csv.ts'

test('cells with commas, quotes or lines are quoted (RFC 4180)', () => {
  assert.equal(
    csvLine(['Straßen, Wege', 'sagt "ja"', 'zwei\r\nZeilen', 12, undefined]),
    '"Straßen, Wege","sagt ""ja""","zwei\nZeilen",12,\r\n',
  )
})

test('a cell that a spreadsheet would calculate becomes text', () => {
  for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\tx']) assert.equal(csvCell(text).charAt(0), "'", text)
  assert.equal(csvCell('=HYPERLINK("http://x.example")'), `"'=HYPERLINK(""http://x.example"")"`)
  assert.equal(csvCell(-5), '-5')
})
