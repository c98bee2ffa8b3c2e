import assert from 'node:assert/strict'
import { test } from 'node:test'
import { translator } from '#kernel/locale.ts'
import { renderToString } from '../../jsx/html.ts'
import { en } from '../../locales/en.ts'
import { Pagination, pageNumbers } from './pagination.tsx'

test('page numbers: first, last, neighbours, gaps as 0', () => {
  assert.deepEqual(pageNumbers(1, 98), [1, 2, 3, 4, 0, 98])
  assert.deepEqual(pageNumbers(50, 98), [1, 0, 49, 50, 51, 0, 98])
  assert.deepEqual(pageNumbers(98, 98), [1, 0, 95, 96, 97, 98])
  assert.deepEqual(pageNumbers(2, 3), [1, 2, 3])
})

test('one page needs no links; the current one is named; the ends have no way beyond', () => {
  const t = translator('en', en)
  const at = (page: number, pages: number) =>
    renderToString(<Pagination page={page} pages={pages} href={(n) => `?seite=${n}`} t={t} />)
  assert.equal(at(1, 1), '')
  assert.match(at(1, 3), /aria-label="Page 1" aria-current="page"/)
  assert.doesNotMatch(at(1, 3), /rel="prev"/)
  assert.doesNotMatch(at(3, 3), /rel="next"/)
})
