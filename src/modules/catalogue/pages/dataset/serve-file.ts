import { type Answer, body, problem, stream, type Visit } from '#platform/http'
import { type CatalogueHouse, storeOf } from '../../house.ts'

/** A single byte range of a file: null where the whole is asked for, `unsatisfiable` where it lies outside (RFC 9110, 14.1.2). */
export function rangeOf(header: string | undefined, size: number): { start: number; end: number } | null | 'unsatisfiable' {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? []
  if (from === '' && to === '') return null
  if (from === '') {
    const length = Number(to)
    return length === 0 || size === 0 ? 'unsatisfiable' : { start: Math.max(0, size - length), end: size - 1 }
  }
  const start = Number(from)
  const end = to === '' ? size - 1 : Math.min(Number(to), size - 1)
  // The end before the start is no range at all: the header is ignored.
  if (to !== '' && Number(to) < start) return null
  return start >= size ? 'unsatisfiable' : { start, end }
}

/** Whether one of the tags of If-None-Match is this one; weak tags count. */
const matches = (header: string | undefined, etag: string) =>
  header !== undefined && (header.trim() === '*' || header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag))

/** A name that tells whose file it is when it lies in a folder of downloads: `lindenrode-baumkataster.csv`. */
function disposition(name: string, owner: string): string {
  const full = name.includes(owner) ? name : `${owner}-${name}`
  const plain = full.normalize('NFKD').replace(/[^\w.+-]/g, '_')
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(full).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)}`
}

const types: Readonly<Record<string, string>> = { 'text/csv': 'text/csv; header=present' }

async function* nothing(): AsyncGenerator<Buffer> {}

/** A file that the portal keeps: as a stream, whole or in part, with conditions. Everyone may fetch it from everywhere; no browser may run it. */
export async function serveFile(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const { slug = '', name = '' } = visit.params
  const file = (await storeOf(house, visit.site).files(slug)).find((one) => one.name === name)
  if (!file || !house.storage.has(file.sha256))
    return problem({
      status: 404,
      id: 'catalogue/no-file',
      title: visit.t('catalogue.nofile.title'),
      detail: visit.t('catalogue.nofile.detail'),
    })
  const asked = visit.request.headers
  // Ranges, length and fingerprint speak of these very bytes: the compression of the server has to leave them alone.
  asked['x-no-compression'] = '1'
  const content = (range?: { start: number; end: number }) =>
    visit.request.method === 'HEAD' ? nothing() : house.storage.read(file.sha256, range)
  const etag = `"${file.sha256}"`
  const headers: Record<string, string> = {
    etag,
    'accept-ranges': 'bytes',
    'last-modified': file.changedAt.toUTCString(),
    'cache-control': 'public, no-cache',
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'Content-Length, Content-Range, ETag, Content-Disposition',
    'cross-origin-resource-policy': 'cross-origin',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  }
  const none = asked['if-none-match']
  const since = Date.parse(asked['if-modified-since'] ?? '')
  if (none !== undefined ? matches(none, etag) : since >= Math.floor(file.changedAt.getTime() / 1000) * 1000)
    return body(file.mediaType, '', headers, 304)
  const fresh = asked['if-range'] === undefined || asked['if-range'] === etag || asked['if-range'] === headers['last-modified']
  const range = fresh ? rangeOf(asked.range, file.bytes) : null
  if (range === 'unsatisfiable')
    return body('text/plain; charset=utf-8', '', { ...headers, 'content-range': `bytes */${file.bytes}` }, 416)
  const all = { ...headers, 'content-disposition': disposition(name, visit.site.slug) }
  const type = types[file.mediaType] ?? file.mediaType
  if (range)
    return stream(
      type,
      content(range),
      {
        ...all,
        'content-length': String(range.end - range.start + 1),
        'content-range': `bytes ${range.start}-${range.end}/${file.bytes}`,
      },
      206,
    )
  return stream(type, content(), { ...all, 'content-length': String(file.bytes) })
}
