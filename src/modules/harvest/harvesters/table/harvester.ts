import { z } from 'zod'
import { defineHarvester, type Page, type Way, type Wish } from '../../harvester.ts'
import { readUpload } from '../../model/local-address.ts'
import { readTablePages } from '../../reading/table-page.ts'

const settings = z.object({})

const accept =
  'text/csv, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet;q=0.9, text/plain;q=0.5, application/octet-stream;q=0.4, */*;q=0.1'

async function* pages(way: Way, address: string, wish: Wish): AsyncGenerator<Page> {
  const answer = await way.ask(address, { accept, ...(wish.mark ? { seal: wish.mark } : {}), unless: wish.mark ? [304] : [] })
  if (!answer) {
    yield { entries: [], next: undefined, ...(wish.mark ? { mark: wish.mark } : {}) }
    return
  }
  const mark = answer.seal ? { mark: answer.seal } : {}
  for await (const page of readTablePages(answer, wish.columns, readUpload(address)?.name))
    yield { ...page, ...mark, complete: true }
}

/** A spreadsheet of metadata: what a small town has. */
export default defineHarvester<z.infer<typeof settings>>({
  id: 'table',
  name: { de: 'Tabelle (CSV, Excel)', en: 'Table (CSV, Excel)' },
  use: {
    de: 'Liest eine Tabelle, in der jede Zeile einen Datensatz oder eine Datei beschreibt. Sie kann im Netz liegen oder hochgeladen werden.',
    en: 'Reads a table in which each line describes a dataset or a file. It may be on the web or be uploaded.',
  },
  example: 'https://www.beispielstadt.de/offene-daten.xlsx',
  settings,
  suits: (address) => (/\.(?:csv|xlsx|tsv)$/i.test(address.pathname) ? 0.9 : 0.05),
  pages: (way, address, _settings, _from, wish) => pages(way, address, wish),
})
