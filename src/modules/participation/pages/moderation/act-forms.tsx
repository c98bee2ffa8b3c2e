import type { Visit } from '#platform/http'
import { Button } from '#ui/components/button/button.tsx'
import { CheckField, SelectField, TextArea, TextField } from '#ui/components/form-field/form-field.tsx'
import { HiddenValues } from '#ui/components/hidden-values/hidden-values.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { longestQuestion, longestReason, type ModerationFault, rewordedFor, takenOutFor } from '../../model/moderation.ts'
import { longest } from '../../model/submission.ts'

/** What every form of moderation needs: where it goes, what it was made from, what came back. */
export interface ActPart {
  readonly visit: Visit
  readonly action: string
  readonly stand: string
  /** The act whose form came back with faults. */
  readonly act?: string | undefined
  readonly faults: readonly ModerationFault[]
  readonly typed: Readonly<Record<string, string>>
}

/** Id of a field: the same name stands in several forms of a page. */
export const fieldId = (act: string, name: string): string => `${act}-${name}`

/** The lines above a page that came back, each leading into its form. */
export const actFaultLines = ({ visit, act, faults }: Pick<ActPart, 'visit' | 'act' | 'faults'>) =>
  faults.map((fault) => ({
    field: fieldId(act ?? '', fault.field),
    text: visit.t(`participation.moderate.fault.${fault.field}.${fault.fault}`),
  }))

function fieldsOf({ visit, act, faults, typed }: ActPart, of: string) {
  const mine = act === of
  return (name: ModerationFault['field'], given = '') => {
    const fault = mine ? faults.find((one) => one.field === name) : undefined
    return {
      id: fieldId(of, name),
      name,
      t: visit.t,
      label: visit.t(`participation.moderate.field.${name}`),
      help: visit.t(`participation.moderate.field.${name}.help`),
      value: (mine ? typed[name] : undefined) ?? given,
      ...(fault ? { error: visit.t(`participation.moderate.fault.${fault.field}.${fault.fault}`) } : {}),
    }
  }
}

/** A code and the sentence for the author. */
function Reason({ part, act, codes }: { readonly part: ActPart; readonly act: string; readonly codes: readonly string[] }) {
  const { t } = part.visit
  const field = fieldsOf(part, act)
  return (
    <>
      <SelectField
        {...field('code')}
        options={[
          { value: '', label: t('participation.moderate.field.code.choose') },
          ...codes.map((value) => ({ value, label: t(`participation.why.${value}`) })),
        ]}
      />
      <TextArea {...field('reason')} rows={3} maxLength={longestReason} />
    </>
  )
}

/** Publishes; also the way back from hiding. */
export function Publish({ part, again }: { readonly part: ActPart; readonly again: boolean }) {
  const { t } = part.visit
  return (
    <form method="post" action={part.action}>
      <HiddenValues values={{ stand: part.stand }} />
      <Button
        text={t(again ? 'participation.moderate.show' : 'participation.moderate.publish')}
        name="tat"
        value="veroeffentlichen"
      />
    </form>
  )
}

export function Hide({ part }: { readonly part: ActPart }) {
  const { t } = part.visit
  return (
    <Section title={t('participation.moderate.hide')} id="verbergen" note={t('participation.moderate.hide.note')}>
      <form class="alm-form" method="post" action={`${part.action}#verbergen`} noValidate>
        <HiddenValues values={{ stand: part.stand }} />
        <Reason part={part} act="verbergen" codes={takenOutFor} />
        <Button kind="danger" text={t('participation.moderate.hide.do')} name="tat" value="verbergen" />
      </form>
    </Section>
  )
}

export function Ask({ part }: { readonly part: ActPart }) {
  const { t } = part.visit
  return (
    <form class="alm-form" method="post" action={`${part.action}#fragen`} noValidate>
      <HiddenValues values={{ stand: part.stand }} />
      <TextArea {...fieldsOf(part, 'fragen')('question')} rows={3} maxLength={longestQuestion} />
      <Button kind="secondary" text={t('participation.moderate.ask.do')} name="tat" value="fragen" />
    </form>
  )
}

/** A number that names where something goes: merging a submission, moving a comment. */
export function Into({ part, act }: { readonly part: ActPart; readonly act: 'zusammenfuehren' | 'verschieben' }) {
  const { t } = part.visit
  return (
    <Section title={t(`participation.moderate.${act}`)} id={act} note={t(`participation.moderate.${act}.note`)}>
      <form class="alm-form" method="post" action={`${part.action}#${act}`} noValidate>
        <HiddenValues values={{ stand: part.stand }} />
        <TextField {...fieldsOf(part, act)('into')} maxLength={20} />
        <Button kind="secondary" text={t(`participation.moderate.${act}.do`)} name="tat" value={act} />
      </form>
    </Section>
  )
}

export function Reword({
  part,
  title,
  body,
  author,
}: {
  readonly part: ActPart
  readonly title?: string
  readonly body: string
  readonly author?: string | null
}) {
  const { t } = part.visit
  const field = fieldsOf(part, 'umformulieren')
  return (
    <Section title={t('participation.moderate.reword')} id="umformulieren" note={t('participation.moderate.reword.note')}>
      <form class="alm-form" method="post" action={`${part.action}#umformulieren`} noValidate>
        <HiddenValues values={{ stand: part.stand }} />
        {title !== undefined && <TextField {...field('title', title)} maxLength={longest.title} />}
        <TextArea {...field('body', body)} rows={8} maxLength={longest.body} />
        {author && (
          <CheckField
            id="umformulieren-author"
            name="withoutAuthor"
            label={t('participation.moderate.without-author', { name: author })}
            t={t}
          />
        )}
        <Reason part={part} act="umformulieren" codes={rewordedFor} />
        <Button kind="secondary" text={t('participation.moderate.reword.do')} name="tat" value="umformulieren" />
      </form>
    </Section>
  )
}
