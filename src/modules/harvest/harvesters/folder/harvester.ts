import { createHash } from 'node:crypto'
import { z } from 'zod'
import { defineHarvester, type Page, type Way, type Wish } from '../../harvester.ts'
import { HarvestFault } from '../../model/fault.ts'
import { readRdfPage } from '../../reading/rdf-page.ts'
import { readTablePages } from '../../reading/table-page.ts'

const settings = z.object({})

const isTable = (name: string) => /\.(?:csv|xlsx)$/i.test(name)
const isRdf = (name: string) => /\.(?:ttl|rdf|xml|jsonld|json|nt)$/i.test(name)

async function* pages(way: Way, address: string, from: string | undefined, wish: Wish): AsyncGenerator<Page> {
  const files = (await way.files(address)).filter(({ name }) => isTable(name) || isRdf(name))
  const mark = createHash('sha256').update(JSON.stringify(files)).digest('hex')
  if (mark === wish.mark || files.length === 0) {
    yield { entries: [], next: undefined, mark }
    return
  }
  // In the order of their names; after a stop with the file that was not read to its end.
  for (const [at, file] of files.entries()) {
    if (from !== undefined && file.name < from) continue
    const answer = await way.get(file.address)
    const after = files[at + 1]?.name
    const last = { next: after, piece: true, mark, complete: true }
    if (isTable(file.name))
      for await (const { announced: _, ...page } of readTablePages(answer, wish.columns, file.name, `${file.name}#`))
        yield { ...page, ...last, next: page.next === undefined ? after : file.name }
    else {
      const { announced: _, ...page } = await readRdfPage(answer, file.name)
      if (page.next !== undefined) throw new HarvestFault('not-this-kind', { url: file.name })
      yield { ...page, ...last }
    }
  }
}

/** A folder of this machine in which another program or a colleague leaves files with metadata. */
export default defineHarvester<z.infer<typeof settings>>({
  id: 'folder',
  name: { de: 'Ordner mit Dateien', en: 'Folder of files' },
  use: {
    de: 'Liest alle Tabellen (CSV, Excel) und Kataloge (RDF/XML, Turtle, JSON-LD) eines Ordners. Wer das System betreibt, richtet den Ordner ein.',
    en: 'Reads all tables (CSV, Excel) and catalogues (RDF/XML, Turtle, JSON-LD) of a folder. Whoever runs the system sets the folder up.',
  },
  example: 'ordner:geodaten',
  settings,
  suits: (address) => (address.protocol === 'ordner:' ? 1 : 0),
  pages: (way, address, _settings, from, wish) => pages(way, address, from, wish),
})
