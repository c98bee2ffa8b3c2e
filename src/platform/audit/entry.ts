/** A person, or the machine in plain words: `Frist abgelaufen`. `id` is a UUID or null. Erasable: neither is hashed as it stands. */
export interface AuditWord {
  readonly id: string | null
  readonly name: string
}

/** What an action was about. `kind` is `room/noun`; id and title are erasable like the actor. */
export interface AuditSubject extends AuditWord {
  readonly kind: string
}

/** A value that JSON carries. */
export type AuditValue = string | number | boolean | null | readonly AuditValue[] | { readonly [key: string]: AuditValue }

/** Something that was done, as a room notes it. */
export interface AuditEntry {
  /** null stands for the whole instance. */
  readonly tenant: string | null
  readonly actor: AuditWord
  /** `room/verb`; the sentence for people has the text key `room.audit.verb` and takes its places from `details`. */
  readonly action: string
  readonly subject: AuditSubject
  /** Facts that stay for good: never names, addresses or ids of persons. */
  readonly details?: { readonly [key: string]: AuditValue }
}

/** An entry as it stands in the log. Actor and subject without id and with an empty name: erased. */
export interface AuditRow extends Required<AuditEntry> {
  /** Its number in the tenant's chain, from 1 without gaps. */
  readonly position: number
  readonly at: Date
  readonly erased: { readonly actor: boolean; readonly subject: boolean }
}

/** What to list, newest first. All parts are optional and narrow the list. */
export interface AuditQuery {
  /** The position of the last entry that was seen. */
  readonly after?: number
  /** At most 500; 50 without it. */
  readonly limit?: number
  readonly action?: string
  /** Ids. */
  readonly actor?: string
  readonly subject?: string
  readonly from?: Date
  readonly until?: Date
}

export interface AuditPage {
  readonly entries: readonly AuditRow[]
  /** What to hand in as `after` for the next page; undefined at the end. */
  readonly next?: number
}

/** The first thing that is wrong with a chain: a row that is not there, one that was changed, or one that does not follow the one before. */
export interface AuditFault {
  readonly position: number
  readonly fault: 'missing' | 'changed' | 'unlinked'
}

/** What a look over a whole chain found. `head` is worth writing down elsewhere: it fixes everything up to it. */
export interface AuditVerdict {
  readonly entries: number
  /** Words of persons that were erased by the rules. */
  readonly erased: number
  readonly head?: { readonly position: number; readonly hash: string }
  readonly fault?: AuditFault
}
