/** Why a run broke off. Each has a sentence `harvest.fault.<code>` that takes its places from `params`. */
export const faultCodes = [
  'address',
  'scheme',
  'internal',
  'unreachable',
  'redirects',
  'status',
  'packed',
  'too-large',
  'too-slow',
  'cut-off',
  'html',
  'empty',
  'unreadable',
  'encoding',
  'not-this-kind',
  'refused',
  'no-head',
  'no-folder',
  'paging-loop',
  'too-many-pages',
  'too-long',
  'too-many-attempts',
  'no-harvester',
  'ours',
] as const
export type FaultCode = (typeof faultCodes)[number]
export type FaultParams = Readonly<Record<string, string | number>>

/** A fault of the source, as a value that can be kept and told. */
export interface SourceFault {
  readonly code: FaultCode
  readonly params: FaultParams
}

/** Breaks a run off: the source cannot be read as it stands. Nothing of the run is written. */
export class HarvestFault extends Error implements SourceFault {
  override name = 'HarvestFault'
  readonly code: FaultCode
  readonly params: FaultParams
  constructor(code: FaultCode, params: FaultParams = {}) {
    super(`${code} ${JSON.stringify(params)}`)
    this.code = code
    this.params = params
  }
}
