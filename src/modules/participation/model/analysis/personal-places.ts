import { type PersonalPlace, personalDataIn } from '#kernel/personal-data.ts'

/** Personal data in a contribution, with the key of the sentence part that names their kind. */
export interface LabelledPlace extends PersonalPlace {
  readonly label: `participation.personal.${PersonalPlace['kind']}`
}

/** What in a text that is to become public looks like personal data, by place. DSGVO Art. 5 (1) c: as little as is needed. */
export const personalPlaces = (text: string): LabelledPlace[] =>
  personalDataIn(text).map((place) => ({ ...place, label: `participation.personal.${place.kind}` }))
