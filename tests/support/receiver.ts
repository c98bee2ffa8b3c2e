import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A message as somebody got it who has only the specification (Standard Webhooks 1.0.0) and the secret. */
export interface Received {
  readonly id: string
  readonly genuine: boolean
  readonly type: string
  readonly changes: readonly { kind: string; page: string; dataset?: string; uri: string; tenant: string }[]
  readonly text: string
}

/** Whether one of the signatures fits, written from the specification. */
export function genuine(secret: string, headers: IncomingHttpHeaders, body: string): boolean {
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
  const wanted = createHmac('sha256', Buffer.from(secret.replace('whsec_', ''), 'base64'))
    .update(signed)
    .digest()
  if (Math.abs(Date.now() / 1000 - Number(headers['webhook-timestamp'])) > 300) return false
  return String(headers['webhook-signature'])
    .split(' ')
    .some((one) => {
      const [version, text = ''] = one.split(',')
      const given = Buffer.from(text, 'base64')
      return version === 'v1' && given.length === wanted.length && timingSafeEqual(given, wanted)
    })
}

/** A program of somebody else on this machine that takes messages. What it answers is a status, or nothing at all (`silent`). */
export async function openReceiver() {
  const got: Received[] = []
  const said = { status: 204 as number | 'silent', headers: {} as Record<string, string>, secret: '' }
  const server = createServer((request, answer) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const text = Buffer.concat(parts).toString('utf8')
      const { type, data } = JSON.parse(text)
      const good = genuine(said.secret, request.headers, text)
      got.push({ id: String(request.headers['webhook-id']), genuine: good, type, changes: data.changes ?? [], text })
      if (said.status !== 'silent') answer.writeHead(said.status, said.headers).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    got,
    said,
    host: `127.0.0.1:${port}`,
    address: `http://127.0.0.1:${port}/webhook`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
export type TestReceiver = Awaited<ReturnType<typeof openReceiver>>
