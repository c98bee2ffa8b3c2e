import type { Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { TextArea, TextField } from '#ui/components/form-field/form-field.tsx'
import { HiddenValues } from '#ui/components/hidden-values/hidden-values.tsx'
import { longest } from '../../../../model/submission.ts'
import {
  type ContributionFault,
  type ContributionKind,
  kindWords,
  longestContribution,
  type TypedContribution,
  wholeWord,
} from '../../contribution.ts'
import { textRoutes } from '../../text-routes.ts'
import type { OpenedText } from '../../use-cases/open-text.ts'

export const faultWords = (visit: Visit, { field, fault }: ContributionFault): string =>
  visit.t(`participation.text.fault.${field}.${fault}`)

/** What goes along with everything that is sent to a paragraph: the kind, and the version that was read. */
export const contributionPlace = (opened: OpenedText, kind: ContributionKind) => ({
  art: kindWords[kind],
  fassung: String(opened.settings.version),
})

/** The fields of a comment, or of a changed wording, which begins with the words that stand. */
export function ContributeForm({
  opened,
  paragraph,
  kind,
  standing = '',
  typed,
  faults = [],
  visit,
}: {
  readonly opened: OpenedText
  readonly paragraph: string
  readonly kind: ContributionKind
  readonly standing?: string
  readonly typed?: TypedContribution | undefined
  readonly faults?: readonly ContributionFault[]
  readonly visit: Visit
}) {
  const { t } = visit
  const change = kind === 'change'
  const field = (name: keyof TypedContribution, label: string = name) => {
    const fault = faults.find((one) => one.field === name)
    return {
      id: name,
      name,
      label: t(`participation.text.field.${label}`),
      help: t(`participation.text.field.${label}.help`),
      value: typed?.[name] ?? (name === 'wording' ? standing : ''),
      ...(fault ? { error: faultWords(visit, fault) } : {}),
      t,
    }
  }
  const person = (name: 'author' | 'email') => ({
    ...field(name),
    label: t(`participation.field.${name}`),
    help: t(`participation.field.${name}.help`),
  })
  return (
    <form
      class="alm-form"
      method="post"
      action={visit.to(textRoutes.contribute, { slug: opened.procedure.slug, paragraph: paragraph || wholeWord })}
      noValidate
    >
      <HiddenValues values={contributionPlace(opened, kind)} />
      {change && (
        <TextArea
          {...field('wording')}
          rows={Math.min(16, Math.max(5, Math.ceil(standing.length / 70) + 1))}
          maxLength={longestContribution.wording}
        />
      )}
      {change ? (
        <TextArea {...field('text', 'reason')} rows={4} maxLength={longestContribution.reason} optional />
      ) : (
        <TextArea {...field('text')} rows={6} maxLength={longestContribution.text} />
      )}
      <TextField {...person('author')} maxLength={longest.author} autocomplete="name" optional />
      <TextField {...person('email')} type="email" autocomplete="email" optional />
      <p class="alm-small">{t('participation.submit.public')}</p>
      <Actions>
        <Button text={t('participation.text.check')} name="schritt" value="pruefen" />
      </Actions>
    </form>
  )
}
