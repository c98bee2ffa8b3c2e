import type { Kysely } from 'kysely'
import { isId } from '#kernel/id.ts'
import { type Answer, notFound, problem, stream, type Visit } from '#platform/http'
import type { ParticipationHouse } from '../../../house.ts'
import type { ParticipationTables } from '../../../store/tables.ts'
import { fileById } from '../store/file-store.ts'

/**
 * A file of an answer, for whom the connection may show it: always to be kept and never to be opened by the browser on our pages, whatever
 * somebody put into it. Kept nowhere on the way.
 */
export async function fileAnswer(
  house: ParticipationHouse,
  visit: Visit,
  db: Kysely<ParticipationTables>,
  procedure: string,
): Promise<Answer> {
  const { file: id } = visit.params
  const file = isId(id) ? await fileById(db, procedure, id) : undefined
  if (!file || !house.storage.has(file.sha256)) return problem(notFound)
  const plain = file.name.normalize('NFKD').replace(/[^\w.+-]/g, '_')
  // The length speaks of these very bytes: the compression of the server has to leave them alone.
  visit.request.headers['x-no-compression'] = '1'
  return stream(file.mediaType, house.storage.read(file.sha256), {
    'cache-control': 'private, no-store',
    'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.name).replace(/['()*]/g, '')}`,
    'content-length': String(file.bytes),
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  })
}
