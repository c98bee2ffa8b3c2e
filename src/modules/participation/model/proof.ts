import type { IdentityLevel } from './procedure.ts'

/** What somebody has shown: how, and the fingerprint of it that counts within one procedure. */
export interface Shown {
  readonly level: Exclude<IdentityLevel, 'none'>
  readonly mark: Buffer
}

/** What somebody has shown who may now do what a procedure asks it for. */
export interface Proof {
  readonly level: Shown['level']
  /** Sixteen bytes as a browser's number is: the same person has the same one within a procedure, and nothing kept leads back to the code or address. */
  readonly number: string
  /** The fingerprint of a code, for the database to look it up. */
  readonly code?: Buffer
}
