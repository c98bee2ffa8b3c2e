import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'

/** Where packages from PyPI lie: they are judges, no part of the product. */
export const pythonFolder = path.resolve('.cache/judges/python')

/** Fetches packages `name==version` once; gives why it cannot. */
export function fetchPackages(...packages: readonly string[]): string | undefined {
  const missing = packages.filter((one) => {
    const [name = '', version = ''] = one.split('==')
    return !existsSync(path.join(pythonFolder, `${name.toLowerCase()}-${version}.dist-info`))
  })
  if (missing.length === 0) return undefined
  mkdirSync(pythonFolder, { recursive: true })
  const done = spawnSync('python3', ['-m', 'pip', 'install', '--quiet', '--upgrade', '--target', pythonFolder, ...missing], {
    encoding: 'utf8',
  })
  return done.status === 0
    ? undefined
    : `${missing.join(', ')} could not be fetched: ${done.error?.message ?? done.stderr.slice(-400)}`
}
