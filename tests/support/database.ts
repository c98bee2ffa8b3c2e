import { createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { type EmbeddedPostgres, findMigrations, migrate, startPostgres } from '#platform/db'
import { jobTables, prepareJobs } from '#platform/jobs'

const folder = path.resolve('.cache/test-postgres')
let server: Promise<EmbeddedPostgres> | undefined

const named = (url: string, database: string) => url.replace(/\/[^/?]*(\?|$)/, `/${database}$1`)

/** The server of this test run: the one the runner started, or one of our own. */
async function serverUrl(): Promise<string> {
  if (process.env.ALLMENDE_TEST_DATABASE) return process.env.ALLMENDE_TEST_DATABASE
  server ??= startHurried(folder)
  return (await server).url
}

async function command(url: string, ...texts: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const text of texts) await client.query(text)
  } finally {
    await client.end()
  }
}

/** What a crash of the machine would destroy is only a test's: nobody waits for the disk. */
export const hurry = (url: string): Promise<void> =>
  command(
    url,
    ...['fsync', 'synchronous_commit', 'full_page_writes'].map((setting) => `alter system set ${setting} = off`),
    'select pg_reload_conf()',
  )

/** For benchmarks: the disk is waited for as in service. The next test run is in a hurry again. */
export const asInService = (url: string): Promise<void> =>
  command(
    url,
    ...['fsync', 'synchronous_commit', 'full_page_writes'].map((setting) => `alter system reset ${setting}`),
    'select pg_reload_conf()',
  )

/** A PostgreSQL in a folder, for tests. */
async function startHurried(dir: string): Promise<EmbeddedPostgres> {
  const started = await startPostgres(dir)
  await hurry(started.url)
  return started
}

/** Changes when any migration does, or the tables of the job queue. */
const fingerprint = () => {
  const hash = createHash('sha256').update(jobTables())
  for (const { name, file } of findMigrations()) hash.update(name).update(readFileSync(file))
  return hash.digest('hex').slice(0, 12)
}

/** Makes the database that all others are copied from, unless one of these very migrations is there: it gets its name when it is whole. */
export async function prepareTemplate(url: string): Promise<string> {
  const template = `allmende_template_${fingerprint()}`
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(727002)')
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [template])
    if (!rowCount) {
      await client.query('drop database if exists allmende_template_unfinished with (force)')
      await client.query('create database allmende_template_unfinished')
      await migrate(named(url, 'allmende_template_unfinished'))
      await prepareJobs(named(url, 'allmende_template_unfinished'))
      await client.query(`alter database allmende_template_unfinished rename to ${template}`)
    }
    process.env.ALLMENDE_TEST_TEMPLATE = template
    return template
  } finally {
    await client.end()
  }
}

export interface TestDatabase {
  url: string
  close(): Promise<void>
}

/** A database of one's own, with all tables and nothing in them. `close` removes it. */
export async function testDatabase(): Promise<TestDatabase> {
  const url = await serverUrl()
  const template = process.env.ALLMENDE_TEST_TEMPLATE ?? (await prepareTemplate(url))
  const name = `t_${randomBytes(6).toString('hex')}`
  await command(url, `create database ${name} template ${template}`)
  return {
    url: named(url, name),
    async close() {
      await command(url, `drop database if exists ${name} with (force)`)
      if (server) await (await server).stop()
      server = undefined
    },
  }
}

/** Starts the server for a whole run and gives what stops it. */
export async function startTestServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const started = await startHurried(folder)
  return { url: started.url, stop: () => started.stop() }
}
