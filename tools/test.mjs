// The test run: types, lint, then the tests in three groups; ends with one line that counts everything.
import { spawnSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
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

function program(name, command, args) {
  const since = performance.now()
  const result = spawnSync(command, args, { cwd: root, encoding: 'utf8' })
  const good = result.status === 0
  totals[good ? 'passed' : 'failed']++
  console.log(`${good ? 'ok  ' : 'FAIL'} ${name} (${seconds(since)})`)
  if (!good) console.log(`${result.stdout}\n${result.stderr}`.slice(-12_000))
}

/** What came of test files: each test that passed, failed or was skipped, with its file. */
async function outcome(files, options) {
  const told = { passed: [], failed: [], skipped: [] }
  const stream = run({ files: files.map((file) => path.resolve(file)), ...options })
  const note = (kind, event) => told[kind].push({ ...event, file: event.file ?? path.resolve(root, event.name) })
  stream.on('test:fail', (event) => {
    if (event.details?.type !== 'suite' || event.details.error?.failureType !== 'subtestsFailed') note('failed', event)
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

/**
 * Runs test files; failures are printed with their place, skipped ones by name with the reason. A file that fails beside
 * others is run once more, alone: what fails again has failed; what passes then is printed as unsteady, with its failure.
 * More than three such files in a whole run are no chance, and none of them is asked again.
 */
async function tests(name, files, options) {
  if (files.length === 0) return
  const since = performance.now()
  let { passed, failed, skipped } = await outcome(files, options)
  const suspects = [...new Set(failed.map(({ file }) => file))]
  let unsteady = []
  if (suspects.length > 0 && suspects.length <= secondTries) {
    secondTries -= suspects.length
    const again = await outcome(suspects, { ...options, concurrency: 1 })
    const others = (list) => list.filter(({ file }) => !suspects.includes(file))
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

const built = (pattern) =>
  globSync(`dist/${pattern}`, { cwd: root })
    .filter((file) => only.length === 0 || only.some((word) => file.includes(word)))
    .sort()
/** Walks over all pages take longest: they come first, so that at the end nobody waits for one of them alone. */
const longFirst = (files) => files.toSorted((a, b) => Number(b.includes('-page')) - Number(a.includes('-page')))
const bin = (name) => path.join(root, 'node_modules', name)

if (mode === 'test' || mode === 'check') {
  if (only.length === 0) {
    program('types', process.execPath, [bin('typescript/bin/tsc'), '-p', '.'])
    program('lint', process.execPath, [
      bin('@biomejs/biome/bin/biome'),
      'ci',
      '--colors=off',
      '--error-on-warnings',
      '--max-diagnostics=60',
      'src',
      'tests',
      'bench',
      'tools',
    ])
  }
  const support = (name) => import(pathToFileURL(path.join(root, `dist/tests/support/${name}.js`)).href)
  const { startTestServer, prepareTemplate } = await support('database')
  const { shareDemo } = await support('demo-server')
  const server = await startTestServer()
  process.env.ALLMENDE_TEST_DATABASE = server.url
  process.env.ALLMENDE_TEST_TEMPLATE = await prepareTemplate(server.url)
  const last = [...built('tests/accessibility/*.test.js'), ...built('tests/journeys/*.test.js')]
  const sharing = last.filter((file) => readFileSync(file, 'utf8').includes('shared: true')).length
  let stopDemo = () => {}
  try {
    await tests('rules and examples', [...built('src/**/*.test.js'), ...built('tests/architecture/*.test.js')], {
      concurrency: 2,
      timeout: 240_000,
    })
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
