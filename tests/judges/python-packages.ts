import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'

/** Where packages from PyPI lie: they are judges, no part of the product. */
export const pythonFolder = path.resolve('.cache/judges/python')

/** Installs what is missing of these packages `name==version` in a folder; gives why it cannot. */
function install(folder: string, packages: readonly string[], ...more: readonly string[]): string | undefined {
  const missing = packages.filter((one) => {
    const [name = '', version = ''] = one.toLowerCase().replaceAll('-', '_').split('==')
    return !existsSync(path.join(folder, `${name}-${version}.dist-info`))
  })
  if (missing.length === 0) return undefined
  mkdirSync(folder, { recursive: true })
  const pip = ['-m', 'pip', 'install', '--quiet', '--upgrade', '--target', folder, ...more, ...missing]
  const done = spawnSync('python3', pip, { encoding: 'utf8' })
  return done.status === 0
    ? undefined
    : `${missing.join(', ')} could not be fetched: ${done.error?.message ?? done.stderr.slice(-400)}`
}

/** Fetches packages `name==version` once, with what they need to run; gives why it cannot. */
export const fetchPackages = (...packages: readonly string[]): string | undefined => install(pythonFolder, packages)

/** Where the files of a package lie that is only read. */
export const filesOf = (one: string): string => path.resolve('.cache/judges/files', one)

/** Fetches a package `name==version` of which only files are read, alone in a folder; gives why it cannot. */
export const fetchFiles = (one: string): string | undefined => install(filesOf(one), [one], '--no-deps')

/** Where the sources of packages lie, a folder `name-version` each. */
export const sourceFolder = path.resolve('.cache/judges/sources')

/** Fetches the sources of a package once, with its tests, which are not installed; gives why it cannot. */
export function fetchSource(name: string, version: string): string | undefined {
  if (existsSync(path.join(sourceFolder, `${name}-${version}`))) return undefined
  mkdirSync(sourceFolder, { recursive: true })
  const pip = [
    '-m',
    'pip',
    'download',
    '--quiet',
    '--no-deps',
    '--no-binary',
    ':all:',
    '--dest',
    sourceFolder,
    `${name}==${version}`,
  ]
  const got = spawnSync('python3', pip, { encoding: 'utf8' })
  if (got.status !== 0) return `${name} could not be fetched: ${got.error?.message ?? got.stderr.slice(-400)}`
  const opened = spawnSync('tar', ['-xzf', `${name}-${version}.tar.gz`], { cwd: sourceFolder, encoding: 'utf8' })
  return opened.status === 0 ? undefined : `${name} could not be opened: ${opened.error?.message ?? opened.stderr.slice(-400)}`
}
