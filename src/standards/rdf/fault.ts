/** What can be wrong with a document. Each has a sentence `rdf.fault.<code>` in the locales. */
export type RdfFaultCode =
  | 'syntax'
  | 'cut-off'
  | 'dtd'
  | 'text-too-long'
  | 'too-deep'
  | 'too-large'
  | 'encoding'
  | 'remote-context'
  | 'unknown-format'
  | 'broken-source'

/** Why a document, or the rest of it, could not be read: text key with its values, and the place. Lines and columns count from 1. */
export interface RdfFault {
  code: RdfFaultCode
  key: string
  params: Record<string, string | number>
  line?: number
  column?: number
  /** The text around the place, at most 160 characters. */
  excerpt?: string
}

/** Carries a fault through streams of text; `readRdf` and `parseRdf` never let it out. */
export class RdfFaultError extends Error {
  readonly fault: RdfFault
  constructor(fault: RdfFault) {
    super(fault.key)
    this.fault = fault
  }
}

/** Makes a fault value. */
export function fault(code: RdfFaultCode, params: Record<string, string | number> = {}): RdfFault {
  return { code, key: `rdf.fault.${code}`, params }
}
