import { createHash } from 'node:crypto'
import {
  answerLawfulness,
  attachFile,
  beginDraft,
  staffDb as catalogueStaff,
  type Draft,
  draftById,
  newDistribution,
  readSettings,
  releaseDraft,
  saveDraft,
  storeOf,
  submitDraft,
} from '#catalogue'
import { fail, ok, type Result } from '#kernel/result.ts'
import type { Site } from '#kernel/site.ts'
import { checksumAlgorithms, type Dataset, type Distribution, fileTypes, licences } from '#standards/dcat-ap-de'
import { forCatalogue, type ParticipationHouse } from '../house.ts'
import type { Clerk } from './staff-act.ts'

/** What came of it: public at once, or handed to the colleague who releases where the tenant wants four eyes. */
export type DatasetDone =
  | { readonly kind: 'released'; readonly slug: string }
  | { readonly kind: 'in-review'; readonly draft: string }

/** Why nothing is public: there is nothing to publish; a colleague works on the record; it lacks something, and waits as a draft. */
export type DatasetFault =
  | { readonly kind: 'empty' }
  | { readonly kind: 'in-work'; readonly draft: string }
  | { readonly kind: 'unfit'; readonly draft: string }

type Step<T> = Result<T, DatasetFault>
interface OpenFile {
  readonly name: string
  readonly content: Buffer
}

/** Two files of the same content, and what the catalogue is told of them. */
export interface OpenFiles {
  /** The record that holds them already. */
  readonly known: string | undefined
  readonly csv: OpenFile
  readonly json: OpenFile
  /** "Beiträge": stands before "als CSV". */
  readonly label: string
  readonly office: string
  /** What is new in this version. */
  readonly note: string
  /** Why personal data may be published, or are in none of it. */
  readonly personal: string
  /** What is said of the dataset; what staff wrote since stays. */
  describe(record: Dataset): Partial<Dataset>
}

const iri = (list: { readonly concepts: readonly { readonly iri: string }[] }, ending: string): string | undefined =>
  list.concepts.find((one) => one.iri.endsWith(ending))?.iri

/** A German text of a record. */
export const german = (value: string) => [{ value, lang: 'de' }]

/** Publishes files as an open dataset of the tenant's catalogue, or as a new version of the one that is there; gives its record. */
export async function publishFiles(
  house: ParticipationHouse,
  site: Site,
  clerk: Clerk,
  files: OpenFiles,
): Promise<Step<{ readonly done: DatasetDone; readonly resource: string }>> {
  const acting = { site, person: clerk }
  const desk = forCatalogue(house)
  const begun = await draftFor(desk, acting, files.known)
  if (!begun.ok) return begun
  const draft = await written(desk, acting, begun.value, files)
  if (!draft.ok) return draft
  const { id } = draft.value
  const released = await releaseDraft(desk, acting, { id, note: files.note })
  if (released.ok) return ok({ done: { kind: 'released', slug: released.value.slug }, resource: released.value.resource })
  if (released.error.kind !== 'four-eyes') return fail({ kind: 'unfit', draft: id })
  if (draft.value.state !== 'review') await submitDraft(desk, acting, { id })
  return ok({ done: { kind: 'in-review', draft: id }, resource: draft.value.resource ?? id })
}

type Desk = ReturnType<typeof forCatalogue>
type Acting = { readonly site: Site; readonly person: Clerk }

/** The draft to write into: of the dataset that is there, of the one that waits for its release, or a new one. */
async function draftFor(desk: Desk, acting: Acting, known: string | undefined): Promise<Step<Draft>> {
  const { site, person } = acting
  const shown = known && (await storeOf(desk, site).byId(known))
  const waiting = known && !shown ? await draftById(catalogueStaff(desk, site), known) : undefined
  const open = waiting && waiting.state !== 'discarded' && waiting.state !== 'released' ? waiting : undefined
  const begun = open ? ok(open) : await beginDraft(desk, acting, known && shown ? { resource: known } : { kind: 'dataset' })
  if (!begun.ok) return fail({ kind: 'in-work', draft: known ?? '' })
  // What somebody else is writing at the moment is not mixed with this.
  return begun.value.createdBy === person.id ? begun : fail({ kind: 'in-work', draft: begun.value.id })
}

/** Hangs the files on the draft, describes them, and answers the lawfulness gate with what was done to the texts. */
async function written(desk: Desk, acting: Acting, draft: Draft, files: OpenFiles): Promise<Step<Draft>> {
  const unfit = fail({ kind: 'unfit', draft: draft.id } as const)
  const csv = await attachFile(desk, acting, { id: draft.id, mediaType: 'text/csv', ...files.csv })
  const json = await attachFile(desk, acting, { id: draft.id, mediaType: 'application/json', ...files.json })
  if (!csv.ok || !json.ok || json.value.draft.record.kind === 'service') return unfit
  const { defaults } = await readSettings(catalogueStaff(desk, acting.site))
  const record = json.value.draft.record
  const distribution = [
    described(newDistribution(record, defaults), acting.site, `${files.label} als CSV`, 'CSV', csv.value.url, files.csv.content),
    described(
      newDistribution(record, defaults),
      acting.site,
      `${files.label} als JSON`,
      'JSON',
      json.value.url,
      files.json.content,
    ),
  ]
  const saved = await saveDraft(desk, acting, {
    id: draft.id,
    revision: json.value.draft.revision,
    record: { ...record, ...files.describe(record), distribution },
    office: files.office,
  })
  if (!saved.ok) return unfit
  const answered = await answerLawfulness(desk, acting, {
    id: draft.id,
    revision: saved.value.draft.revision,
    answers: {
      'personal-data': {
        answer: 'allowed',
        reason: files.personal,
      },
      'third-party-rights': { answer: 'none' },
      'trade-secrets': { answer: 'none' },
    },
  })
  return answered.ok ? ok(answered.value) : unfit
}

function described(
  one: Distribution,
  site: Site,
  title: string,
  code: 'CSV' | 'JSON',
  url: string,
  content: Buffer,
): Distribution {
  const algorithm = iri(checksumAlgorithms, 'sha256')
  const format = iri(fileTypes, `/${code}`)
  // Where the tenant says no licence: attribution, the usual one of administrations.
  const license = one.license ?? iri(licences, '/dl-by-de/2.0')
  return {
    ...one,
    title: german(title),
    accessURL: [url],
    downloadURL: [url],
    byteSize: content.byteLength,
    mediaType: `https://www.iana.org/assignments/media-types/${code === 'CSV' ? 'text/csv' : 'application/json'}`,
    ...(license ? { license } : {}),
    ...(format ? { format } : {}),
    ...(algorithm ? { checksum: { algorithm, value: createHash('sha256').update(content).digest('hex') } } : {}),
    ...(one.licenseAttributionByText.length > 0 ? {} : { licenseAttributionByText: german(site.name) }),
  }
}
