import { Bug, must, type Result } from '#kernel/result.ts'
import type { CatalogueRecord, Dataset, Distribution } from '#standards/dcat-ap-de'
import { type DemoFile, makeFile } from '../demo/demo.ts'
import { officeOf } from '../demo/desk/charges.ts'
import type { DeskChange, DeskDeed, DeskDraft, DeskLaw, DeskMoment, DeskPerson } from '../demo/desk/desk-draft.ts'
import { fileTypeOf, frequencyOf, mediaTypeOf, sha256Algorithm, themeOf } from '../demo/vocabulary.ts'
import { type DraftTimes, dateComment, dateDraft } from '../store/demonstration-store.ts'
import { draftById } from '../store/draft-store.ts'
import type { Draft } from '../store/draft-tables.ts'
import { readSettings } from '../store/version-store.ts'
import { answerLawfulness } from './edit/answer-lawfulness.ts'
import { attachFile } from './edit/attach-file.ts'
import { type Beginning, beginDraft } from './edit/begin-draft.ts'
import { newDistribution } from './edit/new-record.ts'
import { releaseDraft, scheduleDraft } from './edit/release-draft.ts'
import { approveDraft, commentDraft, discardDraft, sendBackDraft, submitDraft } from './edit/review-draft.ts'
import { saveDraft } from './edit/save-draft.ts'
import { type Acting, type EditHouse, staffDb } from './edit/staff.ts'

/** The house of a day gone by, and who of the demonstration acts. */
export interface Desk {
  readonly house: EditHouse
  acting(person: DeskPerson): Acting
}

const dayMs = 86_400_000

/** The moment so many working days before now (after now where negative). */
export function momentOf(now: Date, { days, hour }: DeskMoment): Date {
  const at = new Date(now)
  at.setUTCHours(hour, 17, 0, 0)
  for (let left = Math.abs(days); left > 0; ) {
    at.setTime(at.getTime() - Math.sign(days) * dayMs)
    if (at.getUTCDay() % 6 !== 0) left--
  }
  return at
}

const german = (value: string) => ({ value, lang: 'de' })
const dayOf = (at: Date): string => at.toISOString().slice(0, 10)

/** What must not be refused: the demonstration says only what fits. */
function done<T>(what: string, result: Result<T, { kind: string }>): T {
  if (!result.ok) throw new Bug(`the demonstration could not ${what}: ${JSON.stringify(result.error).slice(0, 400)}`)
  return result.value
}

/** The house as it was then: what asks for the time hears that one. */
const then = (desk: Desk, at: Date): EditHouse => ({ ...desk.house, now: () => at })

/** Writes new data and lets colleagues do with them what the story says, each at his time. */
export async function plantDraft(desk: Desk, given: DeskDraft): Promise<void> {
  const now = desk.house.now()
  const house = then(desk, momentOf(now, given.written))
  const acting = desk.acting(given.by)
  const draft = done('begin', await beginDraft(house, acting, { kind: 'dataset' }))
  const distribution: Distribution[] = []
  for (const file of given.files) distribution.push(await attached(house, acting, draft, file))
  await written(house, acting, draft.id, (record) => ({ ...described(record, given), distribution }), {
    office: officeOf(given.office),
  })
  await told(desk, draft.id, given)
}

/** Changes a published record; nothing is done where somebody else works on it. */
export async function plantChange(desk: Desk, resource: string, given: DeskChange): Promise<void> {
  const now = desk.house.now()
  const house = then(desk, momentOf(now, given.written))
  const acting = desk.acting(given.by)
  const from: Beginning = { resource }
  const draft = done('begin', await beginDraft(house, acting, from))
  if (draft.createdBy !== acting.person.id || draft.revision !== 1) return
  await written(house, acting, draft.id, (record) => changed(record, given, dayOf(momentOf(now, given.written))))
  await told(desk, draft.id, given)
}

async function attached(house: EditHouse, acting: Acting, draft: Draft, given: DemoFile): Promise<Distribution> {
  const { bytes: content, name, mediaType, sha256 } = makeFile(given)
  const { url } = done('attach', await attachFile(house, acting, { id: draft.id, name, mediaType, content }))
  const { defaults } = await readSettings(staffDb(house, acting.site))
  return {
    ...newDistribution(draft.record, defaults),
    title: [german(given.title)],
    accessURL: [url],
    downloadURL: [url],
    byteSize: content.byteLength,
    checksum: { algorithm: sha256Algorithm, value: sha256 },
    format: fileTypeOf(given.fileType),
    mediaType: mediaTypeOf(mediaType),
    licenseAttributionByText: [german(`${acting.site.name}: ${given.title}`)],
  }
}

/** Saves what `change` makes of the draft as it stands. */
async function written(
  house: EditHouse,
  acting: Acting,
  id: string,
  change: (record: Dataset) => CatalogueRecord,
  more: { office?: string } = {},
): Promise<void> {
  const draft = must(await draftNow(house, acting, id), 'the draft that was begun')
  if (draft.record.kind === 'service') return
  done('save', await saveDraft(house, acting, { id, revision: draft.revision, record: change(draft.record), ...more }))
}

const draftNow = async (house: EditHouse, acting: Acting, id: string) => draftById(staffDb(house, acting.site), id)

const described = (record: Dataset, given: DeskDraft): Dataset => ({
  ...record,
  title: [german(given.title)],
  description: [german(given.description)],
  keyword: given.keywords.map(german),
  theme: given.themes.map(themeOf),
  legalBasis: (given.legalBasis ?? []).map(german),
  temporal: given.from && given.until ? [{ start: given.from, end: given.until }] : [],
  ...(given.frequency ? { accrualPeriodicity: frequencyOf(given.frequency) } : {}),
})

function changed(record: Dataset, given: DeskChange, modified: string): Dataset {
  const { more, keywords, frequency, telephone, contact, provenance } = given
  const [point, ...others] = record.contactPoint
  const spoken = contact
    ? {
        fn: [german(contact.name)],
        organizationName: [german(contact.name)],
        email: contact.mailbox,
        telephone: contact.telephone,
      }
    : telephone
      ? { telephone }
      : {}
  return {
    ...record,
    modified: record.modified && record.modified > modified ? record.modified : modified,
    ...(point ? { contactPoint: [{ ...point, ...spoken }, ...others] } : {}),
    ...(more ? { description: record.description.map((one) => ({ ...one, value: `${one.value} ${more}` })) } : {}),
    ...(keywords ? { keyword: keywords.map(german) } : {}),
    ...(frequency ? { accrualPeriodicity: frequencyOf(frequency) } : {}),
    ...(provenance ? { provenance: [{ label: [german(provenance)] }] } : {}),
  }
}

async function told(desk: Desk, id: string, given: Pick<DeskDraft, 'by' | 'begun' | 'written' | 'law' | 'story'>): Promise<void> {
  const now = desk.house.now()
  const changedAt = momentOf(now, given.written)
  if (given.law) await answered(then(desk, changedAt), desk.acting(given.by), id, given.law)
  const times: { -readonly [name in keyof DraftTimes]: DraftTimes[name] } = {
    created: momentOf(now, given.begun),
    changed: changedAt,
  }
  for (const deed of given.story) {
    const at = momentOf(now, deed)
    const comment = await acted(then(desk, at), desk.acting(deed.by), id, deed, now)
    const { site } = desk.acting(deed.by)
    if (comment) await dateComment(desk.house.database.system, site.id, comment, at)
    if (deed.deed === 'submit') times.submitted = at
    if (deed.deed === 'approve') times.approved = at
    if (deed.deed === 'release') times.released = at
  }
  await dateDraft(desk.house.database.system, desk.acting(given.by).site.id, id, times)
}

async function answered(house: EditHouse, acting: Acting, id: string, { personal }: DeskLaw): Promise<void> {
  const { revision } = must(await draftNow(house, acting, id), 'the draft that was begun')
  const none = { answer: 'none' } as const
  const answers = { 'personal-data': personal ?? none, 'third-party-rights': none, 'trade-secrets': none }
  done('answer', await answerLawfulness(house, acting, { id, revision, answers }))
}

/** Does one deed; gives the id of a comment. */
async function acted(house: EditHouse, acting: Acting, id: string, deed: DeskDeed, now: Date): Promise<string | undefined> {
  switch (deed.deed) {
    case 'comment':
      return done('comment', await commentDraft(house, acting, { id, text: deed.text })).id
    case 'submit':
      done('submit', await submitDraft(house, acting, { id, ...(deed.note ? { note: deed.note } : {}) }))
      return undefined
    case 'send-back':
      done('send back', await sendBackDraft(house, acting, { id, reason: deed.reason }))
      return undefined
    case 'approve':
      done('approve', await approveDraft(house, acting, { id }))
      return undefined
    case 'schedule': {
      const at = momentOf(now, { days: -deed.inDays, hour: 18 })
      done('schedule', await scheduleDraft(house, acting, { id, at, note: deed.note }))
      return undefined
    }
    case 'release':
      done('release', await releaseDraft(house, acting, { id, note: deed.note }))
      return undefined
    case 'discard':
      done('discard', await discardDraft(house, acting, { id }))
      return undefined
  }
}
