import { createHash } from 'node:crypto'
import { globSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/** A fingerprint of everything the build reads, by path, size and time: equal means there is nothing to build. */
export function fingerprint() {
  const hash = createHash('sha256')
  const inputs = [
    ...['src', 'tests', 'bench', 'tools'].flatMap((dir) => globSync(`${dir}/**/*`, { cwd: root })),
    'package-lock.json',
  ].sort()
  for (const file of inputs) {
    const stat = statSync(path.join(root, file))
    if (stat.isFile()) hash.update(`${file}:${stat.size}:${Math.floor(stat.mtimeMs)}\n`)
  }
  return hash.digest('hex')
}
