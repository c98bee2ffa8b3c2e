/** Why a request was not made or its answer not taken. */
export type OutboundFaultCode =
  | 'address'
  | 'scheme'
  | 'internal'
  | 'unreachable'
  | 'redirects'
  | 'status'
  | 'encoding'
  | 'too-large'
  | 'too-slow'
  | 'cut-off'
  | 'stopped'

const sentences: Readonly<Record<OutboundFaultCode, string>> = {
  address: '{url} is no address',
  scheme: '{url} is neither http nor https',
  internal: '{url} leads to {ip}, an address inside a private network; OUTBOUND_ALLOWED_HOSTS can allow the host',
  unreachable: '{url} cannot be reached: {detail}',
  redirects: '{url} redirects more than {limit} times',
  status: '{url} answered {status}',
  encoding: '{url} is packed in a way that we do not take ({detail})',
  'too-large': '{url} is longer than {limit} MB',
  'too-slow': '{url} is too slow: {seconds} s',
  'cut-off': '{url} broke off after {bytes} bytes',
  stopped: '{url} was stopped',
}

/** A fault of a request: code and values for a text in the reader's language; the message is a plain sentence for logs and the command line. */
export class OutboundFault extends Error {
  override name = 'OutboundFault'
  readonly code: OutboundFaultCode
  readonly params: Readonly<Record<string, string | number>>
  constructor(code: OutboundFaultCode, params: Readonly<Record<string, string | number>>) {
    super(sentences[code].replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? '')))
    this.code = code
    this.params = params
  }
}
