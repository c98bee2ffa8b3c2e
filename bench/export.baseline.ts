// The baseline of everything that gives whole catalogues: the same records from the database, and nothing done with them.
import pg from 'pg'

/** All published records, read from the database by key, 200 at a time, and thrown away. */
export async function readAlone(url: string): Promise<{ records: number; bytes: number; seconds: number }> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const began = performance.now()
  let [records, bytes, after] = [0, 0, '00000000-0000-0000-0000-000000000000']
  for (;;) {
    const { rows } = await client.query<{ id: string; record: string }>(
      `select id, record::text as record from catalogue_resource where state = 'published' and id > $1 order by id limit 200`,
      [after],
    )
    const last = rows.at(-1)
    if (!last) break
    for (const { record } of rows) bytes += record.length
    records += rows.length
    after = last.id
  }
  const seconds = (performance.now() - began) / 1000
  await client.end()
  return { records, bytes, seconds }
}
