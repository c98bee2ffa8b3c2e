import type { Kysely } from 'kysely'
import { wordStems } from '#platform/search'
import type { ParticipationTables } from '../../../store/tables.ts'
import { type Statement, statementsOf } from '../store/statement-store.ts'

const most = 3
/** So much of the shorter one's words must stand in the other. */
const enough = 0.6

/** Statements that share most of their words with a text, the nearest first. */
export async function similarStatements(db: Kysely<ParticipationTables>, procedure: string, text: string): Promise<Statement[]> {
  const own = new Set(wordStems(text))
  if (own.size < 2) return []
  return (await statementsOf(db, procedure))
    .filter(({ shown }) => shown)
    .map((statement) => {
      const other = new Set(wordStems(statement.text))
      const shared = [...other].filter((stem) => own.has(stem)).length
      return { statement, shared, near: shared / Math.max(1, Math.min(own.size, other.size)) }
    })
    .filter(({ shared, near }) => shared >= 2 && near >= enough)
    .sort((a, b) => b.near - a.near || b.shared - a.shared)
    .slice(0, most)
    .map(({ statement }) => statement)
}
