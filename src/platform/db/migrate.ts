import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'

const built = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

/** All migrations of all rooms, oldest first: `20261122T1200_create_dataset.sql` in a folder `migrations/`. */
export function findMigrations(root = built): { name: string; file: string }[] {
  const files = globSync('**/migrations/*.sql', { cwd: root }).map((file) => ({
    name: path.basename(file, '.sql'),
    file: path.join(root, file),
  }))
  return files.sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Brings the database up to date, each migration in a transaction of its own, under a lock so that two programs may try at once. Gives the names that ran. */
export async function migrate(url: string, migrations = findMigrations()): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(727001)')
    await client.query(
      `create table if not exists platform_migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now())`,
    )
    const { rows } = await client.query<{ name: string }>('select name from platform_migration')
    const done = new Set(rows.map((row) => row.name))
    const ran: string[] = []
    for (const { name, file } of migrations) {
      if (done.has(name)) continue
      const text = readFileSync(file, 'utf8')
      try {
        await client.query('begin')
        await client.query(text)
        await client.query('insert into platform_migration (name, sha256) values ($1, $2)', [
          name,
          createHash('sha256').update(text).digest('hex'),
        ])
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw new Error(`Migration ${name} failed and was taken back: ${error instanceof Error ? error.message : error}`, {
          cause: error,
        })
      }
      ran.push(name)
    }
    return ran
  } finally {
    await client.end()
  }
}
