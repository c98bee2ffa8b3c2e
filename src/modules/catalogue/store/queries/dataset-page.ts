import { sql } from 'kysely'
import type { Database, Scope } from '#platform/db'
import { withoutPublicAddress } from '../../model/self.ts'
import type { CatalogueTables } from '../tables.ts'

/** Another record that a page leads to. */
export interface LinkedRecord {
  slug: string
  tenant: string
  title: string
  kind: string
  modified: Date | null
}

/** What the page of a dataset asks besides the record: the members of a series. */
export function datasetPageQueries(database: Database<CatalogueTables>, scope: Scope, publicUrl: string) {
  const db = database.within(scope)
  return {
    /** Published members of a series, newest first. The fingerprint is a column of its own, because only then an index can be used beside row-level security. */
    async members(series: string, limit: number): Promise<LinkedRecord[]> {
      const { rows } =
        await sql<LinkedRecord>`select slug, tenant, title, kind, record_modified as modified from catalogue_resource
        where tenant = ${scope.tenant} and series_hash = md5(${withoutPublicAddress(series, publicUrl)}) and state = 'published'
        order by record_modified desc nulls last, title limit ${limit}`.execute(db)
      return rows
    },
  }
}
