import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A record of a made-up portal, as the imitations of the harvest tell it. */
export interface PortalRecord {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly publisher: string
  readonly file: string
  readonly license: string
  readonly theme: string
  readonly format: string
  readonly modified: string
  readonly deleted?: boolean
}

interface PortalImitation {
  readonly path: string
  answer(
    url: URL,
    records: readonly PortalRecord[],
    size: number,
    body?: string,
  ): { readonly type: string; readonly body: string } | undefined
}

/** A portal on this machine whose records and manners a test changes as it goes. */
export interface Portal {
  readonly origin: string
  readonly address: string
  records: PortalRecord[]
  /** Records on a page. */
  size: number
  /** Paths and queries that were asked for. */
  readonly asked: string[]
  /** Answers in its place; false leaves it to the portal. */
  instead: ((request: IncomingMessage, response: ServerResponse, url: URL) => boolean) | undefined
  close(): Promise<void>
}

/** Some records, each like the others. */
export const portalRecords = (count: number, given: (at: number) => Partial<PortalRecord> = () => ({})): PortalRecord[] =>
  Array.from({ length: count }, (_, at) => {
    const number = String(at + 1).padStart(5, '0')
    return {
      id: `satz-${number}`,
      title: `Straßenbäume ${number}`,
      description: `Alle Bäume im Bezirk ${number}, jährlich gezählt.`,
      publisher: 'Stadt Musterhausen',
      file: `https://daten.musterhausen.example/baeume-${number}.csv`,
      license: 'http://dcat-ap.de/def/licenses/dl-zero-de/2.0',
      theme: 'http://publications.europa.eu/resource/authority/data-theme/ENVI',
      format: 'http://publications.europa.eu/resource/authority/file-type/CSV',
      modified: '2026-11-01T08:00:00Z',
      ...given(at),
    }
  })

/** Opens a portal of one kind on a free port. */
export async function openPortal(imitation: PortalImitation, records: PortalRecord[] = []): Promise<Portal> {
  const portal = { records, size: 10, asked: [] as string[], instead: undefined as Portal['instead'] }
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`)
    portal.asked.push(url.pathname + url.search)
    if (portal.instead?.(request, response, url)) return
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const answer = imitation.answer(url, portal.records, portal.size, Buffer.concat(parts).toString())
      const etag = answer && `"${createHash('md5').update(answer.body).digest('hex')}"`
      if (etag && request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end()
      else if (answer && etag) response.writeHead(200, { 'content-type': answer.type, etag }).end(answer.body)
      else response.writeHead(404, { 'content-type': 'text/plain' }).end('nothing here')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return Object.assign(portal, {
    origin,
    address: origin + imitation.path,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  })
}
