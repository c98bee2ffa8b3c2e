import type { Kysely } from 'kysely'
import { isId } from '#kernel/id.ts'
import { type Answer, notFound, problem, type Visit } from '#platform/http'
import type { ParticipationHouse } from '../../../house.ts'
import { keptFile, savedAs } from '../../../pages/kept-file.ts'
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
  return keptFile(house, visit, file, { 'cache-control': 'private, no-store', ...savedAs(file.name) })
}
