/** Where a draft stands between the desk and the public. */
export const draftStates = ['draft', 'review', 'returned', 'approved', 'scheduled', 'released', 'discarded'] as const
export type DraftState = (typeof draftStates)[number]

/** States in which somebody still works on a draft. */
export const openStates = ['draft', 'returned', 'review', 'approved', 'scheduled'] as const satisfies readonly DraftState[]

export const draftDeeds = [
  'save',
  'submit',
  'send-back',
  'approve',
  'release',
  'schedule',
  'unschedule',
  'reopen',
  'discard',
  'recover',
] as const
export type DraftDeed = (typeof draftDeeds)[number]

// Who reviews may mend a slip while he is at it. What is approved stays as it was approved, until it is opened again.
const allowed: Readonly<Record<DraftDeed, readonly DraftState[]>> = {
  save: ['draft', 'returned', 'review'],
  submit: ['draft', 'returned'],
  'send-back': ['review', 'approved'],
  approve: ['review'],
  release: ['draft', 'returned', 'review', 'approved', 'scheduled'],
  schedule: ['draft', 'returned', 'review', 'approved', 'scheduled'],
  unschedule: ['scheduled'],
  reopen: ['review', 'approved', 'scheduled'],
  discard: ['draft', 'returned', 'review', 'approved', 'scheduled'],
  recover: ['discarded'],
}

/** Whether a deed fits the state. Who may do it is another question (policies.ts). */
export const fits = (deed: DraftDeed, state: DraftState): boolean => allowed[deed].includes(state)

/** Who last had a hand in a draft; ids of persons. */
export interface Hands {
  readonly state: DraftState
  readonly changedBy: string | null
  readonly submittedBy: string | null
  readonly approvedBy: string | null
}

/**
 * Whether four eyes saw it when this person releases it: somebody else than who wrote and handed it in has approved it, or releases it now.
 * A draft that nobody handed in was seen by one only.
 */
export function fourEyes(hands: Hands, person: string): boolean {
  const writers = [hands.changedBy, hands.submittedBy]
  if (hands.approvedBy !== null && !writers.includes(hands.approvedBy)) return true
  return hands.state === 'review' && !writers.includes(person)
}
