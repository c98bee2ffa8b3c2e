// Transpiles every source file on its own into dist/, puts the program together from them in dist/bundle/,
// bundles the browser islands, joins the stylesheets, and copies SQL migrations beside their room.
import { createHash } from 'node:crypto'
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import esbuild from 'esbuild'
import { bundle } from './bundle.mjs'
import { fingerprint } from './fingerprint.mjs'
import { faces, restRange, smallFace, smallRange } from './fonts.mjs'
import { trimKern } from './stylesheet.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const dist = path.join(root, 'dist')
const cssTargets = ['chrome109', 'firefox115', 'safari16']
const roots = ['src', 'tests', 'bench', 'tools']

/** Rewrites `./x.ts` to `./x.js`; everything stays an import, nothing is pulled in. */
const fileByFile = {
  name: 'file-by-file',
  setup(build) {
    build.onResolve({ filter: /.*/ }, (args) => {
      if (args.kind === 'entry-point') return undefined
      const relative = args.path.startsWith('.')
      return { path: relative ? args.path.replace(/\.tsx?$/, '.js') : args.path, external: true }
    })
  },
}

const sources = () => roots.flatMap((dir) => globSync(`${dir}/**/*.{ts,tsx}`, { cwd: root })).filter((f) => !f.endsWith('.d.ts'))

/** Builds everything; returns the number of files transpiled. */
export async function build({ quiet = false } = {}) {
  rmSync(dist, { recursive: true, force: true })
  const files = sources()
  await esbuild.build({
    entryPoints: files.map((f) => path.join(root, f)),
    absWorkingDir: root,
    outbase: root,
    outdir: dist,
    bundle: true,
    plugins: [fileByFile],
    format: 'esm',
    platform: 'node',
    target: 'node24',
    sourcemap: 'linked',
    sourcesContent: false,
    jsx: 'automatic',
    jsxImportSource: '#ui/jsx',
    logLevel: 'warning',
  })
  for (const file of globSync('src/**/*.sql', { cwd: root })) {
    mkdirSync(path.dirname(path.join(dist, file)), { recursive: true })
    cpSync(path.join(root, file), path.join(dist, file))
  }
  await buildAssets()
  await bundle(dist)
  if (!quiet) console.log(`built ${files.length} files`)
  return files.length
}

const hashed = (name, content) => {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10)
  const ext = path.extname(name)
  return `${name.slice(0, -ext.length)}.${hash}${ext}`
}

/** Writes a text as Brotli and gzip beside itself. */
async function pack(file, content) {
  const [br, gz] = await Promise.all([promisify(brotliCompress)(content), promisify(gzip)(content, { level: 9 })])
  writeFileSync(`${file}.br`, br)
  writeFileSync(`${file}.gz`, gz)
}

/** Islands and styles go to dist/assets under a name that carries their content hash; assets.json maps plain names to them. */
export async function buildAssets(target = dist) {
  const out = path.join(target, 'assets')
  mkdirSync(out, { recursive: true })
  const manifest = {}
  const packed = []
  const put = (name, content) => {
    const file = hashed(name, content)
    writeFileSync(path.join(out, file), content)
    // Once for all visitors, and smaller than it could be done for each.
    if (/\.(?:css|js|svg|webmanifest)$/.test(name) && content.length > 1000) packed.push(pack(path.join(out, file), content))
    manifest[name] = file
    return file
  }
  const islands = globSync('src/**/*.island.ts', { cwd: root }).sort()
  if (islands.length > 0) {
    const result = await esbuild.build({
      entryPoints: islands.map((f) => ({ in: path.join(root, f), out: path.basename(f, '.island.ts') })),
      absWorkingDir: root,
      outdir: out,
      bundle: true,
      minify: true,
      format: 'esm',
      platform: 'browser',
      target: ['es2022', 'safari16'],
      conditions: ['source'],
      loader: { '.css': 'text' },
      write: false,
      legalComments: 'none',
    })
    for (const file of result.outputFiles) put(path.basename(file.path), Buffer.from(file.contents))
  }
  const kern = path.join(root, 'node_modules/@kern-ux/native/dist')
  const fonts = {}
  for (const face of faces) {
    const source = path.join(kern, `fonts/fira-sans/FiraSans-${face}.woff2`)
    fonts[`FiraSans-${face}.woff2`] = put(
      `FiraSans-${face}.woff2`,
      await smallFace(source, path.join(root, 'node_modules/.cache/fonts')),
    )
    fonts[`FiraSans-${face}-rest.woff2`] = put(`FiraSans-${face}-rest.woff2`, readFileSync(source))
  }
  const order = (f) =>
    f.endsWith('/print.css') ? 4 : f.includes('/styles/') ? 0 : f.includes('/layout/') ? 1 : f.startsWith('src/ui/') ? 2 : 3
  const styles = globSync('src/**/*.css', { cwd: root })
    .filter((f) => !f.endsWith('.island.css'))
    .sort((a, b) => order(a) - order(b) || (a < b ? -1 : 1))
  const join = (files) => files.map((f) => readFileSync(path.join(root, f), 'utf8')).join('\n')
  const ofStaff = (f) => f.endsWith('.staff.css')
  const own = join(styles.filter((f) => !ofStaff(f)))
  const staff = join(styles.filter(ofStaff))
  const markup = globSync('src/**/*.{ts,tsx}', { cwd: root })
    .map((f) => readFileSync(path.join(root, f), 'utf8'))
    .join('\n')
  const kernCss = trimKern(readFileSync(path.join(kern, 'kern.min.css'), 'utf8'), markup, own + staff)
  const joined = `@layer kern{${kernCss}}\n${own}`.replaceAll('SMALL_RANGE', smallRange).replaceAll('REST_RANGE', restRange)
  const minified = await esbuild.transform(joined, { loader: 'css', minify: true, target: cssTargets })
  put(
    'allmende.css',
    minified.code.replace(/url\("?fonts\/(FiraSans-[\w-]+\.woff2)"?\)/g, (_, name) => `url(${fonts[name] ?? name})`),
  )
  // What only the internal pages show is a second sheet, linked by their frame: visitors of the portal never ask for it.
  put('staff.css', (await esbuild.transform(staff, { loader: 'css', minify: true, target: cssTargets })).code)
  // Styles that belong to one island (the map) are files of their own: only pages with that island ask for them.
  for (const file of globSync('src/**/*.island.css', { cwd: root })) {
    const entry = {
      entryPoints: [path.join(root, file)],
      bundle: true,
      minify: true,
      write: false,
      external: ['*.png'],
      target: cssTargets,
    }
    const { outputFiles } = await esbuild.build(entry)
    put(path.basename(file).replace('.island.', '.'), Buffer.from(outputFiles[0].contents))
  }
  for (const file of globSync('src/**/*.asset.{svg,png,ico,webmanifest}', { cwd: root }))
    put(path.basename(file).replace('.asset.', '.'), readFileSync(path.join(root, file)))
  await Promise.all(packed)
  writeFileSync(path.join(target, 'assets.json'), JSON.stringify(manifest, null, 1))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await build()
  writeFileSync(path.join(dist, '.stamp'), fingerprint())
}
