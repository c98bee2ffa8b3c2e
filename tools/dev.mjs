// Development: builds, starts the server, and does both again when a source changes.
import { spawn, spawnSync } from 'node:child_process'
import { watch, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { fingerprint } from './fingerprint.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const args = process.argv.slice(2)
let server
let timer
let busy = false

async function restart() {
  if (busy) return later()
  busy = true
  const since = performance.now()
  const built = spawnSync(process.execPath, [path.join(root, 'tools/build.mjs')], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (built.status === 0) {
    writeFileSync(path.join(root, 'dist/.stamp'), fingerprint())
    if (server && server.exitCode === null) {
      const gone = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGTERM')
      await gone
    }
    console.log(`built in ${Math.round(performance.now() - since)} ms`)
    server = spawn(process.execPath, ['--enable-source-maps', path.join(root, 'dist/src/main.js'), 'serve', '--demo', ...args], {
      cwd: root,
      stdio: 'inherit',
      // One is enough to look at, and it is ready sooner.
      env: { WEB_PROCESSES: '1', ...process.env },
    })
  } else console.log('The build failed; the old server goes on.')
  busy = false
}

const later = () => {
  clearTimeout(timer)
  timer = setTimeout(restart, 150)
}

for (const dir of ['src', 'tools']) watch(path.join(root, dir), { recursive: true }, later)
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    server?.once('exit', () => process.exit(0))
    if (!server?.kill(signal)) process.exit(0)
  })
await restart()
