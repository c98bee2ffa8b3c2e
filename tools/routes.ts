// Prints every address of the product: method, path, permission, module, whether a person reads it, and where it is written.
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Route } from '#kernel/route.ts'

/** The routes of one room, as the composition root hands them out. */
export interface RoomRoutes {
  readonly room: string
  readonly routes: Readonly<Record<string, Route>>
}

/** One printed line. `at` is file:line, relative to the project. */
export interface RouteLine {
  readonly method: string
  readonly path: string
  readonly permission: string
  readonly module: string
  readonly page: boolean
  readonly room: string
  readonly name: string
  readonly id: string
  readonly at: string
  readonly example?: Readonly<Record<string, string>>
}

interface Written {
  readonly file: string
  readonly lines: readonly string[]
}

function writtenIn(root: string, room: string): Written[] {
  const last = room.split('/').at(-1)
  return globSync('src/**/*routes.ts', { cwd: root })
    .map((file) => file.split(path.sep).join('/'))
    .sort((a, b) => Number(b.includes(`/${last}/`)) - Number(a.includes(`/${last}/`)))
    .map((file) => ({ file, lines: readFileSync(path.join(root, file), 'utf8').split('\n') }))
}

/** Where a route is written: the line that names it and its path, else the line with its path. */
function place(written: readonly Written[], name: string, route: Route): string {
  const quoted = [`'${route.path}'`, `"${route.path}"`, `\`${route.path}\``]
  const named = new RegExp(`(?:^|[\\s{,'"])${name}['"]?:`)
  for (const test of [
    (line: string) => named.test(line) && quoted.some((q) => line.includes(q)),
    (line: string) => quoted.some((q) => line.includes(q)),
  ])
    for (const { file, lines } of written) {
      const index = lines.findIndex(test)
      if (index >= 0) return `${file}:${index + 1}`
    }
  return '?'
}

/** All lines, sorted by path. `root` is the project's folder. */
export function routeLines(rooms: readonly RoomRoutes[], root: string): RouteLine[] {
  return rooms
    .flatMap(({ room, routes }) => {
      const written = writtenIn(root, room)
      return Object.entries(routes).map(([name, route]) => {
        const { method, permission, module, page, id, example } = route
        return {
          method,
          path: route.path,
          permission,
          module,
          page,
          room,
          name,
          id,
          at: place(written, name, route),
          ...(example ? { example } : {}),
        }
      })
    })
    .sort((a, b) => (a.path === b.path ? (a.method < b.method ? -1 : 1) : a.path < b.path ? -1 : 1))
}

/** The lines as a table a person can read. */
export function routeTable(lines: readonly RouteLine[]): string {
  const head = ['method', 'address', 'permission', 'module', 'page', 'written in']
  const rows = [head, ...lines.map((l) => [l.method, l.path, l.permission, l.module, l.page ? 'yes' : 'no', l.at])]
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

async function said(args: readonly string[]): Promise<string> {
  if (args.includes('--help'))
    return 'npm run routes [-- --json]\n\nPrints method, address, permission, module, page yes or no, and file:line of every route.'
  const { allRoutes } = await import('#app')
  const lines = routeLines(allRoutes(), process.cwd())
  return args.includes('--json') ? JSON.stringify(lines, null, 1) : routeTable(lines)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = await said(process.argv)
  // A pipe takes its time: ending before it has taken everything would cut it off.
  process.stdout.write(`${text}\n`, () => process.exit(0))
}
