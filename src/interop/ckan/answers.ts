import { type Answer, body, stream, type Visit } from '#platform/http'
import { routes } from './routes.ts'

/** Everybody may read from everywhere. */
const open = { 'access-control-allow-origin': '*', vary: 'Accept-Encoding' }
const type = 'application/json; charset=utf-8'

/** Why an action is refused, in CKAN's words. */
export type CkanFault =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'denied'; readonly message: string }
  /** What is wrong with each field. */
  | { readonly kind: 'invalid'; readonly fields: Readonly<Record<string, readonly string[]>> }
  /** The search cannot be read. */
  | { readonly kind: 'query'; readonly message: string }
  /** The search can be read, but not be answered. */
  | { readonly kind: 'search'; readonly message: string }
  /** What was sent is no request for an action. */
  | { readonly kind: 'bad'; readonly message: string }

/** Thrown by actions; becomes the answer that CKAN gives. */
export class CkanRefusal extends Error {
  readonly fault: CkanFault
  constructor(fault: CkanFault) {
    super(fault.kind)
    this.fault = fault
  }
}

/** One field is wrong. */
export const invalid = (field: string, message: string) => new CkanRefusal({ kind: 'invalid', fields: { [field]: [message] } })
export const gone = () => new CkanRefusal({ kind: 'not-found' })

/** Address of the help of an action; every answer carries it. */
export const helpAddress = (visit: Visit, action: string) =>
  visit.address(visit.site, routes.action, { action: 'help_show' }, { name: action })

/** `{help, success, result}`. */
export const success = (visit: Visit, action: string, result: unknown): Answer =>
  body(type, JSON.stringify({ help: helpAddress(visit, action), success: true, result }), open)

/** The same, with a long result written piece by piece. */
export const longSuccess = (visit: Visit, action: string, result: AsyncIterable<string>): Answer => {
  async function* whole() {
    yield `{"help": ${JSON.stringify(helpAddress(visit, action))}, "success": true, "result": `
    yield* result
    yield '}'
  }
  return stream(type, whole(), open)
}

/** Status and error of each fault (ckan/views/api.py). */
function errorOf(fault: Exclude<CkanFault, { kind: 'bad' }>): { status: number; error: Record<string, unknown> } {
  switch (fault.kind) {
    case 'not-found':
      return { status: 404, error: { __type: 'Not Found Error', message: 'Not found' } }
    case 'denied':
      return { status: 403, error: { __type: 'Authorization Error', message: `Access denied: ${fault.message}` } }
    case 'invalid':
      return { status: 409, error: { __type: 'Validation Error', ...fault.fields } }
    case 'query':
      return { status: 400, error: { __type: 'Search Query Error', message: `Search Query is invalid: ${fault.message}` } }
    case 'search':
      return { status: 409, error: { __type: 'Search Error', message: `Search error: ${fault.message}` } }
  }
}

/** `{help, success: false, error}`; what is no request at all gets a plain string, as CKAN gives it. */
export function refused(visit: Visit, action: string, fault: CkanFault): Answer {
  const headers = { ...open, 'cache-control': 'no-store' }
  if (fault.kind === 'bad') return body(type, JSON.stringify(`Bad request - ${fault.message}`), headers, 400)
  const { status, error } = errorOf(fault)
  return body(type, JSON.stringify({ help: helpAddress(visit, action), success: false, error }), headers, status)
}
