import { type Outbound, type OutboundAnswer, OutboundFault, type OutboundRequest } from '#platform/outbound-fetch'
import { manners, type ServiceKind, type Tried } from '../model/link.ts'

const nothing = { status: null, fault: null, movedTo: null, movedForGood: false, type: null, bytes: null }

const lengthOf = ({ headers, status }: OutboundAnswer): number | null => {
  // Packed on the way, the length says nothing about the file.
  if (headers['content-encoding'] && headers['content-encoding'] !== 'identity') return null
  const whole = status === 206 ? /\/(\d+)$/.exec(headers['content-range'] ?? '')?.[1] : headers['content-length']
  return whole !== undefined && /^\d{1,15}$/.test(whole) ? Number(whole) : null
}

/** Seconds that a host asks for, within our bounds. */
function patience(answer: OutboundAnswer): number {
  const asked = Number(answer.headers['retry-after'] ?? '')
  const { least, most } = manners.askedFor
  return Number.isFinite(asked) ? Math.min(most, Math.max(least, asked)) : least
}

const told = (asked: string, answer: OutboundAnswer): Pick<Tried, 'status' | 'movedTo' | 'movedForGood' | 'type' | 'bytes'> => {
  const moved = new URL(asked).href !== answer.address ? answer.address : null
  return {
    status: answer.status,
    movedTo: moved,
    movedForGood: moved !== null && answer.permanent === true,
    type: answer.contentType?.slice(0, 200) ?? null,
    bytes: lengthOf(answer),
  }
}

/** How a request may be ended, and how many seconds it may take. */
export interface TryOptions {
  readonly signal?: AbortSignal | undefined
  readonly seconds?: number | undefined
}

const bounded = ({ signal, seconds = manners.seconds }: TryOptions, bytes: number) => ({
  limits: { seconds, idleSeconds: seconds, bytes },
  ...(signal ? { signal } : {}),
})

/** Asks without a word more than needed; throws an OutboundFault. */
async function ask(outbound: Outbound, address: string, request: OutboundRequest): Promise<OutboundAnswer> {
  const answer = await outbound.fetch(address, request)
  answer.drop()
  return answer
}

const isBusy = ({ status }: OutboundAnswer) => status === 429 || status === 503

function judged(address: string, answer: OutboundAnswer): Tried {
  const about = told(address, answer)
  if (isBusy(answer)) return { ...nothing, ...about, ok: false, later: patience(answer) }
  const ok = answer.status >= 200 && answer.status < 300
  return { ...about, ok, fault: ok ? null : 'status' }
}

const failed = (error: unknown): Tried => {
  if (!(error instanceof OutboundFault)) throw error
  return { ...nothing, ok: false, fault: error.code }
}

/** Tries a page or file: by HEAD, and where that is refused by the first bytes of a GET, so that nobody sends us a whole file. */
export async function tryFile(outbound: Outbound, address: string, options: TryOptions = {}): Promise<Tried> {
  const common = bounded(options, manners.bytes)
  try {
    const head = await ask(outbound, address, { ...common, head: true })
    if (head.status < 400 || isBusy(head)) return judged(address, head)
  } catch (error) {
    const { code } = error instanceof OutboundFault ? error : { code: '' }
    // Some drop the connection on HEAD; all else is as it will be on GET.
    if (code !== 'unreachable' && code !== 'cut-off') return failed(error)
  }
  try {
    // Not packed, so that the length is that of the file.
    const headers = { range: 'bytes=0-1023', 'accept-encoding': 'identity' }
    return judged(address, await ask(outbound, address, { ...common, headers }))
  } catch (error) {
    return failed(error)
  }
}

const parameter = (url: URL, name: string) => [...url.searchParams.keys()].find((key) => key.toLowerCase() === name)

/** The address at which a service says what it can do, whatever the record's address asks for. */
export function capabilitiesOf(address: string, kind: ServiceKind): string {
  const url = new URL(address)
  for (const [name, value] of [
    ['service', kind],
    ['request', 'GetCapabilities'],
  ] as const)
    url.searchParams.set(parameter(url, name) ?? name, value)
  return url.href
}

/** Tries a service: it must say what it can do. A page with 200, or a report of an exception, is no answer. */
export async function tryService(
  outbound: Outbound,
  address: string,
  kind: ServiceKind,
  options: TryOptions = {},
): Promise<Tried> {
  try {
    const request = bounded(options, manners.capabilities)
    const answer = await outbound.fetch(capabilitiesOf(address, kind), request)
    const about = { ...told(address, answer), movedTo: null, movedForGood: false, bytes: null }
    if (answer.status < 200 || answer.status > 299) {
      answer.drop()
      return judged(address, answer)
    }
    let text = ''
    for await (const piece of answer.body) {
      text += Buffer.from(piece).toString('latin1')
      // The first element is all that is needed.
      if (text.length > 8192) break
    }
    answer.drop()
    const root =
      /<(?:[\w.-]+:)?([A-Za-z][\w.-]*)[\s>/]/.exec(text.replace(/<\?[^>]*\?>|<!(?:--[\s\S]*?--|[^>]*)>/g, ''))?.[1] ?? ''
    const ok = /capabilities$/i.test(root)
    return { ...about, ok, fault: ok ? null : 'no-capabilities' }
  } catch (error) {
    return failed(error)
  }
}
