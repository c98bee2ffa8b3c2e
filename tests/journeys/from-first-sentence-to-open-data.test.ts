import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { after, before, suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import { says, withAndWithoutScript, withoutBrowser } from '#support/browser.ts'
import { demoStage } from '#support/demo-stage.ts'
import { until } from '#support/until.ts'
import { releaseIt } from './writing.ts'

const stage = demoStage()
const town = '/lindenrode'
const phone = { viewport: { width: 360, height: 740 } } as const

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const link = (page: Page, name: string | RegExp) => page.getByRole('main').getByRole('link', { name }).first().click()

/** What a link gives as a file. */
async function taken(page: Page, name: RegExp): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('main').getByRole('link', { name }).first().click(),
  ])
  return readFileSync(await download.path())
}

/** The cells of a table with commas, some of them in quotes. */
const linesOf = (csv: string): string[][] =>
  csv
    .trim()
    .split(/\r?\n/)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((cell) => (cell[1] ?? cell[2] ?? '').replaceAll('""', '"')),
    )

/** An officer writes a procedure from its first sentence on and publishes it; gives the address of its internal page. */
async function ask(page: Page, title: string): Promise<string> {
  await link(page, 'Verfahren anlegen')
  await page.getByLabel('Ideen sammeln').check()
  await page.getByLabel('Titel', { exact: true }).fill(title)
  await press(page, 'Entwurf anlegen')
  await page.getByLabel('Einleitung').fill('Am Ufer der Linde bauen wir 2027 einen Weg. Was soll dort sein?')
  await page.getByLabel('Das ist offen').fill('Wo soll man sitzen können?')
  await press(page, 'Speichern und weiter')
  for (const [label, value] of [
    ['Name der Phase', 'Ideen sammeln'],
    ['Erster Tag', '1.1.2026'],
    ['Letzter Tag', '31.12.2098'],
  ] as const)
    await page.getByLabel(label).fill(value)
  for (const action of ['Lesen', 'Beitrag schreiben', 'Bewerten']) await page.getByLabel(action, { exact: true }).check()
  await press(page, 'Speichern und weiter')
  await page.getByLabel('Beiträge erscheinen nach der Prüfung').check()
  await press(page, 'Speichern und weiter')
  await page.getByLabel('Themen').fill('Sitzen\nBaden')
  await press(page, 'Speichern')
  await says(page, /Gespeichert/)
  await page.getByRole('navigation', { name: 'Sie sind hier' }).getByRole('link', { name: title }).click()
  const own = new URL(page.url()).pathname
  await link(page, 'Veröffentlichen')
  await press(page, 'Jetzt veröffentlichen')
  await says(page, /Das Verfahren ist öffentlich/)
  return own
}

/** Somebody finds the procedure and writes; gives the secret address of the receipt. */
async function contribute(page: Page, procedure: string, idea: { title: string; body: string; theme: string }): Promise<string> {
  await page.goto(`${town}/mitmachen`)
  await link(page, procedure)
  await link(page, 'Idee eintragen')
  await page.getByLabel('Überschrift').fill(idea.title)
  await page.getByRole('textbox', { name: 'Ihr Beitrag' }).fill(idea.body)
  await page.getByLabel('Thema').selectOption(idea.theme)
  await press(page, 'Weiter zum Prüfen')
  await press(page, 'Absenden')
  await says(page, /Danke, Ihr Beitrag ist da[\s\S]*Wir lesen ihn, bevor er erscheint/)
  return page.url().replace(/\?.*$/, '')
}

async function answer(page: Page, title: string, outcome: string, reason: string | undefined, text: string): Promise<void> {
  await page.getByRole('checkbox', { name: title }).check()
  await page.getByLabel('Ergebnis').selectOption({ label: outcome })
  if (reason) await page.getByLabel('Grund').selectOption({ label: reason })
  await page.getByLabel('Antwort', { exact: true }).fill(text)
  await press(page, 'Vorschau ansehen')
  await press(page, 'Öffentlich antworten')
  await says(page, /Die Antwort ist veröffentlicht/)
}

suite('a procedure from its first sentence to the open dataset', { skip: withoutBrowser() }, () => {
  before(stage.open)
  after(stage.close)

  for (const { script, how } of withAndWithoutScript)
    test(`asked, written, released, answered, decided, done, accounted for, and taken away, ${how}`, async () => {
      const options = { javaScriptEnabled: script }
      const title = `Uferweg an der Linde ${how}`
      const bench = { title: `Eine Bank am Wehr ${how}`, body: 'Dort sieht man die Reiher.', theme: 'Sitzen' }
      const swim = { title: `Ein Steg zum Baden ${how}`, body: 'Im Sommer ist es im Freibad zu voll.', theme: 'Baden' }

      const office = await stage.colleague('administrator', { first: `${town}/intern/verfahren`, ...options })
      const inside = await ask(office.page, title)

      const citizen = await stage.visitor({ ...options, ...phone, expectedCookies: ['allmende-mitmachen'] })
      const receipt = await contribute(citizen.page, title, bench)
      const prefix = (await citizen.page.locator('.alm-receipt__no').innerText()).split('-')[0]
      await contribute(citizen.page, title, swim)

      const moderator = await stage.colleague('officer', { first: `${town}/intern/beitraege`, ...options })
      for (const one of [bench, swim]) {
        await link(moderator.page, one.title)
        await press(moderator.page, 'Veröffentlichen')
        await says(moderator.page, /Der Text ist veröffentlicht/)
        await moderator.page.goto(`${town}/intern/beitraege`)
      }
      await moderator.leave()

      await citizen.page.goto(receipt)
      await link(citizen.page, 'So sehen andere Ihren Beitrag')
      await citizen.page.getByRole('button', { name: /^Zustimmen/ }).click()
      await says(citizen.page, /1 Zustimmung\b/)

      const { page } = office
      await page.goto(`${inside}/antworten`)
      await answer(page, swim.title, 'Wird nicht übernommen.', 'Dagegen steht ein Gesetz.', 'Die Linde ist hier Laichgebiet.')
      await page.goto(`${inside}/antworten`)
      await answer(page, bench.title, 'Wird übernommen.', undefined, 'Die Bank kommt ans Wehr, mit Lehne.')
      await page.goto(`${inside}/beschluesse`)
      await page.getByLabel('Was wurde beschlossen?').fill('Eine Bank am Wehr')
      await page.getByLabel('Wer hat beschlossen?').fill('Rat')
      await page.getByLabel('Tag', { exact: true }).fill('2026-06-17')
      await page.getByLabel('Adresse der Vorlage').fill('https://rat.lindenrode.example/vorlage/88')
      await press(page, 'Beschluss eintragen')
      await says(page, /Der Beschluss ist eingetragen/)
      await page.goto(`${inside}/antworten?liste=alle`)
      await page.getByRole('checkbox', { name: bench.title }).check()
      await page.getByRole('combobox', { name: /^Beschluss/ }).selectOption({ label: 'Eine Bank am Wehr' })
      await press(page, 'Verknüpfen')
      await says(page, /Die Beiträge sind mit dem Beschluss verknüpft/)
      for (const [state, note] of [
        ['läuft', 'Die Bank ist bestellt.'],
        ['umgesetzt', 'Die Bank steht.'],
      ] as const) {
        await page.goto(`${inside}/beschluesse`)
        await page.getByText('Nächsten Schritt eintragen').click()
        await page.getByLabel('Stand').selectOption({ label: state })
        await page.getByLabel('Ein Satz dazu').fill(note)
        await press(page, 'Schritt veröffentlichen')
        await says(page, /Der Schritt ist veröffentlicht/)
      }
      await citizen.page.goto(receipt)
      await says(citizen.page, /Die Bank kommt ans Wehr[\s\S]*Eine Bank am Wehr[\s\S]*Die Bank steht/)
      await citizen.leave()

      await page.goto(`${inside}/bericht`)
      await page.getByLabel('Einleitung').fill('Zwei Ideen kamen, eine davon **steht schon**.')
      await press(page, 'Texte speichern')
      await says(page, /Die Texte sind gespeichert/)
      await press(page, 'Bericht veröffentlichen')
      await says(page, /Der Bericht ist veröffentlicht/)
      await press(page, 'Als offenen Datensatz veröffentlichen')
      await says(page, /Der Datensatz ist fertig und wartet auf die Freigabe durch eine zweite Person/)
      await office.leave()
      const coordinator = await stage.colleague('coordinator', { first: `${town}/intern/freigaben`, ...options })
      await link(coordinator.page, new RegExp(title))
      await releaseIt(coordinator.page, 'Zwei Beiträge')
      await coordinator.leave()

      const mayor = await stage.colleague('reader', { first: `${inside}/bericht`, ...options })
      assert.equal(
        await mayor.page.getByRole('button', { name: /veröffentlichen|speichern/ }).count(),
        0,
        'reads, and changes nothing',
      )
      await link(mayor.page, /^Fassung 1/)
      await says(mayor.page, /Zwei Ideen kamen, eine davon steht schon/)
      await says(mayor.page, /2 Beiträge geschrieben\. 2 haben wir beantwortet, 1 führte zu einem Beschluss, 1 ist umgesetzt/)
      const pdf = await mayor.page.request.get(
        (await mayor.page.getByRole('link', { name: 'Bericht als PDF' }).getAttribute('href')) ?? '',
      )
      const read = spawnSync('pdftotext', ['-', '-'], { input: await pdf.body(), encoding: 'utf8' })
      if (read.status === 0) assert.match(read.stdout, /Zwei Ideen kamen[\s\S]*Ein Steg zum Baden/)
      await mayor.leave()

      const user = await stage.visitor(options)
      const found = user.page.getByRole('main').getByRole('link', { name: `Beiträge: ${title}` })
      // The catalogue takes it into its index a moment later.
      await until(
        async () => {
          await user.page.goto(`${town}/daten?q=${encodeURIComponent('Uferweg Linde Beiträge')}`)
          return (await found.count()) > 0
        },
        30,
        'that the search finds the dataset',
      )
      await found.first().click()
      const csv = (await taken(user.page, /CSV/)).toString()
      const json = JSON.parse((await taken(user.page, /JSON/)).toString()) as {
        beitraege: Record<string, string | number | null>[]
      }
      const number = (n: number) => `${prefix}-000${n}`
      const happened = [
        {
          nummer: number(1),
          titel: bench.title,
          text: bench.body,
          zustimmung: 1,
          ergebnis: 'adopted',
          grund: null,
          stand: 'done',
        },
        {
          nummer: number(2),
          titel: swim.title,
          text: swim.body,
          zustimmung: 0,
          ergebnis: 'not-adopted',
          grund: 'law',
          stand: null,
        },
      ]
      const rows = json.beitraege.map((one) => Object.fromEntries(Object.keys(happened[0] ?? {}).map((key) => [key, one[key]])))
      assert.deepEqual(rows, happened)
      assert.deepEqual(
        json.beitraege.map(({ thema, antwort, beschluss, gremium, beschlossen }) => [
          thema,
          antwort,
          beschluss,
          gremium,
          beschlossen,
        ]),
        [
          ['Sitzen', 'Die Bank kommt ans Wehr, mit Lehne.', 'Eine Bank am Wehr', 'Rat', '2026-06-17'],
          ['Baden', 'Die Linde ist hier Laichgebiet.', null, null, null],
        ],
      )
      const [head = [], ...table] = linesOf(csv)
      assert.deepEqual(
        table.map((line) => Object.fromEntries(head.map((key, i) => [key, line[i] ?? '']))),
        json.beitraege.map((one) => Object.fromEntries(Object.entries(one).map(([key, value]) => [key, String(value ?? '')]))),
        'both files say the same',
      )
      await user.leave()
    })
})
