import { type Answer, body, stream, type Visit } from '#platform/http'
import type { ParticipationHouse } from '../house.ts'

/** A file that people gave us, as a page gives it out. */
interface Kept {
  readonly sha256: string
  readonly mediaType: string
  readonly bytes: number
}

/** What keeps a browser from running a file of other people on our pages. */
export const harmless = {
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
} as const

/** Makes a browser save a file, under its name. */
export const savedAs = (name: string) => {
  const plain = name.normalize('NFKD').replace(/[^\w.+-]/g, '_')
  return {
    'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, '')}`,
  }
}

/** A file as an answer, with these headers and those that make it harmless. */
export function keptFile(
  house: Pick<ParticipationHouse, 'storage'>,
  visit: Visit,
  { sha256, mediaType, bytes }: Kept,
  headers: Readonly<Record<string, string>>,
): Answer {
  // The length speaks of these very bytes: the compression of the server has to leave them alone.
  visit.request.headers['x-no-compression'] = '1'
  return stream(mediaType, house.storage.read(sha256), { ...harmless, ...headers, 'content-length': String(bytes) })
}

/** The same for a file that a browser may have already: then it is told so. */
export function taggedFile(
  house: Pick<ParticipationHouse, 'storage'>,
  visit: Visit,
  file: Kept,
  headers: Readonly<Record<string, string>>,
): Answer {
  const etag = `"${file.sha256}"`
  return visit.request.headers['if-none-match'] === etag
    ? body(file.mediaType, '', { ...harmless, ...headers, etag }, 304)
    : keptFile(house, visit, file, { ...headers, etag })
}
