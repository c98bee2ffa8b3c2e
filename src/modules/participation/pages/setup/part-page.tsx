import { ok, type Result } from '#kernel/result.ts'
import type { Route } from '#kernel/route.ts'
import type { View, Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Diff } from '#ui/components/diff/diff.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { HiddenValues } from '#ui/components/hidden-values/hidden-values.tsx'
import { Message } from '#ui/components/message/message.tsx'
import type { Children } from '#ui/vocabulary.ts'
import type { SetupFault, Typed } from '../../model/setup/typed.ts'
import type { ShownProcedure } from '../../use-cases/open-procedure.ts'
import type { Part } from '../../use-cases/setup/save-procedure.ts'
import { type SetupStep, setupFaultLines, setupView } from './frame.tsx'

/** What the fields of a part are drawn from. */
export interface Drawn {
  readonly visit: Visit
  readonly opened: ShownProcedure
  readonly typed: Typed
  readonly faults: readonly SetupFault[]
  /** Whether somebody asked to see the text as it will stand there. */
  readonly previewed: boolean
  /** The form as it was sent, where it came back. */
  readonly sent?: URLSearchParams
}

/** A part of setting up as a page: how it is read, drawn and told. */
export interface PartPage {
  readonly step: SetupStep
  readonly show: Route
  readonly save: Route
  part(opened: ShownProcedure): Part
  /** What was typed, as far as it can be told without looking at the procedure as it is now. */
  typedOf(form: URLSearchParams, opened: ShownProcedure): Result<Typed, readonly SetupFault[]>
  /** A button that only changes the form; undefined for those that save. */
  rearrange?(typed: Typed, deed: string): Typed | undefined
  fields(drawn: Drawn): Children
  /** A value as people read it, to be set beside another one. */
  told?(field: string, value: string, visit: Visit): string
}

/** Fields of the form that hold one value each. */
export const valuesOf = (form: URLSearchParams, fields: readonly string[]): Result<Typed, never> =>
  ok(
    Object.fromEntries(
      fields.filter((name) => form.has(name)).map((name) => [name, (form.get(name) ?? '').replaceAll('\0', '')]),
    ),
  )

export interface PartState extends Omit<Drawn, 'visit' | 'opened'> {
  /** What the form began with. */
  readonly marks: Readonly<Record<string, string>>
  readonly said?: { readonly taken: readonly string[] } | undefined
  /** Fields that somebody else changed too, with the wording that is kept now. */
  readonly collided?: { readonly fields: readonly string[]; readonly theirs: Typed } | undefined
}

function Collision({ page, visit, state }: { readonly page: PartPage; readonly visit: Visit; readonly state: PartState }) {
  const { t } = visit
  const { collided, typed } = state
  if (!collided) return null
  const told = (field: string, value: string) => page.told?.(field, value, visit) ?? value
  return (
    <>
      <Message kind="warning" title={t('participation.setup.collided')} live t={t}>
        <p>{t('participation.setup.collided.what')}</p>
      </Message>
      <Diff
        fields={collided.fields.map((field) => ({
          name: field,
          label: t(`participation.setup.field.${field}`),
          before: told(field, typed[field] ?? ''),
          after: told(field, collided.theirs[field] ?? ''),
        }))}
        before={t('participation.setup.collided.mine')}
        after={t('participation.setup.collided.theirs')}
        level={2}
        t={t}
      />
    </>
  )
}

/** One part of setting up: its fields, what is wrong with them, and what somebody else changed meanwhile. */
export function partView(page: PartPage, visit: Visit, opened: ShownProcedure, state: PartState): View {
  const { t } = visit
  const { id } = opened.procedure
  const fieldNames = (fields: readonly string[]) => fields.map((field) => t(`participation.setup.field.${field}`)).join(', ')
  return setupView(visit, opened, {
    title: t(`participation.setup.step.${page.step}`),
    lead: t(`participation.setup.${page.step}.lead`),
    step: page.step,
    before: (
      <>
        {state.said && (
          <Message kind="success" title={t('participation.setup.saved')} live t={t}>
            {state.said.taken.length > 0 && t('participation.setup.saved.taken', { fields: fieldNames(state.said.taken) })}
          </Message>
        )}
        <ErrorSummary faults={setupFaultLines(visit, state.faults)} t={t} />
        <Collision page={page} visit={visit} state={state} />
      </>
    ),
    body: (
      <form class="alm-form" method="post" action={visit.to(page.save, { id })} noValidate>
        {/* The first button of a form is the one that Enter presses. */}
        <button type="submit" name="tat" value="speichern" hidden tabIndex={-1} />
        <HiddenValues values={{ stand: JSON.stringify(state.marks) }} />
        {page.fields({ visit, opened, ...state })}
        <Actions>
          <Button text={t('participation.setup.save')} name="tat" value="speichern" />
          <Button kind="secondary" text={t('participation.setup.save.next')} name="tat" value="weiter" />
        </Actions>
      </form>
    ),
  })
}
