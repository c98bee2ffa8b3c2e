import pg from 'pg'

/** Texts that get a name; what comes after them is planned at every use, so that no connection gathers plans without end. */
const most = 500
const names = new Map<string, string>()

/** Begins a statement that comes in many shapes, put together from what somebody asks: it gets no name, so that the others keep theirs. */
export const manyShapes = '/* many shapes */'

function nameOf(text: string): string | undefined {
  if (text.startsWith(manyShapes)) return undefined
  const known = names.get(text)
  if (known !== undefined || names.size >= most) return known
  const name = `allmende-${names.size + 1}`
  names.set(text, name)
  return name
}

/** A column was added or changed under a plan that was made before: PostgreSQL refuses the plan, not the statement. */
const outdated = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && error.code === '0A000' && /cached plan/.test(error.message)

/** Runs a statement that PostgreSQL parses and plans once for each connection instead of each time. */
export async function runPrepared<Row extends pg.QueryResultRow>(
  client: pg.ClientBase,
  text: string,
  values: readonly unknown[],
): Promise<pg.QueryResult<Row>> {
  const name = nameOf(text)
  const given = [...values]
  if (name === undefined) return client.query<Row>(text, given)
  try {
    return await client.query<Row>({ name, text, values: given })
  } catch (error) {
    if (!outdated(error)) throw error
    return client.query<Row>(text, given)
  }
}
