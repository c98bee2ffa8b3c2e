import type { DepartmentKey } from './departments.ts'
import type { DemoFile } from './files/demo-file.ts'
import type { Frequency, HvdCategory, licences, Theme } from './vocabulary.ts'

/** An address of an interface, as distribution of the dataset. */
export interface DraftService {
  /** Slug of the data service in the same tenant. */
  service: string
  title: string
  url: string
  /** Code of the EU file-type list. */
  fileType?: string
}

/** What all records of the demonstration say about themselves; everything that can be derived is left out here. */
interface DraftBase {
  slug: string
  title: string
  titleEn: string
  /** Two to five sentences: what it is, what the columns mean, how it was gathered. */
  description: string
  keywords: readonly string[]
  themes: readonly Theme[]
  by: DepartmentKey
  /** `undefined` on purpose for the one record without a licence. */
  licence: keyof typeof licences | undefined
  issued: string
  modified: string
  legalBasis?: readonly string[]
  /** ELI IRIs beside the HVD regulation, which is added by itself. */
  legislation?: readonly string[]
  hvd?: HvdCategory
  /** Documentation: address and name. */
  pages?: readonly (readonly [url: string, label: string])[]
}

/** A dataset or a series. */
export interface DraftDataset extends DraftBase {
  kind?: 'dataset' | 'series'
  frequency?: Frequency
  from?: string
  until?: string
  /** Model dataset of the Musterdatenkatalog: path of its IRI. */
  model?: string
  /** Slug of the series in the same tenant. */
  series?: string
  provenance?: string
  version?: string
  versionNotes?: string
  availability?: 'AVAILABLE' | 'EXPERIMENTAL' | 'STABLE' | 'TEMPORARY'
  /** Text of the source note; derived from publisher and title where absent. */
  attribution?: string
  conformsTo?: readonly (readonly [url: string, label: string])[]
  /** ISO 8601 duration, as in `PT1H`. */
  resolution?: string
  files: readonly DemoFile[]
  services?: readonly DraftService[]
  /** A file kept elsewhere; one of them is broken on purpose. */
  external?: readonly { title: string; url: string; fileType: string; mediaType: string }[]
}

/** An interface of its own. */
export interface DraftDataService extends DraftBase {
  kind: 'service'
  endpoint: string
  endpointDescription: string
  serves: readonly string[]
  fileTypes: readonly string[]
}

export type Draft = DraftDataset | DraftDataService
