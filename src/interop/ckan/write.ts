import {
  type Attached,
  answerLawfulness,
  attachFile,
  beginDraft,
  catalogueRoutes,
  type Draft,
  type DraftFault,
  discardDraft,
  draftById,
  fileEndings,
  fileName,
  openDraftNamed,
  openDraftOf,
  readUploaded,
  releaseDraft,
  type StoredResource,
  saveDraft,
  staffDb,
  storeOf,
  submitDraft,
  withdraw,
  withFile,
} from '#catalogue'
import { isIdInAnyCase } from '#kernel/id.ts'
import type { Result } from '#kernel/result.ts'
import type { Site } from '#kernel/site.ts'
import type { Upload, Visit } from '#platform/http'
import { writePackage } from '#standards/ckan'
import { CkanRefusal, gone, invalid } from './answers.ts'
import { type LawAnswers, lawfulnessIn } from './lawfulness.ts'
import { findPackage, organizationOf, organizationsOf, packageOf, resourceIdsOf } from './packages.ts'
import { type CkanHouse, programOf, type Writer, writerFor } from './program.ts'
import { type Before, recordFrom, resourcesIn } from './record-from.ts'
import { type ActionData, needed, textIn, truthIn } from './request.ts'

const states: readonly Draft['state'][] = ['draft', 'returned', 'review']

/** A dataset that can be written: a published one, a draft, or both. */
interface Target {
  readonly site: Site
  readonly published?: StoredResource
  readonly draft?: Draft
}

/** A draft as a package; only who holds a key for its tenant ever sees it. */
function draftPackage(site: Site, draft: Draft, name: string) {
  return {
    ...writePackage(draft.record, {
      id: draft.resource ?? draft.id,
      name,
      created: draft.createdAt,
      changed: draft.changedAt,
      organization: organizationOf(site),
      resourceIds: resourceIdsOf({ id: draft.resource ?? draft.id, record: draft.record }),
      uploads: new Set(),
      tables: new Set(),
    }),
    state: 'draft',
    private: true,
  }
}

const nameOf = (target: Target, visit: Visit) =>
  target.published ? packageOf(visit, target.published).name : (target.draft?.record.identifier[0] ?? target.draft?.id ?? '')

/** What an id or a name means to somebody who may write: also what is not public yet. */
async function target(house: CkanHouse, visit: Visit, given: string): Promise<Target> {
  const published = await findPackage(house, visit, given)
  const site = published && organizationsOf(visit).find((one) => one.id === published.tenant)
  if (published && site) {
    const draft = await openDraftOf(staffDb(house, site), published.id)
    return { site, published, ...(draft ? { draft } : {}) }
  }
  const { actor, tenant } = await programOf(house, visit)
  const own = organizationsOf(visit).find((one) => one.id === tenant)
  if (!own || !actor.permissions.get(own.id)?.has('catalogue/edit')) throw gone()
  const staff = staffDb(house, own)
  const found = isIdInAnyCase(given) ? await draftById(staff, given.toLowerCase()) : await openDraftNamed(staff, given)
  if (!found || found.state === 'discarded' || found.state === 'released') throw gone()
  return { site: own, draft: found }
}

/** How a dataset stands, as CKAN tells it, for comparing what is sent. */
function beforeOf(record: Draft['record'], id: string, told: ActionData): Before {
  const uris = record.kind === 'service' ? [] : record.distribution.map((one) => one.uri)
  return { record, told, addresses: new Map(resourceIdsOf({ id, record }).map((one, at) => [one, uris[at] ?? ''])) }
}

/** The value, or what CKAN would say. */
function done<T>(result: Result<T, DraftFault>): T {
  if (result.ok) return result.value
  const { error } = result
  if (error.kind === 'not-found') throw gone()
  if (error.kind === 'field') throw invalid(error.field, error.fault)
  throw new CkanRefusal({ kind: 'invalid', fields: { name: [sayFault(error)] } })
}

function sayFault(fault: DraftFault): string {
  switch (fault.kind) {
    case 'four-eyes':
      return 'somebody else has to release it: four eyes are wanted here'
    case 'unfit': {
      const { lacks, questions, persons, findings } = fault.check
      return [
        ...lacks.filter((one) => one.level === 'must').map((one) => `${one.field} is missing`),
        ...questions.map((one) => `lawfulness.${one} is not answered`),
        ...persons.map((one) => `"${one.value.slice(0, 60)}" seems to name a person`),
        ...findings.filter((one) => one.severity === 'Violation').map((one) => `${one.path ?? ''} breaks DCAT-AP.de`.trim()),
      ].join('; ')
    }
    case 'conflict':
      return 'somebody changed it at the same moment: read it again'
    case 'outdated':
      return 'the published dataset was changed since this draft began: bring both together in the internal area'
    default:
      return 'its draft is in a state in which it cannot be changed: look at it in the internal area'
  }
}

/** Why a draft stays one; undefined where it went out. */
async function releaseIfMay(
  house: CkanHouse,
  writer: Writer,
  draft: Draft,
  name: string,
): Promise<{ released: boolean; why: string }> {
  if (writer.may('catalogue/release')) {
    const out = await releaseDraft(house, writer.acting, { id: draft.id, slug: name, note: 'CKAN-Schnittstelle' })
    if (out.ok) return { released: true, why: '' }
    const handed = out.error.kind === 'unfit' ? undefined : await submitDraft(house, writer.acting, { id: draft.id })
    return { released: false, why: `${sayFault(out.error)}${handed?.ok ? '; handed in for review' : ''}` }
  }
  const handed = await submitDraft(house, writer.acting, { id: draft.id })
  const why = handed.ok ? 'handed in for review' : sayFault(handed.error)
  return { released: false, why: `this key may not publish; ${why}` }
}

/** Saves a draft and lets it out where that may be. Gives the package as it stands then. */
async function store(
  house: CkanHouse,
  visit: Visit,
  writer: Writer,
  draft: Draft,
  given: { record: Draft['record']; name: string; law: LawAnswers; keep: boolean },
) {
  const saved = done(
    await saveDraft(house, writer.acting, { id: draft.id, revision: draft.revision, record: given.record }),
  ).draft
  const asked = Object.keys(given.law).length > 0
  const answered = asked
    ? done(await answerLawfulness(house, writer.acting, { id: saved.id, revision: saved.revision, answers: given.law }))
    : saved
  const { released, why } = given.keep
    ? { released: false, why: 'kept as a draft, as private or state asked for' }
    : await releaseIfMay(house, writer, answered, given.name)
  if (released) {
    const one = await storeOf(house, writer.site).byId(draft.resource ?? draft.id)
    if (one) return packageOf(visit, one)
  }
  const now = (await draftById(staffDb(house, writer.site), draft.id)) ?? answered
  const address = visit.address(writer.site, catalogueRoutes.draft, { id: draft.id })
  return { ...draftPackage(writer.site, now, given.name), allmende: { published: false, state: now.state, why, draft: address } }
}

const wantsDraft = (data: ActionData) => truthIn(data, 'private', false) || textIn(data, 'state') === 'draft'

function checkName(name: string): string {
  if (!/^[a-z0-9_-]{2,100}$/.test(name))
    throw invalid('name', 'Must be 2 to 100 purely lowercase alphanumeric (ascii) characters and these symbols: -_')
  return name
}

async function packageCreate(house: CkanHouse, visit: Visit, data: ActionData) {
  const name = checkName(needed(data, 'name'))
  const writer = await writerFor(house, visit, data)
  const law = lawfulnessIn(data)
  resourcesIn(data)
  const taken =
    (await openDraftNamed(staffDb(house, writer.site), name)) ?? (await findPackage(house, { ...visit, site: writer.site }, name))
  if (taken) throw invalid('name', 'That URL is already in use.')
  const draft = done(await beginDraft(house, writer.acting, { kind: 'dataset' }))
  const named = { ...draft.record, identifier: [name] }
  const record = recordFrom(
    { ...data, name },
    { record: named, told: draftPackage(writer.site, draft, name), addresses: new Map() },
  )
  return store(house, visit, writer, draft, { record, name, law, keep: wantsDraft(data) })
}

type Change = (told: ActionData, file?: string) => ActionData

const uploadFaults = {
  'too-large': 'The file is larger than 100 MB',
  empty: 'The file is empty',
  type: `Files end with ${fileEndings.join(', ')}`,
  content: 'The file is not what its ending says',
} as const

/** Keeps the file of a form with a draft, by the same way as a person's. */
async function keep(house: CkanHouse, writer: Writer, draft: Draft, upload: Upload) {
  const read = await readUploaded(upload)
  if (!read.ok) throw invalid('upload', uploadFaults[read.error])
  return done(
    await attachFile(house, writer.acting, {
      id: draft.id,
      name: upload.name,
      mediaType: upload.type,
      content: read.value,
    }),
  )
}

/** The name of a file that the portal keeps, by its address. */
const keptName = (url: unknown): string | undefined => {
  const [, name] = /\/datei\/([^/?#]+)$/.exec(String(url)) ?? []
  return name && decodeURIComponent(name)
}

/** Changes a dataset by what `change` makes of the package as it is told, and of the address of the file that came with it. */
async function rewrite(house: CkanHouse, visit: Visit, id: string, data: ActionData, change: Change, upload?: Upload) {
  const found = await target(house, visit, id)
  const writer = await writerFor(house, visit, data, found.site)
  const law = lawfulnessIn(data)
  const { published, draft: open } = found
  if (open && (open.changedBy !== writer.acting.person.id || !states.includes(open.state)))
    throw invalid('name', `Somebody works on it in the internal area (${open.state}): finish that first`)
  const begun = open ?? done(await beginDraft(house, writer.acting, { resource: published?.id ?? '' }))
  const name = nameOf(found, visit)
  const told: ActionData = open || !published ? draftPackage(found.site, begun, name) : packageOf(visit, published)
  // Whatever is wrong with the rest is said before a file is kept.
  const first = change(told)
  const attached = upload && (await keep(house, writer, begun, upload))
  const draft = attached?.draft ?? begun
  const wanted = attached ? change(told, attached.url) : first
  const read = recordFrom(wanted, beforeOf(draft.record, draft.resource ?? draft.id, told))
  const record = attached ? described(read, attached, house.now()) : read
  return store(house, visit, writer, draft, { record, name, law, keep: wantsDraft(data) })
}

/** The distribution of a file says what can be told from it. */
function described(record: Draft['record'], { url, file }: Attached, now: Date): Draft['record'] {
  if (record.kind === 'service') return record
  const parts = record.distribution.map((one) => (one.accessURL.includes(url) ? withFile(one, file, url, now) : one))
  return { ...record, distribution: parts }
}

const idOf = (data: ActionData) => textIn(data, 'id') ?? textIn(data, 'name') ?? needed(data, 'id')

const packageUpdate = (house: CkanHouse, visit: Visit, data: ActionData) =>
  rewrite(house, visit, idOf(data), data, (told) => ({ ...data, name: told.name }))

const packagePatch = (house: CkanHouse, visit: Visit, data: ActionData) =>
  rewrite(house, visit, idOf(data), data, (told) => ({ ...told, ...data, name: told.name }))

async function packageDelete(house: CkanHouse, visit: Visit, data: ActionData) {
  const found = await target(house, visit, idOf(data))
  const writer = await writerFor(house, visit, {}, found.site)
  if (found.published) {
    if (!writer.may('catalogue/withdraw'))
      throw new CkanRefusal({ kind: 'denied', message: `this key may not withdraw datasets of ${found.site.slug}` })
    const reason = textIn(data, 'reason') ?? 'Über die Schnittstelle zurückgezogen.'
    done(await withdraw(house, writer.acting, { resource: found.published.id, reason }))
  } else if (found.draft) done(await discardDraft(house, writer.acting, { id: found.draft.id }))
  return null
}

/** The package of a resource, and the id it is known by. */
const packageIdOf = (resource: string) => resource.slice(0, 36)

/** The file of a form; undefined where none came. */
function uploadIn(visit: Visit): Upload | undefined {
  const strange = visit.uploads.find((one) => one.field !== 'upload')
  if (strange) throw invalid(strange.field.slice(0, 80), 'A file comes in the field upload')
  return visit.uploads[0]
}

/** Where a file is, in place of all addresses that were there before. */
function placed(resource: Readonly<Record<string, unknown>>, file: string | undefined) {
  if (file === undefined) return resource
  const { access_url: _, download_url: __, format: ___, mimetype: ____, size: _____, hash: ______, ...rest } = resource
  return { ...rest, url: file, url_type: 'upload' }
}

/** Two files of one name would be one: the second would take the place of the first. */
function refuseTwin(resources: readonly Readonly<Record<string, unknown>>[], upload: Upload | undefined, own?: string): void {
  const name = upload && fileName(upload.name)
  if (name && resources.some((one) => one.id !== own && keptName(one.url) === name))
    throw invalid('upload', `Another resource has a file ${name}: change that one, or give this file another name`)
}

async function changeResource(
  house: CkanHouse,
  visit: Visit,
  data: ActionData,
  change: (old: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>> | undefined,
  upload?: Upload,
) {
  const id = needed(data, 'id').toLowerCase()
  const result = await rewrite(
    house,
    visit,
    packageIdOf(id),
    lawOnly(data),
    (told, file) => {
      const resources = resourcesIn(told)
      if (!resources.some((one) => one.id === id)) throw gone()
      refuseTwin(resources, upload, id)
      return {
        ...told,
        resources: resources.flatMap((one) => {
          const changed = one.id === id ? change(one) : one
          return changed ? (one.id === id ? placed(changed, file) : changed) : []
        }),
      }
    },
    upload,
  )
  return result.resources.find((one) => one.id === id) ?? null
}

/** What the data of a resource say about the whole dataset. */
const lawOnly = (data: ActionData): ActionData => ('lawfulness' in data ? { lawfulness: data.lawfulness } : {})
const resourceOnly = ({ lawfulness: _, package_id: __, upload: ___, clear_upload: ____, ...rest }: ActionData) => rest

async function resourceCreate(house: CkanHouse, visit: Visit, data: ActionData) {
  const upload = uploadIn(visit)
  if (!upload) needed(data, 'url')
  let before: ReadonlySet<unknown> = new Set()
  const result = await rewrite(
    house,
    visit,
    needed(data, 'package_id'),
    lawOnly(data),
    (told, file) => {
      const resources = resourcesIn(told)
      before = new Set(resources.map((one) => one.id))
      refuseTwin(resources, upload)
      const { id: _, uri: __, ...fresh } = resourceOnly(data)
      return { ...told, resources: [...resources, placed(fresh, file)] }
    },
    upload,
  )
  return result.resources.find((one) => !before.has(one.id)) ?? null
}

function resourceUpdate(house: CkanHouse, visit: Visit, data: ActionData) {
  const upload = uploadIn(visit)
  const url = upload ? {} : { url: needed(data, 'url') }
  return changeResource(house, visit, data, () => ({ ...url, ...resourceOnly(data) }), upload)
}
const resourcePatch = (house: CkanHouse, visit: Visit, data: ActionData) =>
  changeResource(house, visit, data, (old) => ({ ...withoutOldAddresses(old, data), ...resourceOnly(data) }), uploadIn(visit))
const resourceDelete = (house: CkanHouse, visit: Visit, data: ActionData) => changeResource(house, visit, data, () => undefined)

/** A new `url` is meant for every address that the old one stood for. */
function withoutOldAddresses(old: Readonly<Record<string, unknown>>, data: ActionData) {
  if (textIn(data, 'url') === undefined) return old
  const { access_url: _, download_url: __, ...rest } = old
  return rest
}

/** Organizations that a key may write for. */
async function organizationListForUser(house: CkanHouse, visit: Visit) {
  const { actor } = await programOf(house, visit)
  return organizationsOf(visit)
    .filter((site) => actor.permissions.get(site.id)?.has('catalogue/edit'))
    .map((site) => ({ ...organizationOf(site), display_name: site.name, capacity: 'editor' }))
}

type WriteAction = (house: CkanHouse, visit: Visit, data: ActionData) => Promise<unknown>

/** Actions that need a key. All but the list of organizations change something and want POST. */
export const writeActions: Readonly<Record<string, WriteAction>> = {
  package_create: packageCreate,
  package_update: packageUpdate,
  package_patch: packagePatch,
  package_delete: packageDelete,
  dataset_delete: packageDelete,
  resource_create: resourceCreate,
  resource_update: resourceUpdate,
  resource_patch: resourcePatch,
  resource_delete: resourceDelete,
  organization_list_for_user: organizationListForUser,
}

/** Actions that take a file, as a form with the field `upload`. */
export const uploadActions: readonly string[] = ['resource_create', 'resource_update', 'resource_patch']

/** A draft by its id or name, for whoever holds a key; undefined for everybody else. */
export async function draftShown(house: CkanHouse, visit: Visit, given: string) {
  if (visit.request.headers.authorization === undefined && visit.request.headers['x-ckan-api-key'] === undefined) return undefined
  const found = await target(house, visit, given)
  return found.draft && draftPackage(found.site, found.draft, nameOf(found, visit))
}
