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
import { dayOf } from '#kernel/clock.ts'
import { fail, ok, type Result } from '#kernel/result.ts'
import type { Site } from '#kernel/site.ts'
import { checksumAlgorithms, type Dataset, type Distribution, fileTypes, licences, themes } from '#standards/dcat-ap-de'
import { forCatalogue, type ParticipationHouse, staffDb } from '../house.ts'
import type { Procedure } from '../model/procedure.ts'
import { openDataset, putDataset } from '../store/report-store.ts'
import { type OpenDataFiles, openDataFiles } from './open-data-files.ts'
import { asStaff, type Clerk, noteStaffAct } from './staff-act.ts'

/** What came of it: public at once, or handed to the colleague who releases where the tenant wants four eyes. */
export type DatasetDone =
  | { readonly kind: 'released'; readonly slug: string }
  | { readonly kind: 'in-review'; readonly draft: string }

/** Why nothing is public: nobody handed anything in; a colleague works on the record; it lacks something, and waits as a draft. */
export type DatasetFault =
  | { readonly kind: 'empty' }
  | { readonly kind: 'in-work'; readonly draft: string }
  | { readonly kind: 'unfit'; readonly draft: string }

type Step<T> = Result<T, DatasetFault>

const iri = (list: { readonly concepts: readonly { readonly iri: string }[] }, ending: string): string | undefined =>
  list.concepts.find((one) => one.iri.endsWith(ending))?.iri
const german = (value: string) => [{ value, lang: 'de' }]
const fileNames = { csv: 'beitraege.csv', json: 'beitraege.json' } as const

/**
 * Publishes what people handed in to a procedure as an open dataset of the tenant's catalogue, anonymised, as CSV and JSON; a second time
 * it becomes a new version of the same dataset. Whoever asks must be allowed to publish here and to release there.
 */
export async function publishDataset(
  house: ParticipationHouse,
  site: Site,
  clerk: Clerk,
  procedure: Procedure,
): Promise<Step<DatasetDone>> {
  const files = await openDataFiles(house, site, procedure)
  if (files.submissions === 0) return fail({ kind: 'empty' })
  const acting = { site, person: clerk }
  const desk = forCatalogue(house)
  const known = await openDataset(staffDb(house, site), procedure.id)
  const begun = await draftFor(desk, acting, known?.resource)
  if (!begun.ok) return begun
  const draft = await written(desk, acting, begun.value, procedure, files)
  if (!draft.ok) return draft
  const { id } = draft.value
  const released = await releaseDraft(desk, acting, { id, note: `Beiträge bis ${files.last ?? ''}: ${files.submissions}` })
  if (released.ok) {
    await noted(house, site, clerk, procedure, { resource: released.value.resource, ...files })
    return ok({ kind: 'released', slug: released.value.slug })
  }
  if (released.error.kind !== 'four-eyes') return fail({ kind: 'unfit', draft: id })
  await noted(house, site, clerk, procedure, { resource: draft.value.resource ?? id, ...files })
  if (draft.value.state !== 'review') await submitDraft(desk, acting, { id })
  return ok({ kind: 'in-review', draft: id })
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
async function written(
  desk: Desk,
  acting: Acting,
  draft: Draft,
  procedure: Procedure,
  files: OpenDataFiles,
): Promise<Step<Draft>> {
  const unfit = fail({ kind: 'unfit', draft: draft.id } as const)
  const csv = await attachFile(desk, acting, { id: draft.id, name: fileNames.csv, mediaType: 'text/csv', content: files.csv })
  const json = await attachFile(desk, acting, {
    id: draft.id,
    name: fileNames.json,
    mediaType: 'application/json',
    content: files.json,
  })
  if (!csv.ok || !json.ok || json.value.draft.record.kind === 'service') return unfit
  const { defaults } = await readSettings(catalogueStaff(desk, acting.site))
  const record = json.value.draft.record
  const distribution = [
    described(newDistribution(record, defaults), acting.site, 'CSV', csv.value.url, files.csv),
    described(newDistribution(record, defaults), acting.site, 'JSON', json.value.url, files.json),
  ]
  const saved = await saveDraft(desk, acting, {
    id: draft.id,
    revision: json.value.draft.revision,
    record: datasetRecord(record, procedure, files, distribution, dayOf(desk.now())),
    office: procedure.office,
  })
  if (!saved.ok) return unfit
  const answered = await answerLawfulness(desk, acting, {
    id: draft.id,
    revision: saved.value.draft.revision,
    answers: {
      'personal-data': {
        answer: 'allowed',
        reason: `Ohne Namen und Kontaktangaben der Schreibenden; ${files.blanked} Fundstellen in Texten sind durch Marken ersetzt, Verborgenes fehlt.`,
      },
      'third-party-rights': { answer: 'none' },
      'trade-secrets': { answer: 'none' },
    },
  })
  return answered.ok ? ok(answered.value) : unfit
}

/** What is said of the dataset the first time; what staff wrote since stays. */
function datasetRecord(
  record: Dataset,
  procedure: Procedure,
  files: OpenDataFiles,
  distribution: Distribution[],
  today: string,
): Dataset {
  const theme = iri(themes, '/GOVE')
  return {
    ...record,
    title: record.title.length > 0 ? record.title : german(`Beiträge: ${procedure.title}`),
    description:
      record.description.length > 0
        ? record.description
        : german(
            `Was Menschen in diesem Beteiligungsverfahren geschrieben haben, was ihnen geantwortet wurde und was daraus geworden ist. Ein Beitrag ist eine Zeile. Namen und Kontaktangaben fehlen; personenbezogene Angaben in Texten sind durch Marken wie [Name] ersetzt. ${procedure.lead}`,
          ),
    keyword: record.keyword.length > 0 ? record.keyword : ['Bürgerbeteiligung', 'Beiträge', 'Rechenschaft'].flatMap(german),
    theme: record.theme.length > 0 || !theme ? record.theme : [theme],
    modified: today,
    temporal: files.first && files.last ? [{ start: files.first, end: files.last }] : [],
    distribution,
  }
}

function described(one: Distribution, site: Site, code: 'CSV' | 'JSON', url: string, content: Buffer): Distribution {
  const algorithm = iri(checksumAlgorithms, 'sha256')
  const format = iri(fileTypes, `/${code}`)
  // Where the tenant says no licence: attribution, the usual one of administrations.
  const license = one.license ?? iri(licences, '/dl-by-de/2.0')
  return {
    ...one,
    title: german(`Beiträge als ${code}`),
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

const noted = (
  house: ParticipationHouse,
  site: Site,
  clerk: Clerk,
  procedure: Procedure,
  { resource, submissions, blanked }: { resource: string; submissions: number; blanked: number },
): Promise<void> =>
  asStaff(house, site, async (trx) => {
    await putDataset(trx, site.id, procedure.id, { resource, submissions, blanked })
    const subject = { kind: 'procedure', id: procedure.id, name: procedure.title }
    await noteStaffAct(trx, site, clerk, 'publish-dataset', subject, { submissions, blanked })
  })
