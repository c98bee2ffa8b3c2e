/** What a catalogue can be held against. */
export type Profile = 'dcat-ap.de-3.0' | 'dcat-ap.de-2.0' | 'dcat-ap.de-2.0-conventions' | 'dcat-ap-3.0' | 'hvd-3.0'

export interface ProfileParts {
  /** Ids of the artefacts whose shapes make up the profile. */
  readonly shapes: readonly string[]
  /**
   * Whether a value that nobody describes may be of any class. The European shapes ask for classes of things that are only linked to;
   * GovData switches those rules off or publishes the lists, so its profiles need no lenience.
   */
  readonly undescribedPasses: boolean
}

const german2 = [
  'shapes/dcat-ap-2.1.1',
  'shapes/dcat-ap-de-2.0/messages',
  'shapes/dcat-ap-de-2.0/additions',
  'shapes/dcat-ap-de-2.0/deprecated',
]

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
  'dcat-ap.de-2.0-conventions': { shapes: [...german2, 'shapes/dcat-ap-de-2.0/conventions'], undescribedPasses: false },
  'dcat-ap-3.0': { shapes: ['shapes/dcat-ap-3.0.1'], undescribedPasses: true },
  'hvd-3.0': { shapes: ['shapes/hvd-3.0.0'], undescribedPasses: true },
}

/** Whether a text names a profile. */
export const isProfile = (name: string): name is Profile => Object.hasOwn(profiles, name)
