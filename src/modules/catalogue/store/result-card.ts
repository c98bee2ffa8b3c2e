import { type Kysely, sql } from 'kysely'
import type { Scope } from '#platform/db'
import type { CatalogueRecord } from '#standards/dcat-ap-de'
import { withPublicAddress } from '../model/self.ts'
import type { RowMemory } from './record-memory.ts'
import type { CatalogueTables } from './tables.ts'

/** What of a record its row in a list shows. `formats` are IRIs, one for each distribution that names one. */
export type CardRecord = Readonly<
  Pick<
    CatalogueRecord,
    'kind' | 'uri' | 'title' | 'description' | 'publisher' | 'originator' | 'maintainer' | 'creator' | 'issued' | 'modified'
  >
> & { readonly formats: readonly string[] }

/** The quality of a record in figures. */
export interface Verdict {
  readonly passed: number
  readonly all: number
  /** Days that it is late by its own rhythm. */
  readonly late?: number | string
}

/** A published record as a row of a list, read without opening its document. */
export interface ResultCard {
  readonly id: string
  readonly tenant: string
  readonly slug: string
  readonly record: CardRecord
  readonly verdict: Verdict | undefined
}

interface Row {
  id: string
  /** Null where this version of the row is known, like all behind it. */
  version: string | null
  tenant: string
  slug: string
  card: string
  verdict: string | null
}

/** The published ones of these ids that the scope of `db` may see, each once, in no order. Rows are looked up one by one (see eachOf in the store). */
export function resultCards(
  memory: RowMemory<ResultCard>,
  db: Kysely<CatalogueTables>,
  scope: Scope,
  publicUrl: string,
  ids: readonly string[],
): Promise<ResultCard[]> {
  const anew = (column: string) => sql`case when not same then r.${sql.ref(column)} end as ${sql.ref(column)}`
  return memory.rows(scope, ids, async (asked) => {
    const known = new Map(asked.map((id) => [id, memory.known(id)]))
    const { rows } = await sql<Row>`select r.id, ${sql.join(['version', 'tenant', 'slug', 'card', 'verdict'].map(anew))}
      from unnest(${asked}::uuid[], ${asked.map((id) => known.get(id)?.version ?? '')}::text[]) as one(wanted, known)
      cross join lateral (select id, xmin::text as version, xmin::text = one.known as same, tenant, slug, card, verdict
        from catalogue_resource where id = one.wanted and state = 'published' offset 0) r`.execute(db)
    return rows.map((row) =>
      row.version === null
        ? (known.get(row.id)?.row as ResultCard)
        : memory.keep(row.version, read(row, publicUrl), row.card.length),
    )
  })
}

const read = ({ id, tenant, slug, card, verdict }: Row, publicUrl: string): ResultCard => ({
  id,
  tenant,
  slug,
  record: JSON.parse(withPublicAddress(card, publicUrl)),
  verdict: verdict === null ? undefined : JSON.parse(verdict),
})
