// What a first visit to a page loads, by kind: as it is, with gzip, with brotli.
import { get } from 'node:http'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

interface Part {
  readonly kind: 'html' | 'css' | 'fonts' | 'scripts' | 'pictures'
  readonly address: string
  readonly raw: Buffer
}

const kindOf = (address: string): Part['kind'] =>
  /\.css(\?|$)/.test(address) ? 'css' : /\.woff2/.test(address) ? 'fonts' : /\.js(\?|$)/.test(address) ? 'scripts' : 'pictures'

/** Bytes of the body as they cross the wire; fetch() would unpack them. */
const sent = (url: string): Promise<number> =>
  new Promise((resolve, reject) => {
    get(url, { headers: { accept: '*/*', 'accept-encoding': 'br, gzip' } }, (answer) => {
      let bytes = 0
      answer.on('data', (piece: Buffer) => {
        bytes += piece.length
      })
      answer.once('end', () => resolve(bytes)).once('error', reject)
    }).once('error', reject)
  })

/** Everything that the HTML makes a browser load at once: styles, fonts, scripts, pictures; not what styles ask for later. */
async function partsOf(base: string, path: string): Promise<Part[]> {
  const read = async (address: string) =>
    Buffer.from(await (await fetch(new URL(address, base), { headers: { accept: '*/*' } })).arrayBuffer())
  const html = Buffer.from(await (await fetch(base + path, { headers: { accept: 'text/html' } })).arrayBuffer())
  const text = html.toString('utf8')
  const found = [
    ...text.matchAll(/<link[^>]+rel="(?:stylesheet|preload|icon)"[^>]*href="([^"]+)"/g),
    ...text.matchAll(/<script[^>]+src="([^"]+)"/g),
    ...text.matchAll(/<img[^>]+src="([^"]+)"/g),
  ]
  const addresses = [...new Set(found.map((match) => (match[1] ?? '').replaceAll('&amp;', '&')))].filter((address) =>
    address.startsWith('/'),
  )
  const parts = await Promise.all(
    addresses.map(async (address) => ({ kind: kindOf(address), address, raw: await read(address) })),
  )
  return [{ kind: 'html', address: path, raw: html }, ...parts]
}

/** Prints the table for home, search, dataset and the map of the Land of the demonstration. */
export async function tellBytes(base: string): Promise<void> {
  const pages = { home: '/', search: '/daten?q=verkehr', dataset: '/lindenrode/daten/denkmalliste', map: '/orte' }
  console.log(
    '\nkB of a first visit: raw, gzip, brotli as the server sends it (demonstration; fonts and pictures are not compressed again)',
  )
  for (const [name, path] of Object.entries(pages)) {
    const parts = await partsOf(base, path)
    const cells = await Promise.all(
      (['html', 'css', 'fonts', 'scripts', 'pictures'] as const).map(async (kind) => {
        const own = parts.filter((part) => part.kind === kind)
        const raw = own.reduce((sum, part) => sum + part.raw.length, 0)
        const gzip = own.reduce((sum, part) => sum + gzipSync(part.raw).length, 0)
        const served = (await Promise.all(own.map((part) => sent(new URL(part.address, base).href)))).reduce(
          (sum, size) => sum + size,
          0,
        )
        return { kind, count: own.length, raw, gzip, served }
      }),
    )
    const total = cells.reduce((sum, cell) => sum + cell.served, 0)
    const shown = cells
      .filter((cell) => cell.count > 0)
      .map((cell) =>
        `${cell.kind} ${(cell.raw / 1000).toFixed(1)} ${cell.kind === 'fonts' ? '' : `/ ${(cell.gzip / 1000).toFixed(1)} / ${(cell.served / 1000).toFixed(1)}`}`.trim(),
      )
    const best = brotliCompressSync(parts[0]?.raw ?? '', { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length
    console.log(
      `${name.padEnd(8)} ${(total / 1000).toFixed(0).padStart(4)} kB sent:  ${shown.join('   ')}   (html at best ${(best / 1000).toFixed(1)})`,
    )
  }
}
