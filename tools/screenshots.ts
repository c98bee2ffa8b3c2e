// Takes the pictures of README and handbook from the running demonstration; with --all every page in every width and colour.
import { mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { browser, visitor, withoutBrowser } from '#support/browser.ts'
import { type Colleague, colleague } from '#support/colleague.ts'
import { type DemoServer, demoServer } from '#support/demo-server.ts'
import { addressOf, pageRoutes, remember } from '#support/pages.ts'

const usage = `npm run screenshots [-- NAME...] | npm run screenshots -- --all DIR [--tenant SLUG]...

Makes the pictures that README and handbook show (docs/images), or only those that are named. The browser's own words are German where the system's Chromium has
them (Debian: the package chromium-l10n). With --all, every page at 360, 768 and 1280 px,
light and dark, into DIR; --tenant limits it to these (default: nrw, kreis-sennewald and lindenrode).`

/** Begins a draft and writes what stands in the first step. */
async function writeSomething(page: Page): Promise<void> {
  const main = page.getByRole('main')
  const text = (label: string | RegExp) => main.getByLabel(label).and(page.locator('input:visible, textarea')).first()
  await page.getByRole('button', { name: /Entwurf beginnen/ }).click()
  await page.getByRole('navigation', { name: 'Schritte' }).first().waitFor()
  await text('Titel').fill('Öffentliche Trinkbrunnen')
  await text('Beschreibung').fill(
    'Alle öffentlichen Brunnen mit Trinkwasser: Standort, Straße, Höhe und Tag der letzten Prüfung. Das Grünflächenamt prüft sie jeden Monat.',
  )
  await text(/^Schlagwörter/).fill('Trinkwasser, Brunnen,')
  await main.getByLabel('Umwelt').first().check()
  // Saved by itself, and then read anew: the head of the page says what it is called.
  await page.waitForTimeout(2500)
  await page.reload({ waitUntil: 'networkidle' })
  await page.evaluate('scrollTo(0, 0)')
}

/** The table of a small town, as it may come: a column of its own, a licence in words, a day that is none. */
const table = [
  'Kennung;Titel;Was ist drin;Herausgeber;Stand;Datei;Format;Nutzungsrechte',
  'spielplaetze;Spielplätze;Alle Spielplätze mit Geräten und Alter der Kinder;Stadt Lindenrode;01.10.2026;https://daten.lindenrode.example/spielplaetze.csv;CSV;Frei für alle',
  'spielplaetze;;;;;https://daten.lindenrode.example/spielplaetze.geojson;GeoJSON;Frei für alle',
  'wochenmaerkte;Wochenmärkte;Tage, Zeiten und Stände;Stadt Lindenrode;irgendwann;https://daten.lindenrode.example/maerkte.csv;CSV;Frei für alle',
  'bruecken;Brücken;Baujahr, Länge und letzte Prüfung;Stadt Lindenrode;15.09.2026;https://daten.lindenrode.example/bruecken.csv;CSV;Frei für alle',
  'ohne;;Eine Zeile ohne Titel;Stadt Lindenrode;;https://daten.lindenrode.example/ohne.csv;CSV;',
].join('\r\n')

/** Uploads a table as a source and goes to what its trial run found; a second picture continues where the first one was. */
async function lookAtTable(page: Page): Promise<void> {
  const main = page.getByRole('main')
  await main.getByLabel('Name', { exact: true }).fill('Datenliste des Rathauses')
  await main
    .locator('input[type=file]')
    .setInputFiles({ name: 'datenliste.csv', mimeType: 'text/csv', buffer: Buffer.from(table) })
  await main.getByRole('button', { name: 'Speichern und Probelauf starten' }).click()
  const result = main.getByRole('link', { name: 'Ergebnis ansehen' })
  await result.waitFor({ timeout: 120_000 })
  await result.click()
  await main.getByText('Es fehlt ein Titel').waitFor()
}

/** From there on to what the columns and licences of the table mean. */
async function mapTable(page: Page): Promise<void> {
  await lookAtTable(page)
  await page.getByRole('main').getByRole('link', { name: 'Zuordnung ändern' }).first().click()
  await page.getByRole('main').getByText('Spalten der Tabelle').first().scrollIntoViewIfNeeded()
}

/** What the documents show: a window of this size at this address; `who` is signed in, `prepare` does something first. */
const pictures: readonly {
  name: string
  address: string
  height: number
  who?: Colleague
  prepare?: (page: Page) => Promise<void>
}[] = [
  { name: 'start', address: '/kreis-sennewald', height: 960 },
  { name: 'suche', address: '/kreis-sennewald/daten?q=Z%C3%A4hlung+Verkehr', height: 900 },
  { name: 'datensatz', address: '/lindenrode/daten/baumkataster', height: 900 },
  { name: 'metadaten', address: '/kreis-sennewald/daten/defibrillatoren/metadaten', height: 900 },
  { name: 'orte', address: '/kreis-sennewald/orte', height: 1000 },
  { name: 'anmelden', address: '/lindenrode/anmelden', height: 860 },
  { name: 'konto', address: '/lindenrode/konto', height: 900, who: 'coordinator' },
  { name: 'datensaetze-verwalten', address: '/lindenrode/intern/datensaetze', height: 900, who: 'coordinator' },
  { name: 'freigaben', address: '/lindenrode/intern/freigaben', height: 760, who: 'coordinator' },
  {
    name: 'datensatz-anlegen',
    address: '/lindenrode/intern/entwuerfe/neu',
    height: 900,
    who: 'editor',
    prepare: writeSomething,
  },
  { name: 'quelle-hinzufuegen', address: '/lindenrode/intern/quellen/neu', height: 1000, who: 'coordinator' },
  { name: 'quelle-probelauf', address: '/lindenrode/intern/quellen/neu', height: 1100, who: 'coordinator', prepare: lookAtTable },
  { name: 'quelle-zuordnung', address: '/lindenrode/intern/quellen/neu', height: 1000, who: 'coordinator', prepare: mapTable },
  { name: 'personen', address: '/lindenrode/intern/personen', height: 860, who: 'administrator' },
  { name: 'mandant-einrichten', address: '/lindenrode/intern/einstellungen', height: 900, who: 'administrator' },
  { name: 'protokoll', address: '/lindenrode/intern/protokoll', height: 860, who: 'administrator' },
]
const largest = 300_000
const root = 'nrw'

async function documentPictures(chromium: Browser, portal: DemoServer, only: readonly string[]): Promise<void> {
  for (const { name, address, height, who, prepare } of pictures) {
    if (only.length > 0 && !only.includes(name)) continue
    const options = { colorScheme: 'light', viewport: { width: 1280, height } } as const
    const visit = await (who
      ? colleague(chromium, portal.url, who, { ...options, first: address })
      : visitor(chromium, portal.url, options))
    await visit.page.goto(address, { waitUntil: 'networkidle' })
    await prepare?.(visit.page)
    const file = path.resolve('docs/images', `${name}.png`)
    await visit.page.screenshot({ path: file, animations: 'disabled' })
    await visit.leave()
    const { size } = statSync(file)
    if (size > largest) throw new Error(`${file} has ${size} bytes; documents show at most ${largest}`)
    console.log(`docs/images/${name}.png  ${Math.round(size / 1000)} kB`)
  }
}

/** One tenant's pages; those with parameters by their example or by a link that was seen before. */
async function pagesOf(chromium: Browser, portal: DemoServer, slug: string): Promise<string[]> {
  const base = slug === root ? '' : `/${slug}`
  const visit = await visitor(chromium, portal.url, { expectedStatus: [404] })
  const links = new Set<string>()
  const found: string[] = []
  for (const route of pageRoutes().toSorted((a, b) => a.path.split(':').length - b.path.split(':').length)) {
    const address = await addressOf(visit.page, base, route, links)
    if (!address) continue
    await visit.page.goto(address)
    await remember(visit.page, links)
    found.push(address)
  }
  await visit.leave()
  const states = [
    '/daten?q=Baum',
    '/daten?q=Quastenflosserzucht',
    '/daten?seite=minus',
    '/daten/gibt-es-nicht',
    '/daten?q=Baum&ansicht=karte',
  ]
  return [...found, ...states.map((state) => base + state)]
}

const fileName = (address: string) => (address === '/' ? root : address.slice(1)).replace(/[^\w-]+/g, '_')

async function everyPage(chromium: Browser, portal: DemoServer, folder: string, slugs: readonly string[]): Promise<void> {
  mkdirSync(folder, { recursive: true })
  for (const slug of slugs)
    for (const address of await pagesOf(chromium, portal, slug)) {
      const visit = await visitor(chromium, portal.url, { expectedStatus: [400, 404] })
      await visit.page.goto(address, { waitUntil: 'networkidle' })
      for (const width of [1280, 768, 360])
        for (const colorScheme of ['light', 'dark'] as const) {
          await visit.page.setViewportSize({ width, height: 900 })
          await visit.page.emulateMedia({ colorScheme })
          const file = path.join(folder, `${fileName(address)}-${width}-${colorScheme}.png`)
          await visit.page.screenshot({ path: file, fullPage: true, animations: 'disabled' })
        }
      await visit.leave()
      console.log(address)
    }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { all: { type: 'string' }, tenant: { type: 'string', multiple: true }, help: { type: 'boolean', short: 'h' } },
})
if (values.help) console.log(usage)
else {
  const lacking = withoutBrowser()
  if (lacking) throw new Error(lacking)
  mkdirSync('docs/images', { recursive: true })
  const portal = await demoServer()
  const chromium = await browser()
  try {
    if (values.all)
      await everyPage(chromium, portal, path.resolve(values.all), values.tenant ?? [root, 'kreis-sennewald', 'lindenrode'])
    else await documentPictures(chromium, portal, positionals)
  } finally {
    await chromium.close()
    await portal.stop()
  }
}
