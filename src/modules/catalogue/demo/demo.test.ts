import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { DataService, Dataset } from '#standards/dcat-ap-de'
import { type DemoAddresses, type DemoEntry, demoDatasets, demoTenant, demoTenants, type TableSchema, withFiles } from './demo.ts'
import { departments } from './departments.ts'

const addresses: DemoAddresses = {
  recordUri: (tenant, slug) => `https://portal.example/${tenant}/daten/${slug}`,
  fileUrl: (tenant, slug, file) => `https://portal.example/${tenant}/dateien/${slug}/${file}`,
}
const entries = demoDatasets(addresses)
const datasetOf = ({ dataset }: DemoEntry): Dataset | undefined => (dataset.kind === 'service' ? undefined : dataset)
const serviceOf = ({ dataset }: DemoEntry): DataService | undefined => (dataset.kind === 'service' ? dataset : undefined)
const entry = (tenant: string, slug: string): DemoEntry => {
  const found = entries.find((one) => one.tenant === tenant && one.slug === slug)
  assert.ok(found, `${tenant}/${slug}`)
  return found
}

describe('the records of the demonstration', () => {
  test('every tenant but the Land has records, Steinbrück seven', () => {
    const count = (slug: string) => entries.filter(({ tenant }) => tenant === slug).length
    for (const { slug } of demoTenants.filter(({ kind }) => kind !== 'land')) assert.ok(count(slug) > 3, slug)
    assert.equal(count('nrw'), 0)
    assert.equal(count('steinbrueck'), 7)
    assert.ok(entries.length >= 60)
  })

  test('every address and slug is there once', () => {
    assert.equal(new Set(entries.map(({ tenant, slug }) => `${tenant}/${slug}`)).size, entries.length)
    for (const { slug, files } of entries) {
      assert.match(slug, /^[a-z0-9-]+$/)
      assert.equal(new Set(files.map(({ name }) => name)).size, files.length, slug)
    }
  })

  test('every record says what, who, when and under which licence', () => {
    for (const { slug, tenant, dataset } of entries) {
      const sentences = dataset.description[0]?.value.split(/[.:;!?](?=\s|$)/).filter((part) => part.trim()) ?? []
      assert.ok(sentences.length >= 2 && sentences.length <= 8, `${slug}: ${sentences.length} sentences`)
      assert.deepEqual(
        dataset.title.map(({ lang }) => lang),
        ['de', 'en'],
        slug,
      )
      assert.ok(dataset.keyword.length >= 3 && dataset.theme.length > 0, slug)
      assert.ok(dataset.publisher?.name[0] && dataset.contactPoint[0]?.email, slug)
      assert.ok(
        dataset.issued && dataset.modified && dataset.issued <= dataset.modified && dataset.modified <= '2026-11-20',
        slug,
      )
      assert.equal(dataset.spatial.length, 1, slug)
      assert.ok(dataset.uri.includes(`/${tenant}/`))
      if (dataset.hvdCategory.length) assert.ok(dataset.applicableLegislation.length > 0, slug)
    }
  })

  test('only the defibrillators lack a licence, and only they', () => {
    const without = entries.filter((one) => datasetOf(one)?.distribution.some(({ license }) => !license))
    assert.deepEqual(
      without.map(({ slug }) => slug),
      ['defibrillatoren'],
    )
  })

  test('series and services name records that exist', () => {
    const uris = new Set(entries.map(({ dataset }) => dataset.uri))
    for (const one of entries) {
      const named = [
        ...(datasetOf(one)?.inSeries ?? []),
        ...(datasetOf(one)?.distribution.flatMap(({ accessService }) => accessService) ?? []),
        ...(serviceOf(one)?.servesDataset ?? []),
      ]
      for (const uri of named) assert.ok(uris.has(uri), `${one.slug} names ${uri}`)
    }
  })

  test('a distribution that is ours has its file, and every file its distribution', () => {
    for (const one of entries) {
      const urls = one.files.map(({ name }) => addresses.fileUrl(one.tenant, one.slug, name))
      const own = (datasetOf(one)?.distribution ?? [])
        .flatMap(({ downloadURL }) => downloadURL)
        .filter((url) => url.startsWith('https://portal.example/'))
      assert.deepEqual(own, urls, one.slug)
    }
  })

  test('with files, size and checksum stand in the distribution', () => {
    const { entry: filled, files } = withFiles(entry('steinbrueck', 'spielplaetze'), addresses)
    const [distribution] = datasetOf(filled)?.distribution ?? []
    assert.equal(distribution?.byteSize, files[0]?.bytes.byteLength)
    assert.equal(distribution?.checksum?.value, files[0]?.sha256)
    assert.deepEqual(
      distribution?.conformsTo.map(({ uri }) => uri),
      [`${distribution?.downloadURL[0]}.schema.json`],
    )
    const schema: TableSchema = JSON.parse(Buffer.from(files[1]?.bytes ?? []).toString())
    assert.equal(schema.fields.find(({ name }) => name === 'alter_von')?.unit, 'Jahre')
  })
})

describe('nobody real is named', () => {
  test('every address in records and legal texts ends in .example', () => {
    const all = JSON.stringify([entries.map(({ dataset }) => dataset), demoTenants])
    const mails = all.match(/[\w.+-]+@[\w.-]+\w/g) ?? []
    assert.ok(mails.length > 60)
    for (const mail of mails) assert.match(mail, /\.example$/)
  })

  test('mailboxes belong to offices: one plain word, no first name and surname', () => {
    for (const { mailbox } of Object.values(departments)) assert.match(mailbox, /^[a-z]+@/)
  })

  test('keys, postal codes and telephone numbers come from ranges that nobody has', () => {
    for (const { ags, ars, contact, kind } of demoTenants) {
      if (kind === 'kreis' || kind === 'gemeinde') assert.ok(ags?.startsWith('05898') && ars?.startsWith('05898'))
      assert.match(contact.postalCode, /^43/)
      assert.match(contact.phone, /^\+49 221 4710 \d{3}$/)
    }
  })
})

describe('the tenants', () => {
  test('parents come before children', () => {
    demoTenants.forEach(({ parent }, at) => {
      if (parent) assert.ok(demoTenants.slice(0, at).some(({ slug }) => slug === parent))
    })
  })

  test('the district has the people of its three places', () => {
    const people = ['lindenrode', 'auenfeld', 'steinbrueck'].map((slug) => demoTenant(slug).population ?? 0)
    assert.deepEqual(people, [40_987, 12_304, 3_911])
    assert.equal(demoTenant('kreis-sennewald').population, 57_202)
  })

  const channel = (hex: string, at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  const luminance = (hex: string): number => 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5)
  const contrast = (a: string, b: string): number => {
    const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
    return (high + 0.05) / (low + 0.05)
  }

  test('accents reach 7:1 on both grounds', () => {
    for (const { slug, accent } of demoTenants) {
      assert.ok(contrast(accent.light, '#FFFFFF') >= 7, `${slug} light`)
      assert.ok(contrast(accent.dark, '#0F1411') >= 7, `${slug} dark`)
    }
  })

  test('legal texts exist in both languages and admit that the place is invented', () => {
    for (const { legal } of demoTenants)
      for (const text of [legal.imprint, legal.privacy, legal.accessibility]) {
        assert.match(text.de, /Dieser Ort ist erfunden/)
        assert.match(text.en, /This place is invented/)
        assert.equal(text.de.match(/^## /gm)?.length, text.en.match(/^## /gm)?.length)
      }
  })
})
