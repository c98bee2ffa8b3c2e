import assert from 'node:assert/strict'
import path from 'node:path'
import { test } from 'node:test'
import { joinMessages, translator } from '#kernel/locale.ts'
import { discoverExamples } from '../discover-examples.ts'
import { renderToString } from '../jsx/html.ts'
import { de } from '../locales/de.ts'
import { en } from '../locales/en.ts'

const found = await discoverExamples(import.meta.dirname)
const languages = [translator('de', joinMessages([de])), translator('en', joinMessages([en]))]

test('every folder of components shows examples, except those that only serve others', async () => {
  const { readdir } = await import('node:fs/promises')
  const folders = (await readdir(import.meta.dirname, { withFileTypes: true })).filter((entry) => entry.isDirectory())
  const serving = ['hidden-values', 'marked']
  const missing = folders
    .map((entry) => entry.name)
    .filter((name) => !serving.includes(name) && !found.some((one) => one.name === name))
  assert.deepEqual(missing, [])
  assert.ok(found.length > 20)
})

for (const t of languages)
  test(`all examples in ${t.lang}: no inline style, no inline script, every text there, every reference leads somewhere`, () => {
    for (const { name, examples } of found)
      for (const state of examples(t, (file) => `/assets/${file}`).states) {
        const html = renderToString(state.show)
        const where = `${name}, ${state.name}`
        // The content policy allows neither; a browser would drop them without a word.
        assert.doesNotMatch(html, /\sstyle=|<style|<script|\son\w+=/i, where)
        assert.doesNotMatch(html, />ui\.|"ui\./, `${where}: text key without a text`)
        const ids = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map((m) => m[1]))
        for (const [, refs = ''] of html.matchAll(/\s(?:for|aria-labelledby|aria-describedby)="([^"]+)"/g))
          for (const ref of refs.split(' ')) assert.ok(ids.has(ref), `${where}: nothing has the id ${ref}`)
      }
  })

test('German and English have the same keys and the same places', () => {
  assert.deepEqual(Object.keys(de).sort(), Object.keys(en).sort())
  const places = (text = '') => (text.match(/\{\w+\}/g) ?? []).sort().join()
  for (const key of Object.keys(de)) assert.equal(places(en[key]), places(de[key]), key)
})

test('a folder that cannot be read is named', async () => {
  await assert.rejects(discoverExamples(path.join(import.meta.dirname, 'nowhere')), /nowhere/)
})
