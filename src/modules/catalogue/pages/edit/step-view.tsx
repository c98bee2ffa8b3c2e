import { formatMoment } from '#kernel/clock.ts'
import type { View, Visit } from '#platform/http'
import { say } from '#standards/dcat-ap-de'
import { AutosaveLine, autosaves } from '#ui/components/autosave/autosave.tsx'
import { Button } from '#ui/components/button/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { SideLayout } from '#ui/components/side-layout/side-layout.tsx'
import { Stepper } from '#ui/components/stepper/stepper.tsx'
import type { Children } from '#ui/vocabulary.ts'
import { fits } from '../../model/draft.ts'
import { routes } from '../../routes.ts'
import { draftLinks } from './draft-links.ts'
import type { Faulty, FormField, Values } from './field.ts'
import { type FieldSurroundings, FieldView, faultSentence } from './field-view.tsx'
import { shapeLinesOf } from './finding-lines.ts'
import { placeOfFinding } from './finding-places.ts'
import { placeOfLack, placeOfTrace } from './lack-places.ts'
import type { OpenDraft } from './open-draft.ts'
import { DraftPanel, isBad, verdictOf } from './panel.tsx'
import { type FormStep, stepsOf } from './record-fields.ts'

export interface StepViewProps {
  readonly open: OpenDraft
  readonly visit: Visit
  readonly step: FormStep['id']
  readonly turtle: string
  readonly around: FieldSurroundings
  /** What was typed and could not be taken: the fields show it again. */
  readonly typed?: ReadonlyMap<string, Values>
  readonly faults?: readonly Faulty[]
  /** Stands above the form: what was done. */
  readonly message?: Children
}

/** What a step is called: the second of a service is its interface. */
export const stepTitle = (step: FormStep['id'], kind: OpenDraft['draft']['kind'], visit: Visit): string =>
  visit.t(step === 'dateien' && kind === 'service' ? 'catalogue.edit.step.dateien.service' : `catalogue.edit.step.${step}`)

/** How many needed things each step lacks. */
function missingIn(open: OpenDraft): ReadonlyMap<FormStep['id'], number> {
  const places = [
    ...open.check.lacks.filter((lack) => lack.level === 'must').map(placeOfLack),
    ...open.check.persons.map(placeOfTrace),
    ...shapeLinesOf(open.check).violations.flatMap((finding) => placeOfFinding(finding, open.draft.record) ?? []),
  ]
  const counts = new Map<FormStep['id'], number>()
  for (const { step } of places) counts.set(step, (counts.get(step) ?? 0) + 1)
  if (open.check.questions.length > 0) counts.set('abgeben', open.check.questions.length)
  return counts
}

/** What a draft is called; one without a title is not called by its address. */
export const titleOfDraft = ({ draft }: Pick<OpenDraft, 'draft'>, visit: Visit): string =>
  say(draft.record.title, visit.lang) || visit.t('catalogue.entry.untitled')

/** The frame of every page of the form: way here, steps, panel. */
export function formView(
  props: StepViewProps & { readonly title?: string; readonly crumb?: string; readonly children: Children },
): View {
  const { open, visit, step, turtle, faults = [], message } = props
  const { t } = visit
  const { draft } = open
  const links = draftLinks(visit, draft.id)
  const missing = missingIn(open)
  const steps = stepsOf(draft.kind)
  const at = steps.findIndex((one) => one.id === step)
  const title = titleOfDraft(open, visit)
  return {
    title: `${stepTitle(step, draft.kind, visit)}: ${title}`,
    frame: 'staff',
    area: 'entries',
    crumbs: [
      { label: t('catalogue.entries.title'), href: visit.to(routes.entries) },
      { label: title, ...(props.crumb ? { href: links.step(step) } : {}) },
      ...(props.crumb ? [{ label: props.crumb }] : []),
    ],
    islands: ['autosave', 'token-field', 'combo-field', 'map-field'],
    body: (
      <>
        <p class="alm-pre">{t('catalogue.edit.saved', { time: formatMoment(draft.changedAt, t.lang, 'time') })}</p>
        <h1>{title}</h1>
        {message && <div class="catalogue-edit__message">{message}</div>}
        <Stepper
          steps={steps.map((one, i) => ({
            href: links.step(one.id),
            title: stepTitle(one.id, draft.kind, visit),
            state: one.id === step ? 'current' : i < at ? 'done' : 'open',
            missing: missing.get(one.id) ?? 0,
          }))}
          t={t}
        />
        <SideLayout
          panelId="pruefung"
          summary={`${verdictOf(open.check, visit)}.`}
          kind={isBad(open.check) ? 'bad' : 'accent'}
          panel={<DraftPanel open={open} visit={visit} turtle={turtle} unsaved={faults} />}
          t={t}
        >
          <div class="alm-stack-3">{props.children}</div>
        </SideLayout>
      </>
    ),
  }
}

/** Says why nobody may write in it now, and how that can be changed. */
const Locked = ({ open, visit }: { readonly open: OpenDraft; readonly visit: Visit }) => (
  <Message
    kind="info"
    title={visit.t('catalogue.edit.locked', { state: visit.t(`catalogue.entry.state.${open.draft.state}`) })}
    t={visit.t}
  >
    {fits('reopen', open.draft.state) && !fits('save', open.draft.state) && visit.may('catalogue/edit') && (
      <form method="post" action={visit.to(routes.reopenDraft, { id: open.draft.id })}>
        <Button text={visit.t(`catalogue.draft.reopen.${open.draft.state}`)} kind="secondary" />
      </form>
    )}
  </Message>
)

/** The buttons at the end of a step: on to the next, or only save; and the way back. */
function StepEnd({ open, visit, step }: Pick<StepViewProps, 'open' | 'visit' | 'step'>) {
  const { t } = visit
  const steps = stepsOf(open.draft.kind)
  const at = steps.findIndex((one) => one.id === step)
  const [before, after] = [steps[at - 1], steps[at + 1]]
  const links = draftLinks(visit, open.draft.id)
  return (
    <>
      <div class="alm-actions">
        {after && (
          <Button
            text={t('catalogue.edit.next', { step: stepTitle(after.id, open.draft.kind, visit) })}
            name="weiter"
            value={after.id}
          />
        )}
        <a class="alm-link" href={links.preview}>
          {t('catalogue.edit.preview')}
        </a>
        {before && (
          <a class="alm-link" href={links.step(before.id)}>
            {t('catalogue.edit.back', { step: stepTitle(before.id, open.draft.kind, visit) })}
          </a>
        )}
      </div>
      <AutosaveLine savedAt={formatMoment(open.draft.changedAt, t.lang, 'time')} name="weiter" value="" t={t} />
    </>
  )
}

/** The fields of a part, with what was typed where it could not be taken. */
export const Fields = <Part,>({
  part,
  fields,
  props: { typed, faults = [], around, visit },
}: {
  readonly part: Part
  readonly fields: readonly FormField<Part>[]
  readonly props: Pick<StepViewProps, 'typed' | 'faults' | 'around' | 'visit'>
}) => (
  <>
    {fields.map((field) => (
      <FieldView
        key={field.name}
        field={field}
        values={typed?.get(field.name) ?? field.get(part)}
        fault={faults.find((one) => one.field === field.name)}
        around={around}
        t={visit.t}
      />
    ))}
  </>
)

/** The lines above a form that lead to what is wrong. */
export const FormFaults = <Part,>({
  fields,
  faults = [],
  visit,
}: {
  readonly fields: readonly FormField<Part>[]
  readonly faults?: readonly Faulty[] | undefined
  readonly visit: Visit
}) => (
  <ErrorSummary
    faults={faults.flatMap((fault) => {
      const field = fields.find((one) => one.name === fault.field)
      return field
        ? [{ field: fault.field, text: `${visit.t(`catalogue.edit.${fault.field}`)}: ${faultSentence(field, fault, visit.t)}` }]
        : []
    })}
    t={visit.t}
  />
)

/** A step whose fields belong to the record itself. */
export function stepView(props: StepViewProps, before?: Children): View {
  const { open, visit, step } = props
  const fields = stepsOf(open.draft.kind).find((one) => one.id === step)?.fields ?? []
  const address = visit.to(routes.saveDraft, { id: open.draft.id, step })
  return formView({
    ...props,
    children: (
      <>
        <FormFaults fields={fields} faults={props.faults} visit={visit} />
        <div>
          <h2>{stepTitle(step, open.draft.kind, visit)}</h2>
          <p class="alm-muted">{visit.t(`catalogue.edit.lead.${step}`)}</p>
        </div>
        {before}
        {!open.writable ? (
          <Locked open={open} visit={visit} />
        ) : (
          // novalidate: a draft may be incomplete, and what is wrong we say ourselves.
          <form class="alm-form" method="post" action={address} noValidate {...autosaves(address, '#pruefung, #pruefung-kurz')}>
            <input type="hidden" name="revision" value={String(open.draft.revision)} data-autosave-field="" />
            <Fields part={open.draft.record} fields={fields} props={props} />
            <StepEnd open={open} visit={visit} step={step} />
          </form>
        )}
      </>
    ),
  })
}
