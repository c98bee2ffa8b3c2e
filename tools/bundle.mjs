// Puts the program together from its built files into a few, in dist/bundle/: Node reads a dozen files at start instead of 1,700.
// The files themselves stay: threads, tests and benchmarks run them one by one, and what lies beside them (migrations, styles) is found there.
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import esbuild from 'esbuild'

/** Pure packages of many small files that only the program itself uses; all others are loaded from node_modules. */
const packed = new Set(['kysely', 'zod'])

/** Keeps what V8 made of the program beside it, so that it is not compiled anew at each start; where that folder cannot be written, it is. */
const entry = `import { enableCompileCache } from "node:module"
import { fileURLToPath } from "node:url"
enableCompileCache(fileURLToPath(new URL("compiled", import.meta.url)))
await import("./src/main.js")`
const slash = (file) => file.split(path.sep).join('/')

/** Every entry file of a slot below dist/: what `discover` would find there. Throws where it is called in a way that cannot be read here. */
function slotFiles(dist) {
  const call = /\bdiscover\(\s*new URL\("\.\/([\w-]+)\/", import\.meta\.url\),\s*"([\w-]+)"/
  return globSync('src/**/*.js', { cwd: dist })
    .filter((file) => !file.endsWith('.test.js'))
    .flatMap((file) => {
      const text = readFileSync(path.join(dist, file), 'utf8')
      if (!text.includes('"#platform/discover"')) return []
      const [, place, name] = call.exec(text) ?? []
      if (!place)
        throw new Error(
          `${file}: write discover(new URL('./folder/', import.meta.url), 'entry', ...), so that its slots are bundled`,
        )
      return globSync(`${slash(path.dirname(file))}/${place}/*/${name}.js`, { cwd: dist }).map(slash)
    })
    .sort()
}

/** Files by their address, in place of the module that loads them from the disk: the bundle must not have a second copy of itself. */
function table(files, name) {
  const rows = files.map((file) => `[new URL("../${file}", import.meta.url).href, () => import("./${file}")]`)
  return `import { pathToFileURL } from "node:url"
const known = new Map([${rows.join(',\n')}])
export const ${name} = (file) => {
  const { href } = pathToFileURL(file)
  return known.get(href)?.() ?? import(href)
}`
}

/** What is found in folders at start, by the module that loads it. */
const loaders = {
  'src/platform/discover/slot-module.js': (dist) => table(slotFiles(dist), 'slotModule'),
  'src/ui/discover-example-file.js': (dist) =>
    table(globSync('src/ui/components/*/*.examples.js', { cwd: dist }).map(slash).sort(), 'exampleFile'),
}

const fromDist = (dist) => ({
  name: 'from-dist',
  setup(build) {
    build.onResolve({ filter: /^[^.#/]/ }, ({ path: name, kind }) => {
      if (kind === 'entry-point') return undefined
      const [first = '', second = ''] = name.split('/')
      return packed.has(first.startsWith('@') ? `${first}/${second}` : first) ? undefined : { path: name, external: true }
    })
    build.onLoad({ filter: /\.js$/ }, ({ path: file }) => {
      const name = slash(path.relative(dist, file))
      if (!name.startsWith('src/')) return undefined
      if (loaders[name]) return { contents: loaders[name](dist), resolveDir: dist }
      const contents = readFileSync(file, 'utf8')
      // All files of the bundle lie in one folder, so that each finds what lies beside the file that it was made of.
      return contents.includes('import.meta.url')
        ? { contents: contents.replaceAll('import.meta.url', `new URL("../${name}", import.meta.url).href`) }
        : undefined
    })
  },
})

/** Writes dist/bundle/; main.js in it is the program. */
export async function bundle(dist) {
  await esbuild.build({
    stdin: { contents: entry, resolveDir: dist, sourcefile: 'entry.js' },
    entryNames: 'main',
    absWorkingDir: dist,
    outdir: path.join(dist, 'bundle'),
    bundle: true,
    splitting: true,
    plugins: [fromDist(dist)],
    format: 'esm',
    platform: 'node',
    target: 'node24',
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'warning',
  })
}
