import { namespaces } from '#standards/rdf'

/** What a catalogue can be held against. */
export type Profile =
  | 'dcat-ap.de-3.0'
  | 'dcat-ap.de-2.0'
  | 'dcat-ap.de-2.0-conventions'
  | 'dcat-ap.de-2.0-indirect'
  | 'dcat-ap-3.0'
  | 'hvd-3.0'

export interface ProfileParts {
  /** Ids of the artefacts whose shapes make up the profile. */
  readonly shapes: readonly string[]
  /**
   * Whether a value that nobody describes may be of any class. The European shapes ask for classes of things that are only linked to;
   * GovData switches those rules off or publishes the lists, so its profiles need no lenience.
   */
  readonly undescribedPasses: boolean
  /** Rules that somebody further up the way meets: property and SHACL's name of the constraint. */
  readonly metLater?: readonly { readonly path: string; readonly constraint: string }[]
}

const german2 = [
  'shapes/dcat-ap-2.1.1',
  'shapes/dcat-ap-de-2.0/messages',
  'shapes/dcat-ap-de-2.0/additions',
  'shapes/dcat-ap-de-2.0/deprecated',
]

const conventions2 = [...german2, 'shapes/dcat-ap-de-2.0/conventions']

/** Composition as in config.properties of GovData's validator: DCAT-AP.de 3.0 is an overlay on SEMIC's shapes of 3.0.0. */
export const profiles: Readonly<Record<Profile, ProfileParts>> = {
  'dcat-ap.de-3.0': {
    shapes: [
      'shapes/dcat-ap-3.0.0',
      ...['overlay', 'deprecated', 'additions', 'vocabularies'].map((part) => `shapes/dcat-ap-de-3.0/${part}`),
    ],
    undescribedPasses: false,
  },
  'dcat-ap.de-2.0': { shapes: german2, undescribedPasses: false },
  'dcat-ap.de-2.0-conventions': { shapes: conventions2, undescribedPasses: false },
  // Who delivers through the Land has no id of a deliverer: the Land's portal writes its own (conventions 12 and 13). One too many, or
  // one that is no IRI, stays wrong.
  'dcat-ap.de-2.0-indirect': {
    shapes: conventions2,
    undescribedPasses: false,
    metLater: [{ path: `${namespaces.dcatde}contributorID`, constraint: 'QualifiedMinCount' }],
  },
  'dcat-ap-3.0': { shapes: ['shapes/dcat-ap-3.0.1'], undescribedPasses: true },
  'hvd-3.0': { shapes: ['shapes/hvd-3.0.0'], undescribedPasses: true },
}

/** Whether a text names a profile. */
export const isProfile = (name: string): name is Profile => Object.hasOwn(profiles, name)
