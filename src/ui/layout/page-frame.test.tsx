import assert from 'node:assert/strict'
import { test } from 'node:test'
import { translator } from '#kernel/locale.ts'
import { de } from '../locales/de.ts'
import { renderDocument, scriptJson } from './document.ts'
import { ErrorPage } from './error-page.tsx'
import { PageFrame, type PageFrameProps } from './page-frame.tsx'

const t = translator('de', de)
const hostile = '"><script>alert(1)</script>'
const frame = (more: Partial<PageFrameProps> = {}): PageFrameProps => ({
  lang: 'de',
  asset: (name) => `/assets/${name}`,
  site: { name: 'Kreis Sennewald', home: '/', officialLine: 'Offizielle Website des Kreises Sennewald' },
  navigation: [
    { href: '/daten', text: 'Daten', current: true },
    { href: '/orte', text: 'Orte' },
  ],
  foot: { groups: [{ title: 'Rechtliches', links: [{ href: '/impressum', text: 'Impressum' }] }] },
  t,
  children: 'Inhalt',
  ...more,
})
const render = (more?: Partial<PageFrameProps>) => renderDocument(<PageFrame {...frame(more)} />)

test('a page is a whole document with language, skip link, one main and the current area', () => {
  const html = render({ title: 'Suche' })
  assert.match(html, /^<!doctype html><html lang="de" dir="ltr">/)
  assert.match(html, /<title>Suche – Kreis Sennewald<\/title>/)
  assert.match(html, /<a class="alm-skip" href="#inhalt">Zum Inhalt springen<\/a>/)
  assert.equal(html.match(/<main id="inhalt"/g)?.length, 1)
  assert.match(html, /<a href="\/daten" aria-current="true">Daten<\/a>/)
})

test('hostile text stays text, in the head, the header, the way here and linked data', () => {
  const html = render({
    title: hostile,
    description: hostile,
    canonical: `https://x.example/${hostile}`,
    crumbs: [{ text: hostile, href: '/' }, { text: hostile }],
    jsonLd: [{ name: `</script>${hostile}<!--` }],
    search: { action: '/suche', label: hostile },
  })
  assert.doesNotMatch(html, /<script>|<script(?! type="(application\/ld\+json|module)")/)
  assert.equal(html.match(/<\/script>/g)?.length, 1)
})

test('linked data can be read back', () => {
  const value = { name: '</script><b>&', list: [1, 'ä'] }
  assert.deepEqual(JSON.parse(scriptJson(value)), value)
  assert.doesNotMatch(scriptJson(value), /[<>&]/)
})

test('islands are modules, feeds and languages are announced', () => {
  const html = render({
    islands: ['search-bar'],
    alternates: [{ type: 'application/atom+xml', href: 'https://x.example/feed', title: 'Neue Daten' }],
    hreflangs: [{ lang: 'en', href: 'https://x.example/en' }],
  })
  assert.match(html, /<script type="module" src="\/assets\/search-bar\.js"><\/script>/)
  assert.match(html, /rel="alternate" type="application\/atom\+xml" href="https:\/\/x\.example\/feed" title="Neue Daten"/)
  assert.match(html, /rel="alternate" hreflang="en"/)
})

test('without a quick search the header has no form, and without links nothing leads nowhere', () => {
  assert.doesNotMatch(render(), /<form/)
  assert.doesNotMatch(render(), /href="#"|Anmelden/)
})

test('an error page says what happened, what to do, and the id for support', () => {
  const html = renderDocument(
    <ErrorPage {...frame()} happened="Diese Seite gibt es nicht" todo="Suchen Sie nach dem Namen." id="7f3a" />,
  )
  assert.match(html, /<h1>Diese Seite gibt es nicht<\/h1>/)
  assert.match(html, /Kennung für den Support: <code>7f3a<\/code>/)
  assert.match(html, /<meta name="robots" content="noindex"\/?>/)
})

test('somebody who is signed in sees the ways to account and internal pages; without the right only the first', () => {
  const person = { name: 'Jana Albers', href: '/konto', staffHref: '/intern' }
  assert.match(render({ person }), /<a href="\/konto">Jana Albers<\/a>.*<a href="\/intern">Interner Bereich<\/a>/)
  assert.doesNotMatch(render({ person: { ...person, staffHref: undefined } }), /Interner Bereich/)
  assert.doesNotMatch(render(), /alm-strip__me/)
})
