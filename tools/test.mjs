// The test run: types, lint, then the tests in three groups; ends with one line that counts everything.
import { spawn } from 'node:child_process'
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { run } from 'node:test'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
process.chdir(root)
const [mode = 'test', ...only] = process.argv.slice(2)
// Every test file is a process, and most of them load the whole portal: it is compiled once. The servers they start find it too.
process.env.NODE_COMPILE_CACHE ??= path.join(root, '.cache/compiled')
const totals = { passed: 0, failed: 0, skipped: 0 }
const began = performance.now()
/** How many files may be run a second time. */
let secondTries = 3
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`

async function program(name, command, args) {
  const since = performance.now()
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said += chunk
    })
  const good = (await new Promise((resolve) => child.once('close', resolve))) === 0
  totals[good ? 'passed' : 'failed']++
  console.log(`${good ? 'ok  ' : 'FAIL'} ${name} (${seconds(since)})`)
  if (!good) console.log(said.slice(-12_000))
}

/** What came of test files: each test that passed, failed or was skipped, with its file. */
async function outcome(files, options) {
  const told = { passed: [], failed: [], skipped: [] }
  const stream = run({ files: files.map((file) => path.resolve(file)), ...options })
  const note = (kind, event) => told[kind].push({ ...event, file: event.file ?? path.resolve(root, event.name) })
  stream.on('test:fail', (event) => {
    if (event.details?.error?.failureType !== 'subtestsFailed') note('failed', event)
  })
  stream.on('test:pass', (event) => {
    if (event.details?.type === 'suite') return
    if (event.skip !== undefined || event.todo !== undefined) note('skipped', event)
    else if (!/\.test\.js$/.test(event.name)) note('passed', event)
  })
  stream.on('test:stderr', (event) => process.stderr.write(event.message))
  stream.on('test:diagnostic', (event) => {
    if (event.nesting > 0 || /^(?!tests|suites|pass|fail|cancelled|skipped|todo|duration)/.test(event.message))
      console.log(`     ${event.message}`)
  })
  await new Promise((resolve, reject) => {
    stream.on('end', resolve)
    stream.on('error', reject)
    stream.resume()
  })
  return told
}

function print(event) {
  console.log(`\n  not ok: ${event.name}\n  at ${path.relative(root, event.file)}:${event.line ?? ''}`)
  const error = event.details?.error
  console.log(
    `  ${String(error?.cause?.stack ?? error?.cause ?? error?.message ?? error)
      .split('\n')
      .slice(0, 24)
      .join('\n  ')}`,
  )
}

/** The test file that a failure belongs to; undefined where it is told of a place that several files share. */
const suspect = ({ file, name }) => [path.resolve(root, name), file].find((one) => one.endsWith('.test.js'))

/**
 * Runs test files; failures are printed with their place, skipped ones by name with the reason. A file that fails beside
 * others is run once more, alone: what fails again has failed; what passes then is printed as unsteady, with its failure.
 * More than three such files in a whole run are no chance, and none of them is asked again.
 */
async function tests(name, files, options) {
  if (files.length === 0) return
  const since = performance.now()
  let { passed, failed, skipped } = await outcome(files, options)
  const suspects = new Set(failed.map(suspect))
  let unsteady = []
  if (suspects.size > 0 && suspects.size <= secondTries && !suspects.has(undefined)) {
    secondTries -= suspects.size
    const again = await outcome([...suspects], { ...options, concurrency: 1 })
    const others = (list) => list.filter((one) => !suspects.has(one.file))
    unsteady = failed.filter((one) => !again.failed.some((two) => two.file === one.file && two.name === one.name))
    passed = [...others(passed), ...again.passed]
    skipped = [...others(skipped), ...again.skipped]
    failed = again.failed
  }
  totals.passed += passed.length
  totals.failed += failed.length
  totals.skipped += skipped.length
  console.log(
    `${failed.length === 0 ? 'ok  ' : 'FAIL'} ${name}: ${passed.length} passed, ${failed.length} failed, ${skipped.length} skipped (${seconds(since)})`,
  )
  for (const { name, skip, todo } of skipped)
    console.log(`     skipped: ${name}: ${skip === true || skip === '' ? 'skipped' : (skip ?? todo)}`)
  for (const event of unsteady) {
    console.log(`\n  unsteady: "${event.name}" failed beside others and passed alone; its failure was:`)
    print(event)
  }
  for (const event of failed) print(event)
}

const folder = path.join(root, '.cache/together')

/**
 * Files that share processes, twelve in one: most of what a small test file costs is the portal that it loads. They run one
 * after the other there, each with houses and databases of its own; which of them are neighbours is the same in every run.
 */
function together(files, { timeout }) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const processes = Math.ceil(files.length / 12)
  return Array.from({ length: processes }, (_, number) => {
    const file = path.join(folder, `${number}.mjs`)
    const line = (one) =>
      `test(${JSON.stringify(one)}, { timeout: ${timeout} }, () => import(${JSON.stringify(pathToFileURL(path.resolve(root, one)).href)}))`
    const lines = files.filter((_, at) => at % processes === number).map(line)
    writeFileSync(file, ["import { test } from 'node:test'", ...lines, ''].join('\n'))
    return file
  })
}

const built = (pattern) =>
  globSync(`dist/${pattern}`, { cwd: root })
    .filter((file) => only.length === 0 || only.some((word) => file.includes(word)))
    .sort()
/** Walks over all pages take longest: they come first, so that at the end nobody waits for one of them alone. */
const longFirst = (files) => files.toSorted((a, b) => Number(b.includes('-page')) - Number(a.includes('-page')))
const bin = (name) => path.join(root, 'node_modules', name)

/** What is told without running the portal. */
async function read() {
  await program('types', process.execPath, [bin('typescript/bin/tsc'), '-p', '.'])
  const looked = ['src', 'tests', 'bench', 'tools']
  const how = ['ci', '--colors=off', '--error-on-warnings', '--max-diagnostics=60']
  await program('lint', process.execPath, [bin('@biomejs/biome/bin/biome'), ...how, ...looked])
}

if (mode === 'test' || mode === 'check') {
  const support = (name) => import(pathToFileURL(path.join(root, `dist/tests/support/${name}.js`)).href)
  const { startTestServer, prepareTemplate } = await support('database')
  const { prepareDemo, shareDemo } = await support('demo-server')
  const last = [...built('tests/accessibility/*.test.js'), ...built('tests/journeys/*.test.js')]
  const sharing = last.filter((file) => readFileSync(file, 'utf8').includes('shared: true')).length
  // Loading the demonstration keeps one core busy; types and lint are read beside it.
  await Promise.all([only.length === 0 && read(), mode === 'test' && last.length > 0 && prepareDemo()])
  const server = await startTestServer()
  process.env.ALLMENDE_TEST_DATABASE = server.url
  process.env.ALLMENDE_TEST_TEMPLATE = await prepareTemplate(server.url)
  let stopDemo = () => {}
  try {
    const examples = [...built('src/**/*.test.js'), ...built('tests/architecture/*.test.js')]
    await tests('rules and examples', together(examples, { timeout: 240_000 }), { concurrency: 2, timeout: 900_000 })
    await tests('conformance', built('tests/conformance/*.test.js'), { concurrency: 2, timeout: 600_000 })
    if (mode === 'test') {
      await tests('faults', built('tests/faults/*.test.js'), { concurrency: 2, timeout: 600_000 })
      if (sharing > 1) stopDemo = await shareDemo()
      await tests('journeys and accessibility', longFirst(last), { concurrency: 2, timeout: 900_000 })
    }
  } finally {
    await stopDemo()
    await server.stop()
  }
}
if (mode === 'judges') await tests('judges', built('tests/judges/*.test.js'), { concurrency: 1, timeout: 900_000 })

console.log(`\n${seconds(began)}`)
console.log(`${totals.passed} passed, ${totals.failed} failed${totals.skipped > 0 ? `, ${totals.skipped} skipped` : ''}`)
process.exit(totals.failed > 0 || totals.passed === 0 ? 1 : 0)
