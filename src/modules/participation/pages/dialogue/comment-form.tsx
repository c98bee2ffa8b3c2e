import type { Visit } from '#platform/http'
import type { SlowDown } from '#platform/slow-down'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { ChoiceField, TextArea, TextField } from '#ui/components/form-field/form-field.tsx'
import { HiddenValues } from '#ui/components/hidden-values/hidden-values.tsx'
import { Puzzle } from '#ui/components/puzzle/puzzle.tsx'
import { type CommentFault, type Dialogue, longestComment, stances } from '../../model/comment.ts'
import { numberOf } from '../../model/procedure.ts'
import type { Submission } from '../../model/submission.ts'
import { routes } from '../../routes.ts'
import type { ShownProcedure } from '../../use-cases/open-procedure.ts'

/** The form to comment, or to reply to a comment: text, side where there are two, and a name if one wants. */
export function CommentForm({
  visit,
  opened,
  submission,
  dialogue,
  parent,
  typed = {},
  faults = [],
  slow,
}: {
  readonly visit: Visit
  readonly opened: ShownProcedure
  readonly submission: Submission
  readonly dialogue: Dialogue
  readonly parent?: string | undefined
  readonly typed?: Readonly<Record<string, string>> | undefined
  readonly faults?: readonly CommentFault[] | undefined
  readonly slow?: SlowDown | undefined
}) {
  const { t } = visit
  const { procedure } = opened
  // Sections of the page have names of their own: a label must not lead into one of them.
  const at = (name: string) => `kommentar-${name}${parent ? `-${parent}` : ''}`
  const words = (fault: CommentFault) => t(`participation.comment.fault.${fault.field}.${fault.fault}`)
  const errorOf = (field: CommentFault['field']) => {
    const fault = faults.find((one) => one.field === field)
    return fault ? { error: words(fault) } : {}
  }
  const number = numberOf(procedure.prefix, submission.number)
  return (
    <form
      class="alm-form participation-comment"
      id={at('schreiben')}
      method="post"
      action={visit.to(routes.sendComment, { slug: procedure.slug, number })}
      noValidate
    >
      <ErrorSummary faults={faults.map((fault) => ({ field: at(fault.field), text: words(fault) }))} t={t} />
      {parent && <HiddenValues values={{ 'antwort-auf': parent }} />}
      {dialogue.sides && !parent && (
        <ChoiceField
          id={at('seite')}
          name="seite"
          label={t('participation.comment.field.side')}
          options={stances.map((value) => ({ value, label: t(`participation.comment.take.${value}`) }))}
          values={typed.seite ? [typed.seite] : []}
          {...errorOf('seite')}
          t={t}
        />
      )}
      <TextArea
        id={at('text')}
        name="text"
        label={t(parent ? 'participation.comment.field.reply' : 'participation.comment.field.text')}
        value={typed.text ?? ''}
        rows={parent ? 3 : 4}
        maxLength={longestComment.text}
        {...errorOf('text')}
        t={t}
      />
      <TextField
        id={at('name')}
        name="name"
        label={t('participation.field.author')}
        value={typed.name ?? ''}
        maxLength={longestComment.name}
        autocomplete="name"
        optional
        {...errorOf('name')}
        t={t}
      />
      <p class="alm-small">
        {t(procedure.moderation === 'before' ? 'participation.comment.first' : 'participation.comment.public')}
      </p>
      {slow && <Puzzle challenge={slow.challenge} until={slow.until} email={visit.site.contact.email} t={t} />}
      <Actions>
        <Button kind="secondary" text={t(parent ? 'participation.comment.send.reply' : 'participation.comment.send')} />
      </Actions>
    </form>
  )
}
