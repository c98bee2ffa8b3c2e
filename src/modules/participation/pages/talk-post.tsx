import { dayOf } from '#kernel/clock.ts'
import { formatDay } from '#kernel/day.ts'
import type { Visit } from '#platform/http'
import { Button } from '#ui/components/button/button.tsx'
import { TextArea } from '#ui/components/form-field/form-field.tsx'
import { Said } from '#ui/components/said/said.tsx'
import { longest } from '../model/submission.ts'
import type { AnswerRow } from '../store/answer-store.ts'

/** A question of the office or a reply of the author; only those two read it. */
export const TalkPost = ({ post, visit }: { readonly post: AnswerRow; readonly visit: Visit }) => (
  <article class="participation-post">
    <p>
      <strong>{visit.t(`participation.talk.${post.kind}`)}</strong>
    </p>
    <Said text={post.body} />
    <p class="alm-meta">
      <span>{formatDay(dayOf(post.at), visit.lang)}</span>
    </p>
  </article>
)

/** The field in which an author replies to the office. */
export function ReplyForm({
  action,
  visit,
  text,
  fault,
}: {
  readonly action: string
  readonly visit: Visit
  readonly text?: string | undefined
  readonly fault?: 'missing' | 'long' | undefined
}) {
  const { t } = visit
  return (
    <form class="alm-form" method="post" action={`${action}#rueckfrage`} noValidate>
      <TextArea
        id="reply"
        name="reply"
        label={t('participation.own.reply')}
        value={text ?? ''}
        rows={4}
        maxLength={longest.body}
        t={t}
        {...(fault ? { error: t(`participation.own.reply.${fault}`) } : {})}
      />
      <Button kind="secondary" text={t('participation.own.reply.send')} name="tat" value="antworten" />
    </form>
  )
}
