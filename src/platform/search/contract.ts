// What every search adapter must do, as tests: run it over each of them.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { contractRecord, contractRecords, contractSchema } from './contract.records.ts'
import type { SearchAnswer, SearchDocument, SearchIndex, SearchQuery, SearchSchema } from './port.ts'

/** Opens an adapter over a directory (or what stands for it); opening it again after `close` must find the saved state. */
export type OpenForContract = (directory: string, schema: SearchSchema) => Promise<SearchIndex>

async function* inBatches(documents: readonly SearchDocument[], size = 5): AsyncGenerator<readonly SearchDocument[]> {
  for (let i = 0; i < documents.length; i += size) yield documents.slice(i, i + size)
}

/** Asks, expecting an answer. */
async function asked(index: SearchIndex, query: Partial<SearchQuery>): Promise<SearchAnswer> {
  const answer = await index.search({ scope: 'land', ...query })
  assert.ok(answer.ok, `refused: ${JSON.stringify(answer)}`)
  return answer.value
}

const ids = (answer: SearchAnswer) => answer.hits.map((hit) => hit.id)
const count = (answer: SearchAnswer, facet: string, key: string) =>
  answer.facets[facet]?.find((one) => one.key === key)?.count ?? 0

/** The contract: test cases for one adapter. */
export function describeSearchIndex(name: string, open: OpenForContract): void {
  describe(`search index: ${name}`, () => {
    const directory = mkdtempSync(path.join(tmpdir(), 'search-contract-'))
    let index: SearchIndex
    before(async () => {
      index = await open(path.join(directory, 'shared'), contractSchema)
      await index.rebuild(inBatches(contractRecords), 12)
    })
    after(async () => {
      await index.close()
      rmSync(directory, { recursive: true, force: true })
    })
    findsWords(() => index)
    readsQuestions(() => index)
    filters(() => index)
    ordersAndPages(() => index)
    keepsScopesApart(() => index)
    bearsAbsurdInput(() => index)
    changes((place) => open(path.join(directory, place), contractSchema))
  })
}

function findsWords(index: () => SearchIndex): void {
  const finds = async (text: string, id: string) =>
    assert.ok(ids(await asked(index(), { text })).includes(id), `"${text}" finds ${id}`)
  it('finds word forms, umlauts and ß in every spelling', async () => {
    for (const text of ['Verkehrszählung', 'verkehrszaehlungen', 'VERKEHRSZÄHLUNGEN', 'Verkehrsza\u0308hlung'])
      await finds(text, 'zaehlung')
    for (const text of ['Strassenverzeichnis', 'Straßenverzeichnisse']) await finds(text, 'strassen')
  })
  it('finds compounds by their parts and parts by their compound', async () => {
    await finds('Zählung Verkehr', 'zaehlung')
    await finds('Baumkataster', 'baeume')
    await finds('Kataster', 'erlen-baeume')
  })
  it('finds synonyms and says so', async () => {
    for (const text of ['Kita', 'Kindergarten', 'Kindertageseinrichtungen']) await finds(text, 'kitas')
    await finds('Etat', 'haushalt')
    await finds('Bebauungsplan', 'bplan')
    const { expansions } = await asked(index(), { text: 'Kindergarten' })
    assert.deepEqual(
      expansions.map((one) => [one.word, one.why]),
      [['Kindergarten', 'synonym']],
    )
  })
  it('mends typing errors where nothing else is found', async () => {
    const answer = await asked(index(), { text: 'Abfalkalender' })
    assert.equal(ids(answer)[0], 'muell')
    assert.equal(answer.corrected, 'Abfallkalender')
    await finds('Kommunalwhal', 'wahl')
    assert.equal((await asked(index(), { text: 'Wxl' })).total, 0)
  })
  it('puts the title before the text, and the word before what is like it', async () => {
    assert.deepEqual(ids(await asked(index(), { text: 'Verkehrszählung' })).slice(0, 2), ['zaehlung', 'bericht'])
    assert.equal(ids(await asked(index(), { text: 'Baumkataster' }))[0], 'erlen-baeume')
  })
  it('searches only the word as written when asked to', async () => {
    assert.deepEqual(ids(await asked(index(), { text: 'Baumkataster', exact: true })), ['erlen-baeume'])
    assert.equal((await asked(index(), { text: 'Kita', exact: true })).total, 0)
    assert.equal((await asked(index(), { text: 'Verkehrszählungen', exact: true })).total, 1)
  })
  it('keeps numbers and codes', async () => {
    assert.equal(ids(await asked(index(), { text: 'B-Plan 47' }))[0], 'bplan')
    assert.equal((await asked(index(), { text: '4711' })).total, 0)
  })
  it('asks for all words, and for as many as possible where no record has all', async () => {
    const all = await asked(index(), { text: 'Bäume Straßen' })
    assert.deepEqual([all.match, ids(all)], ['all', ['baeume']])
    const some = await asked(index(), { text: 'Nachtigallenzählung Abfallkalender Leerung Restmüll' })
    assert.equal(some.match, 'some')
    assert.equal(ids(some)[0], 'muell')
  })
  it('hands over what is to be marked', async () => {
    const { terms } = await asked(index(), { text: 'Verkehrszählung' })
    assert.ok(terms.words.includes('verkehrszählung') && terms.stems.includes('verkehr'))
  })
  it('suggests words and titles, counted in the scope', async () => {
    const suggestions = await index().suggest('lindau', 'Verk', 6)
    assert.ok(
      suggestions.some(
        (one) => one.kind === 'title' && one.text === 'Verkehrszählungen an Hauptstraßen' && one.id === 'zaehlung',
      ),
    )
    assert.ok(suggestions.every((one) => one.count >= 1))
    assert.deepEqual(await index().suggest('lindau', 'Nachtig', 6), [])
  })
}

function readsQuestions(index: () => SearchIndex): void {
  it('reads phrases', async () => {
    assert.deepEqual(ids(await asked(index(), { text: '"Kataster der Bäume"' })), ['baeume'])
    assert.deepEqual(ids(await asked(index(), { text: '„acht Stellen“' })), ['zaehlung'])
    assert.equal((await asked(index(), { text: '"Bäume der Kataster"' })).total, 0)
  })
  it('reads fields of the schema; other colons are text', async () => {
    assert.deepEqual(ids(await asked(index(), { text: 'titel:Verkehrszählung' })), ['zaehlung'])
    assert.deepEqual(ids(await asked(index(), { text: 'format:xlsx' })), ['haushalt'])
    assert.deepEqual(ids(await asked(index(), { text: 'ort:erlen Bäume' })), ['erlen-baeume'])
    assert.deepEqual(ids(await asked(index(), { text: 'foo:Abfallkalender' })), ['muell'])
  })
  it('leaves out what a minus stands before', async () => {
    assert.deepEqual(ids(await asked(index(), { text: 'Verkehrszählung -Geschäftsbericht' })), ['zaehlung'])
    assert.ok(!ids(await asked(index(), { text: '-Baum' })).includes('baeume'))
  })
}

function filters(index: () => SearchIndex): void {
  it('joins values of a facet by or, facets by and', async () => {
    assert.equal((await asked(index(), { facets: { format: ['XLSX', 'XML'] } })).total, 2)
    assert.deepEqual(ids(await asked(index(), { facets: { format: ['GEOJSON'], place: ['lindau'] } })), ['baeume'])
    assert.equal((await asked(index(), { facets: { format: ['none'] } })).total, 0)
  })
  it('counts a facet without its own selection and the others with it', async () => {
    const answer = await asked(index(), { facets: { format: ['XLSX'] } })
    assert.deepEqual([count(answer, 'format', 'CSV'), count(answer, 'format', 'XLSX')], [9, 1])
    assert.deepEqual(answer.facets.theme, [{ key: 'ECON', count: 1 }])
  })
  it('keeps to the facet limit, but shows chosen values', async () => {
    const answer = await asked(index(), { facets: { theme: ['ECON'] }, facetLimit: 2 })
    assert.equal(answer.facets.theme?.length, 2)
    assert.equal(count(answer, 'theme', 'ECON'), 1)
  })
  it('filters by flags and kinds', async () => {
    assert.deepEqual(ids(await asked(index(), { flags: ['hvd', 'open'] })), ['baeume'])
    assert.equal((await asked(index(), { flags: ['unheard-of'] })).total, 0)
    assert.deepEqual(ids(await asked(index(), { kinds: ['procedure'] })), ['verfahren'])
  })
  it('filters by time, both ends included', async () => {
    assert.deepEqual(ids(await asked(index(), { time: { from: 20_000, to: 20_050 }, sort: 'modified' })), ['bericht', 'zaehlung'])
    assert.deepEqual(ids(await asked(index(), { time: { to: 18_500, on: 'issued' } })), ['baeume'])
  })
  it('filters by area: what touches it, never what has none', async () => {
    assert.deepEqual(ids(await asked(index(), { bbox: [9.79, 47.4, 9.9, 47.51] })), ['zaehlung'])
    assert.equal((await asked(index(), { bbox: [-180, -90, 180, 90] })).total, 2)
  })
}

function ordersAndPages(index: () => SearchIndex): void {
  it('orders by change, issue and title', async () => {
    assert.equal(ids(await asked(index(), { sort: 'modified' }))[0], 'erlen-baeume')
    assert.equal(ids(await asked(index(), { sort: 'issued' }))[0], 'zaehlung')
    assert.deepEqual(ids(await asked(index(), { sort: 'title' })).slice(0, 4), ['muell', 'bplan', 'erlen-baeume', 'verfahren'])
  })
  it('gives pages that join without gap or double, up to a bound', async () => {
    const whole = ids(await asked(index(), { limit: 12 }))
    const pages = await Promise.all([0, 5, 10].map(async (offset) => ids(await asked(index(), { offset, limit: 5 }))))
    assert.deepEqual(pages.flat(), whole)
    assert.equal(new Set(whole).size, contractRecords.length)
    assert.deepEqual(ids(await asked(index(), { offset: 500 })), [])
    const deep = await index().search({ scope: 'land', offset: 9_990, limit: 20 })
    assert.deepEqual(deep, { ok: false, error: { code: 'page-too-deep', field: 'offset', limit: 10_000 } })
  })
  it('gives counts alone', async () => {
    const answer = await asked(index(), { text: 'Verkehrszählung', limit: 0 })
    assert.deepEqual([answer.hits, answer.total], [[], 2])
  })
}

function keepsScopesApart(index: () => SearchIndex): void {
  it('shows nothing of another tenant: no hit, no count, no expansion, no correction', async () => {
    for (const text of ['Nachtigallenzählung', 'Nachtigalenzählung', '"Nachtigallenzählung"', 'Nachtigallen*', 'Nachtigall']) {
      const answer = await asked(index(), { scope: 'lindau', text })
      assert.ok(!JSON.stringify({ ...answer, terms: null }).includes('achtigallenz'), `${text}: ${JSON.stringify(answer)}`)
      assert.ok(!ids(answer).includes('erlen-geheim'))
    }
    const besides = async (scope: string) =>
      (await asked(index(), { scope, text: 'Baumbestand' })).expansions.flatMap((one) => one.with)
    assert.ok((await besides('erlen')).includes('Baumkataster'))
    assert.ok(!(await besides('lindau')).includes('Baumkataster'))
    const all = await asked(index(), { scope: 'lindau' })
    assert.equal(all.total, contractRecords.length - 2)
    assert.equal(count(all, 'place', 'erlen'), 0)
  })
  it('shows the district what its towns have, and a stranger nothing', async () => {
    assert.equal((await asked(index(), { scope: 'kreis' })).total, contractRecords.length)
    assert.equal((await asked(index(), { scope: 'nirgends' })).total, 0)
    assert.deepEqual(await index().suggest('nirgends', 'Verk', 5), [])
  })
}

function bearsAbsurdInput(index: () => SearchIndex): void {
  it('refuses what is too long or no number, by name', async () => {
    const refused = async (query: Partial<SearchQuery>) => {
      const answer = await index().search({ scope: 'land', ...query })
      return answer.ok ? 'answered' : `${answer.error.code} ${answer.error.field}`
    }
    assert.equal(await refused({ text: 'x'.repeat(10_000) }), 'text-too-long text')
    assert.equal(await refused({ text: 'a b '.repeat(20) }), 'too-many-words text')
    assert.equal(await refused({ offset: -1 }), 'bad-number offset')
    assert.equal(await refused({ limit: 1.5 }), 'bad-number limit')
    assert.equal(await refused({ limit: Number.NaN }), 'bad-number limit')
    assert.equal(await refused({ facetLimit: 1e9 }), 'bad-number facetLimit')
    assert.equal(await refused({ bbox: [1, 2, Number.NaN, 4] }), 'bad-number bbox')
    assert.equal(await refused({ time: { from: Number.POSITIVE_INFINITY } }), 'bad-number time')
    assert.equal(await refused({ facets: { unknown: ['x'] } }), 'unknown-facet unknown')
  })
  it('answers operators, control characters, emoji and patterns, and lives on', async () => {
    for (const text of [
      '"',
      '""',
      '- -',
      ':',
      'titel:',
      'titel:""',
      '*',
      '\u0000',
      '😀',
      '.*(a+)+$',
      '[',
      "'; drop table",
      '<b>',
      '\ud800',
      'der die das',
      'a\u0308'.repeat(300),
    ])
      assert.ok((await index().search({ scope: 'land', text })).ok, JSON.stringify(text))
    assert.equal((await asked(index(), { text: '"" : *' })).total, 0)
    for (const prefix of ['', ' ', '\u0000', '😀', 'x'.repeat(10_000), '.*'])
      assert.deepEqual(await index().suggest('land', prefix, 5), [])
    assert.deepEqual(await index().suggest('land', 'Verk', -3), [])
    assert.equal((await asked(index(), { text: 'Abfallkalender' })).total, 1)
  })
  it('treats names of object properties as words', async () => {
    for (const text of ['constructor', '__proto__:x', 'toString']) assert.equal((await asked(index(), { text })).total, 0)
  })
}

function changes(openAt: (place: string) => Promise<SearchIndex>): void {
  const withIndex = async (place: string, work: (index: SearchIndex) => Promise<void>) => {
    const index = await openAt(place)
    try {
      await work(index)
    } finally {
      await index.close()
    }
  }
  const brunnen = contractRecord({ id: 'neu', title: 'Trinkbrunnen' })
  it('takes in, replaces and takes out, seen at once', () =>
    withIndex('changes', async (index) => {
      await index.upsert(contractRecords, 1)
      await index.upsert([brunnen], 2)
      assert.deepEqual(ids(await asked(index, { text: 'Trinkbrunnen' })), ['neu'])
      await index.upsert([contractRecord({ id: 'neu', title: 'Sitzbänke' })], 3)
      assert.equal((await asked(index, { text: 'Trinkbrunnen', exact: true })).total, 0)
      assert.deepEqual(ids(await asked(index, { text: 'Sitzbank' })), ['neu'])
      await index.remove(['neu', 'never-there'], 4)
      assert.equal((await asked(index, {})).total, contractRecords.length)
      assert.equal(await index.cursor(), 4)
    }))
  it('takes the last of two documents with one id', () =>
    withIndex('doubles', async (index) => {
      await index.upsert([brunnen, contractRecord({ id: 'neu', title: 'Sitzbänke' })])
      assert.equal((await asked(index, {})).total, 1)
      await index.rebuild(inBatches([brunnen, ...contractRecords, contractRecord({ id: 'neu', title: 'Parkuhren' })]), 1)
      assert.equal((await asked(index, {})).total, contractRecords.length + 1)
      assert.deepEqual(ids(await asked(index, { text: 'Parkuhr' })), ['neu'])
    }))
  it('stays right over many small changes', () =>
    withIndex('many', async (index) => {
      for (let i = 0; i < 60; i++)
        await index.upsert([contractRecord({ id: `r${i % 25}`, title: `Messung ${i}`, modified: i })], i)
      const answer = await asked(index, { text: 'Messung', limit: 100, sort: 'modified' })
      assert.deepEqual(
        ids(answer),
        Array.from({ length: 25 }, (_, i) => `r${(59 - i) % 25}`),
      )
      assert.deepEqual(ids(await asked(index, { text: 'Messung', limit: 100, sort: 'title' })).length, 25)
      assert.equal(await index.cursor(), 59)
    }))
  it('finds compounds in what came piece by piece', () =>
    withIndex('pieces', async (index) => {
      for (const record of contractRecords) await index.upsert([record])
      assert.ok(ids(await asked(index, { text: 'Zählung Verkehr' })).includes('zaehlung'))
    }))
  it('keeps the old state when a rebuild breaks off', () =>
    withIndex('broken', async (index) => {
      await index.upsert(contractRecords, 5)
      const broken = (async function* () {
        yield [brunnen]
        throw new Error('the database went away')
      })()
      await assert.rejects(index.rebuild(broken, 9), /went away/)
      assert.equal((await asked(index, {})).total, contractRecords.length)
      assert.equal(await index.cursor(), 5)
    }))
  it('remembers documents and cursor over close and open', async () => {
    await withIndex('reopened', async (index) => {
      assert.equal((await index.stats()).empty, true)
      await index.rebuild(inBatches(contractRecords), 41)
      await index.remove(['muell'], 42)
      await index.save()
    })
    await withIndex('reopened', async (index) => {
      assert.equal(await index.cursor(), 42)
      assert.equal((await asked(index, {})).total, contractRecords.length - 1)
      assert.ok(ids(await asked(index, { text: 'Zählung Verkehr' })).includes('zaehlung'))
      await index.upsert([brunnen], 43)
      assert.deepEqual(ids(await asked(index, { text: 'Trinkbrunnen' })), ['neu'])
    })
  })
}
