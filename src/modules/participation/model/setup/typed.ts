/** What a form holds as it was typed, by field. */
export type Typed = Readonly<Record<string, string>>

/** What is wrong with a field of a form of staff. The sentence has the text key `participation.setup.fault.<fault>`. */
export interface SetupFault {
  /** Id of the field, so that a line leads to it. */
  readonly field: string
  readonly fault: string
  /** What the sentence names: a line, a day. */
  readonly about?: Readonly<Record<string, string>>
}

/** Fields that two people changed differently, and the wording that is written then. */
export interface Merged {
  /** Both changed them: somebody has to choose. */
  readonly collided: readonly string[]
  /** Only the other one did: his wording is kept. */
  readonly taken: readonly string[]
  readonly typed: Typed
}

/**
 * Puts together what somebody typed with what another one saved meanwhile, field by field. `untouched` says whether a value is the one
 * the form began with.
 */
export function mergeTyped(mine: Typed, theirs: Typed, untouched: (field: string, value: string) => boolean): Merged {
  const collided: string[] = []
  const taken: string[] = []
  const typed: Record<string, string> = { ...theirs }
  for (const [field, value] of Object.entries(mine)) {
    const other = theirs[field] ?? ''
    if (untouched(field, other) || other === value) typed[field] = value
    else if (untouched(field, value)) taken.push(field)
    else {
      collided.push(field)
      typed[field] = value
    }
  }
  return { collided, taken, typed }
}
