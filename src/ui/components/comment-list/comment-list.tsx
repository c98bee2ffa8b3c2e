import type { Translate } from '#kernel/locale.ts'
import type { Hidden } from '../../vocabulary.ts'
import { Button } from '../button/button.tsx'
import { TextArea } from '../form-field/form-field.tsx'
import { HiddenValues } from '../hidden-values/hidden-values.tsx'

export interface Comment {
  readonly id: string
  readonly who: string
  /** When, as words: "24. November 2026, 10:14 Uhr". */
  readonly when: string
  /** The same for machines: `2026-11-24T10:14:00+01:00`. */
  readonly iso?: string | undefined
  /** Plain text; its line breaks are kept. */
  readonly text: string
  /** What it is about: "Zum Feld Lizenz". */
  readonly about?: string | undefined
}

export interface CommentListProps {
  readonly comments: readonly Comment[]
  /** The form below; left out for those who only read. */
  readonly form?:
    | {
        readonly action: string
        readonly hidden?: Hidden | undefined
        readonly id?: string | undefined
        readonly name?: string | undefined
        readonly label?: string | undefined
        readonly help?: string | undefined
        readonly value?: string | undefined
        readonly error?: string | undefined
        readonly button?: string | undefined
      }
    | undefined
  readonly t: Translate
}

const One = ({ comment }: { readonly comment: Comment }) => (
  <li id={`kommentar-${comment.id}`}>
    <p class="alm-comments__who">
      <b>{comment.who}</b>, <time dateTime={comment.iso}>{comment.when}</time>
      {comment.about && <span>, {comment.about}</span>}
    </p>
    <p class="alm-comments__text">{comment.text}</p>
  </li>
)

/** What was said among colleagues, oldest first, and the field to say something. */
export const CommentList = ({ comments, form, t }: CommentListProps) => (
  <div class="alm-comments">
    {comments.length === 0 ? (
      <p class="alm-small alm-muted">{t('ui.comments.none')}</p>
    ) : (
      <ol>
        {comments.map((comment) => (
          <One key={comment.id} comment={comment} />
        ))}
      </ol>
    )}
    {form && (
      <form method="post" action={form.action}>
        <HiddenValues values={form.hidden} />
        <TextArea
          id={form.id ?? 'kommentar'}
          name={form.name ?? 'text'}
          label={form.label ?? t('ui.comments.label')}
          help={form.help}
          error={form.error}
          value={form.value ?? ''}
          rows={3}
          maxLength={4000}
          t={t}
        />
        <Button text={form.button ?? t('ui.comments.send')} kind="secondary" />
      </form>
    )}
  </div>
)
