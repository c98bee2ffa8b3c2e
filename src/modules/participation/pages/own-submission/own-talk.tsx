import type { Visit } from '#platform/http'
import { Section } from '#ui/components/section/section.tsx'
import { objectable } from '../../use-cases/notices/object.ts'
import type { OwnSubmission } from '../../use-cases/own-submission.ts'
import { DecisionPost, type RefusedObjection } from '../notices/objection-part.tsx'
import { ReplyForm, TalkPost } from '../talk-post.tsx'

interface Part {
  readonly own: OwnSubmission
  readonly action: string
  readonly visit: Visit
}

/** What staff did with the submission, why, and the way to object. What was simply published needs no word. */
export function OwnDecisions({ own, action, visit, refused }: Part & { readonly refused?: RefusedObjection | undefined }) {
  const { t } = visit
  const shown = own.statements.filter((one) => one.act !== 'published')
  if (shown.length === 0) return null
  return (
    <Section title={t('participation.own.decisions')} id="entscheidung">
      {shown.map((one) => (
        <DecisionPost
          key={one.id}
          statement={one}
          objection={own.objections.find((objection) => objection.statement === one.id)}
          mayObject={objectable.has(one.act)}
          action={action}
          visit={visit}
          refused={refused}
        />
      ))}
    </Section>
  )
}

/** Questions of the office and what the author replied, with the field to reply. */
export function OwnTalk({
  own,
  action,
  visit,
  reply,
  fault,
}: Part & { readonly reply?: string | undefined; readonly fault?: 'missing' | 'long' | undefined }) {
  const { t } = visit
  const talk = own.answers.filter((post) => post.kind === 'question' || post.kind === 'reply')
  if (talk.length === 0) return null
  return (
    <Section title={t('participation.own.talk')} id="rueckfrage" note={t('participation.own.talk.note')}>
      {talk.map((post) => (
        <TalkPost key={post.id} post={post} visit={visit} />
      ))}
      {own.submission.state !== 'withdrawn' && <ReplyForm action={action} visit={visit} text={reply} fault={fault} />}
    </Section>
  )
}
