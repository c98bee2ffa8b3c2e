// Runs the named benchmarks (bench/<name>.ts), or lists them: npm run bench -- search
import { globSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const known = globSync('dist/bench/*.js', { cwd: root })
  .map((file) => path.basename(file, '.js'))
  .filter((name) => !name.includes('.'))
  .sort()
const [name, ...args] = process.argv.slice(2)
if (!name || !known.includes(name)) {
  console.log(`Benchmarks: ${known.join(', ')}\nRun one with: npm run bench -- NAME [options]`)
  process.exit(name ? 2 : 0)
}
process.argv = [process.execPath, name, ...args]
await import(pathToFileURL(path.join(root, 'dist/bench', `${name}.js`)).href)
