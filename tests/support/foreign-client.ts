import { spawn } from 'node:child_process'
import { freePort } from '#platform/db'
import { type TestServer, testServer } from '#support/server.ts'

/** A portal that programs of others reach through a socket. */
export interface ReachablePortal extends TestServer {
  readonly url: string
}

/** Opens a house whose server listens on the loopback; `url` is its own public address, too. */
export async function reachablePortal(): Promise<ReachablePortal> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const portal = await testServer({ env: { PUBLIC_URL: url } })
  await portal.app.listen({ port, host: '127.0.0.1' })
  return { ...portal, url }
}

/** How a program ended and what it said. */
export interface Said {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs a program without waiting in this thread, which has to answer it; ends it after a minute. */
export const runClient = (
  program: string,
  args: readonly string[],
  given: { input?: string; env?: Readonly<Record<string, string>> } = {},
): Promise<Said> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { env: { ...process.env, no_proxy: '*', ...given.env }, timeout: 60_000 })
    let [out, err] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, out, err }))
    child.stdin.end(given.input ?? '')
  })
