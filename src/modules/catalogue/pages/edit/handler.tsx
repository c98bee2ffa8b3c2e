import { type Answer, type Handler, handler, notFound, page, problem, redirect, type Visit } from '#platform/http'
import type { CatalogueRecord, Distribution } from '#standards/dcat-ap-de'
import { type LawAnswer, lawAnswers, lawQuestions } from '../../model/lawfulness.ts'
import { routes } from '../../routes.ts'
import { recordAt } from '../../store/draft-store.ts'
import { readSettings } from '../../store/version-store.ts'
import { answerLawfulness } from '../../use-cases/edit/answer-lawfulness.ts'
import { largestFile } from '../../use-cases/edit/attach-file.ts'
import { newDistribution } from '../../use-cases/edit/new-record.ts'
import { saveDraft } from '../../use-cases/edit/save-draft.ts'
import { autosaveAnswer } from './autosave-answer.tsx'
import { distributionAt, draftLinks, fileKey } from './draft-links.ts'
import { changedByOthers, type Faulty, type FormField, readFields, type Shown, sentValues, type Values } from './field.ts'
import { fileFields, hostedFields } from './file-fields.ts'
import { fileView } from './file-view.tsx'
import { filesView, hostedFile } from './files-view.tsx'
import { doneMessage } from './form-messages.tsx'
import { type HandInFault, handInView } from './hand-in-view.tsx'
import { type EditorHouse, isAnswer, type OpenDraft, openDraft, turtleOf, withShapes } from './open-draft.ts'
import { showPreview } from './preview.ts'
import { type FormStep, stepsOf } from './record-fields.ts'
import { isAutosave, readRevision, recordRead, refusedAnswer, saveForm } from './save-form.ts'
import { type StepViewProps, stepView } from './step-view.tsx'
import { surroundingsOf } from './surroundings.ts'
import { takeUpload } from './take-upload.ts'

/** Opens the draft of the address and lets the rest answer; 404 where there is none. */
const withDraft =
  (house: EditorHouse, then: (house: EditorHouse, open: OpenDraft, visit: Visit) => Promise<Answer>) =>
  async (visit: Visit): Promise<Answer> => {
    const open = await openDraft(house, visit)
    return isAnswer(open) ? open : then(house, open, visit)
  }

const stepOf = (open: OpenDraft, visit: Visit): FormStep | undefined =>
  stepsOf(open.draft.kind).find((step) => step.id === visit.params.step)

type Given = Partial<Pick<StepViewProps, 'typed' | 'faults'>> & { uploadError?: string; wrong?: readonly HandInFault[] }

async function showStep(house: EditorHouse, open: OpenDraft, visit: Visit, step: FormStep['id'], shown: Given = {}) {
  const { uploadError, wrong, ...rest } = shown
  const message = doneMessage(open, visit)
  const props: StepViewProps = {
    open: await withShapes(house, open),
    visit,
    step,
    turtle: await turtleOf(open.draft),
    around: await surroundingsOf(house, visit, open),
    ...(message ? { message } : {}),
    ...rest,
  }
  if (step === 'dateien') return filesView(props, uploadError)
  return step === 'abgeben' ? handInView({ ...props, ...(wrong ? { wrong } : {}) }) : stepView(props)
}

/** What was typed into fields, for showing it again. */
const typedIn = <Part,>(fields: readonly FormField<Part>[], form: URLSearchParams): ReadonlyMap<string, Values> =>
  new Map(fields.map((field) => [field.name, sentValues(field, form)]))

/** Saves what a form made of the record; `again` shows the form with its faults. */
async function save(
  house: EditorHouse,
  visit: Visit,
  open: OpenDraft,
  made: { readonly record: CatalogueRecord; readonly faults: readonly Faulty[] },
  ways: {
    readonly address: string
    readonly again: () => Promise<Answer>
    readonly next: () => string
    /** What the form does not show of the record as it was saved. */
    readonly others: (saved: CatalogueRecord) => readonly Shown[]
  },
): Promise<Answer> {
  const auto = isAutosave(visit)
  // By hand all or nothing is saved; while somebody types, what is right is kept and what is not is named.
  if (made.faults.length > 0 && !auto) return ways.again()
  const saving = await saveForm(house, visit, open, made.record, ways.address)
  if ('answer' in saving) return saving.answer
  if (!auto) return redirect(`${ways.next()}?gespeichert=1`)
  const { draft } = saving.saved
  const told = { faults: made.faults, others: saving.merged ? ways.others(draft.record) : [] }
  return autosaveAnswer(await withShapes(house, { ...open, draft }), visit, await turtleOf(draft), told)
}

async function saveStep(house: EditorHouse, open: OpenDraft, visit: Visit): Promise<Answer> {
  const step = stepOf(open, visit)
  if (!step) return problem(notFound)
  const { part, faults } = readFields(await recordRead(open, visit.form), step.fields, visit.form)
  const links = draftLinks(visit, open.draft.id)
  const wanted = stepsOf(open.draft.kind).find((one) => one.id === visit.form.get('weiter'))
  return save(
    house,
    visit,
    open,
    { record: part, faults },
    {
      address: visit.to(routes.saveDraft, { id: open.draft.id, step: step.id }),
      again: async () =>
        page(await showStep(house, open, visit, step.id, { faults, typed: typedIn(step.fields, visit.form) }), 422),
      next: () => links.step(wanted?.id ?? step.id),
      others: (saved) => changedByOthers(saved, step.fields, visit.form, faults),
    },
  )
}

/** A record with another list of distributions. */
const withFiles = (record: CatalogueRecord, change: (files: readonly Distribution[]) => Distribution[]): CatalogueRecord =>
  record.kind === 'service' ? record : { ...record, distribution: change(record.distribution) }

async function showFile(house: EditorHouse, open: OpenDraft, visit: Visit, one: Distribution, shown: Given = {}) {
  const message = doneMessage(open, visit)
  return fileView({
    open: await withShapes(house, open),
    visit,
    step: 'dateien',
    one,
    turtle: await turtleOf(open.draft),
    around: await surroundingsOf(house, visit, open),
    ...(message ? { message } : {}),
    ...(shown.faults ? { faults: shown.faults } : {}),
    ...(shown.typed ? { typed: shown.typed } : {}),
  })
}

async function saveFile(house: EditorHouse, open: OpenDraft, visit: Visit): Promise<Answer> {
  const before = await recordRead(open, visit.form)
  const one = distributionAt(before, visit.params.file ?? '')
  if (!one) return problem(notFound)
  const fields = hostedFile(one, open.files) ? hostedFields : fileFields
  const { part, faults } = readFields(one, fields, visit.form)
  const record = withFiles(before, (files) => files.map((file) => (file.uri === one.uri ? part : file)))
  const links = draftLinks(visit, open.draft.id)
  return save(
    house,
    visit,
    open,
    { record, faults },
    {
      address: visit.to(routes.saveFile, { id: open.draft.id, file: fileKey(one.uri) }),
      again: async () => page(await showFile(house, open, visit, one, { faults, typed: typedIn(fields, visit.form) }), 422),
      next: () => (visit.form.get('weiter') === 'dateien' ? links.step('dateien') : links.file(one.uri)),
      others: (saved) => {
        const kept = distributionAt(saved, fileKey(one.uri))
        return kept ? changedByOthers(kept, fields, visit.form, faults) : []
      },
    },
  )
}

/** Saves another list of files, whatever else was changed meanwhile. */
async function changeFiles(
  house: EditorHouse,
  visit: Visit,
  open: OpenDraft,
  change: (files: readonly Distribution[]) => Distribution[],
  to: (revision: number) => string,
): Promise<Answer> {
  const { id, revision, record } = open.draft
  const saved = await saveDraft(house, open.acting, { id, revision, record: withFiles(record, change) })
  return saved.ok ? redirect(to(saved.value.draft.revision)) : refusedAnswer(saved.error, visit)
}

async function addLink(house: EditorHouse, open: OpenDraft, visit: Visit): Promise<Answer> {
  const { defaults } = await readSettings(open.staff)
  const one = newDistribution(open.draft.record, defaults)
  return changeFiles(
    house,
    visit,
    open,
    (files) => [...files, one],
    () => draftLinks(visit, open.draft.id).file(one.uri),
  )
}

async function removeFile(house: EditorHouse, open: OpenDraft, visit: Visit): Promise<Answer> {
  const one = distributionAt(open.draft.record, visit.params.file ?? '')
  if (!one) return problem(notFound)
  const before = open.draft.revision
  return changeFiles(
    house,
    visit,
    open,
    (files) => files.filter((file) => file.uri !== one.uri),
    (after) => `${draftLinks(visit, open.draft.id).step('dateien')}?entfernt=${before}-${after}`,
  )
}

/** Takes the last change back, unless somebody has worked on since. */
async function undo(house: EditorHouse, open: OpenDraft, visit: Visit): Promise<Answer> {
  const [, before = '0', after = '0'] = /^(\d+)-(\d+)$/.exec(visit.form.get('schritt') ?? '') ?? []
  const { id, revision } = open.draft
  const record = revision === Number(after) ? await recordAt(open.staff, id, Number(before)) : undefined
  const back = draftLinks(visit, id).step('dateien')
  if (!record) return redirect(`${back}?zu-spaet=1`)
  const saved = await saveDraft(house, open.acting, { id, revision, record })
  return saved.ok ? redirect(`${back}?zurueck=1`) : redirect(`${back}?zu-spaet=1`)
}

async function answerLaw(house: EditorHouse, open: OpenDraft, visit: Visit): Promise<Answer> {
  const { form } = visit
  const answers = Object.fromEntries(
    lawQuestions.flatMap((question) => {
      const answer = lawAnswers.find((one) => one === form.get(question))
      return answer ? [[question, { answer: answer satisfies LawAnswer, reason: form.get(`${question}-reason`) ?? '' }]] : []
    }),
  )
  const reasons = form.getAll('trace-reason')
  const clear = Object.fromEntries(form.getAll('trace').map((trace, i) => [trace, reasons[i] ?? '']))
  const wrong = Object.entries(answers)
    .filter(([, given]) => given.answer === 'allowed' && given.reason.trim() === '')
    .map(([field]) => ({ field, text: visit.t('catalogue.law.reason.missing') }))
  const done = await answerLawfulness(house, open.acting, { id: open.draft.id, revision: readRevision(form), answers, clear })
  const links = draftLinks(visit, open.draft.id)
  if (!done.ok && done.error.kind === 'conflict') return redirect(`${links.step('abgeben')}?zu-spaet=1`)
  if (!done.ok) return refusedAnswer(done.error, visit)
  if (wrong.length === 0) return redirect(`${links.step('abgeben')}?recht=1`)
  const again = await openDraft(house, visit)
  return isAnswer(again) ? again : page(await showStep(house, again, visit, 'abgeben', { wrong }), 422)
}

async function upload(house: EditorHouse, open: OpenDraft, visit: Visit): Promise<Answer> {
  const taken = await takeUpload(house, open, visit)
  if ('answer' in taken) return taken.answer
  if ('error' in taken) return page(await showStep(house, open, visit, 'dateien', { uploadError: taken.error }), 422)
  return redirect(draftLinks(visit, open.draft.id).file(taken.distribution))
}

const start = async (_: EditorHouse, open: OpenDraft, visit: Visit): Promise<Answer> => {
  const first = draftLinks(visit, open.draft.id).step('beschreibung')
  return redirect(visit.query.has('geoeffnet') ? `${first}?geoeffnet=1` : first)
}

async function stepPage(house: EditorHouse, open: OpenDraft, visit: Visit): Promise<Answer> {
  const step = stepOf(open, visit)
  return step ? page(await showStep(house, open, visit, step.id)) : problem(notFound)
}

async function filePage(house: EditorHouse, open: OpenDraft, visit: Visit): Promise<Answer> {
  const one = distributionAt(open.draft.record, visit.params.file ?? '')
  return one ? page(await showFile(house, open, visit, one)) : problem(notFound)
}

/** The form in which drafts are written. */
export const editHandlers = (house: EditorHouse): Handler[] => [
  handler(routes.draftForm, withDraft(house, start)),
  handler(routes.draftStep, withDraft(house, stepPage)),
  handler(routes.saveDraft, withDraft(house, saveStep)),
  handler(routes.fileForm, withDraft(house, filePage)),
  handler(routes.saveFile, withDraft(house, saveFile)),
  handler(routes.removeFile, withDraft(house, removeFile)),
  handler(routes.addLink, withDraft(house, addLink)),
  handler(routes.uploadFile, withDraft(house, upload), { upload: { maxBytes: largestFile } }),
  handler(routes.undoDraft, withDraft(house, undo)),
  handler(routes.answerLaw, withDraft(house, answerLaw)),
  handler(routes.draftPreview, withDraft(house, showPreview)),
]
