import type { Kysely } from 'kysely'
import type { FormatNews } from '../../format.ts'
import { formatOf, knownFormats } from '../../known-formats.ts'
import type { ToldNews } from '../../store/news-store.ts'
import type { ParticipationTables } from '../../store/tables.ts'

/** What formats note for those who follow a procedure. */
export const newsOfFormats = (): string[] => knownFormats().flatMap(({ news }) => news?.what ?? [])

/** What formats say of their news, by the thing that each is about. What is not to be told any more is missing. */
export async function sayForFormats(
  trx: Kysely<ParticipationTables>,
  news: readonly ToldNews[],
): Promise<ReadonlyMap<string, FormatNews>> {
  const said = new Map<string, FormatNews>()
  for (const [id, some] of Map.groupBy(news, ({ format }) => format)) {
    const own = formatOf(id)?.news
    const refs = own ? some.flatMap(({ what, ref }) => (ref && own.what.includes(what) ? [ref] : [])) : []
    if (own && refs.length > 0) for (const [ref, one] of await own.tell(trx, [...new Set(refs)])) said.set(ref, one)
  }
  return said
}
