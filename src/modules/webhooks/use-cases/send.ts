import { signedHeaders } from '#standards/standard-webhooks'
import type { WebhooksHouse } from '../house.ts'
import { type Attempted, type Delivery, messageId, type Receiver } from '../model/receiver.ts'
import { faultCode, mayBeTold } from './may-be-told.ts'
import { secretsOf } from './secrets.ts'

// A receiver says that it has the message and works on it afterwards. Its answer is not read, a redirect not followed: an address that moved is changed.
const limits = { seconds: 15, idleSeconds: 15, redirects: 0, bytes: 64 * 1024 }

/** Sends a message once and says what came of it; never throws. */
export async function send(
  house: Pick<WebhooksHouse, 'config' | 'outbound' | 'now'>,
  receiver: Receiver,
  { id, body }: Pick<Delivery, 'id' | 'body'>,
  signal?: AbortSignal,
): Promise<Attempted> {
  const began = performance.now()
  const refused = (fault: string): Attempted => ({
    taken: false,
    status: null,
    fault,
    tookMs: Math.round(performance.now() - began),
    retryAfter: 0,
  })
  if (!mayBeTold(house, receiver.address)) return refused('no-https')
  const secrets = secretsOf(house, receiver)
  if (secrets.length === 0) return refused('no-secret')
  const timestamp = Math.floor(house.now().getTime() / 1000)
  try {
    const answer = await house.outbound.fetch(receiver.address, {
      headers: signedHeaders({ id: messageId(id), timestamp, body }, secrets),
      body: { type: 'application/json', text: body },
      limits,
      ...(signal ? { signal } : {}),
    })
    answer.drop()
    const taken = answer.status >= 200 && answer.status < 300
    const retryAfter = Number(answer.headers['retry-after'] ?? 0)
    return {
      taken,
      status: answer.status,
      fault: taken ? null : 'status',
      tookMs: Math.round(performance.now() - began),
      retryAfter: Number.isFinite(retryAfter) ? Math.max(0, retryAfter) : 0,
    }
  } catch (error) {
    return refused(faultCode(error))
  }
}
