import { createHash } from 'node:crypto'
import type { LogEntry } from '../../store/vote/vote-store.ts'

/** Where a log is broken, and how: an entry is missing, says something else than it was hashed with, or is not bound to the one before. */
export interface LogFault {
  readonly position: number
  readonly code: 'gap' | 'entry' | 'chain'
}

/** What has been looked at so far. */
export interface LogState {
  readonly position: number
  /** Hex. */
  readonly head: string
}

export const emptyLog: LogState = { position: 0, head: '0'.repeat(64) }

const sha256 = (text: string | Buffer) => createHash('sha256').update(text).digest('hex')

/** The text of an entry, as the database hashes it. */
export const entryText = (one: LogEntry, projects: readonly string[]): string =>
  [one.channel, one.day, one.receipt, one.replaces ?? '', projects.join(','), one.points?.join(',') ?? ''].join(';')

/** Looks at the next entries of a log; of a ballot that was replaced only the digest is left to look at. */
export function checkLog(state: LogState, entries: readonly LogEntry[]): { state: LogState; faults: LogFault[] } {
  const faults: LogFault[] = []
  let { position, head } = state
  for (const one of entries) {
    if (one.position !== position + 1) faults.push({ position: one.position, code: 'gap' })
    if (one.projects && sha256(entryText(one, one.projects)) !== one.digest)
      faults.push({ position: one.position, code: 'entry' })
    const wanted = sha256(Buffer.from(head + one.digest, 'hex'))
    if (wanted !== one.hash) faults.push({ position: one.position, code: 'chain' })
    position = one.position
    head = one.hash
  }
  return { state: { position, head }, faults }
}
