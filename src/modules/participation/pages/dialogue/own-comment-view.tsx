import { formatMoment } from '#kernel/clock.ts'
import type { View, Visit } from '#platform/http'
import type { SlowDown } from '#platform/slow-down'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Note } from '#ui/components/note/note.tsx'
import { Puzzle, puzzleIslands } from '#ui/components/puzzle/puzzle.tsx'
import { Said } from '#ui/components/said/said.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { Status } from '#ui/components/status/status.tsx'
import { numberOf } from '../../model/procedure.ts'
import { routes } from '../../routes.ts'
import type { OwnCommentShown } from '../../use-cases/comment.ts'
import { objectable } from '../../use-cases/notices/object.ts'
import { procedureCrumbs } from '../crumbs.ts'
import { DecisionPost, type RefusedObjection } from '../notices/objection-part.tsx'
import { ReplyForm, TalkPost } from '../talk-post.tsx'

/** What the page of one's own comment can say. */
export const ownCommentSaids = ['neu', 'zurueckgezogen', 'widersprochen', 'geantwortet', 'bestellt'] as const
export type OwnCommentSaid = (typeof ownCommentSaids)[number]

/** What came back with a fault. */
export interface OwnCommentBack {
  readonly refused?: RefusedObjection
  readonly reply?: { readonly text: string; readonly fault: 'missing' | 'long' }
  readonly email?: { readonly text: string; readonly fault?: 'missing' | 'invalid'; readonly slow?: SlowDown }
}

/** The address to which staff's decisions and questions are told. */
function BeTold({
  action,
  visit,
  back,
}: {
  readonly action: string
  readonly visit: Visit
  readonly back: OwnCommentBack['email']
}) {
  const { t } = visit
  return (
    <Section title={t('participation.comment.own.told')} id="mitteilungen" note={t('participation.comment.own.told.note')}>
      <form class="alm-form" method="post" action={`${action}#mitteilungen`} noValidate>
        <TextField
          id="folgen-email"
          name="email"
          type="email"
          autocomplete="email"
          label={t('participation.follow.email')}
          help={t('participation.follow.email.help')}
          value={back?.text ?? ''}
          {...(back?.fault ? { error: t(`participation.follow.fault.${back.fault}`) } : {})}
          t={t}
        />
        {back?.slow && <Puzzle challenge={back.slow.challenge} until={back.slow.until} email={visit.site.contact.email} t={t} />}
        <Button kind="secondary" text={t('participation.follow.send')} name="tat" value="mitteilen" />
      </form>
    </Section>
  )
}

/** What whoever commented sees behind the secret link: where it stands, the words, questions, the button to withdraw it. */
export function ownCommentView(
  visit: Visit,
  shown: OwnCommentShown,
  said: OwnCommentSaid | undefined,
  back: OwnCommentBack = {},
): View {
  const { t, lang } = visit
  const { refused } = back
  const { comment, procedure, submission, statements, objections } = shown
  const action = visit.to(routes.changeOwnComment, { token: visit.params.token ?? '' })
  const title = t(said === 'neu' ? 'participation.comment.own.thanks' : 'participation.comment.own.title')
  const number = submission && numberOf(procedure.prefix, submission.number)
  const state = t(`participation.state.${comment.state}`)
  return {
    title,
    robots: 'noindex, nofollow',
    secret: true,
    islands: back.email?.slow ? puzzleIslands : [],
    area: 'participation',
    crumbs: procedureCrumbs(visit, procedure, t('participation.comment.own.title')),
    body: (
      <>
        {said === 'zurueckgezogen' && <Message kind="success" title={t('participation.comment.own.withdrawn')} live t={t} />}
        {said === 'widersprochen' && <Message kind="success" title={t('participation.own.said.widersprochen')} live t={t} />}
        {said === 'geantwortet' && <Message kind="success" title={t('participation.own.said.geantwortet')} live t={t} />}
        {said === 'bestellt' && <Message kind="success" title={t('participation.comment.own.told.sent')} live t={t} />}
        <Head pre={submission?.title ?? procedure.title} title={title} t={t}>
          <p class="alm-meta">
            <Status kind={comment.state === 'public' ? 'ok' : comment.state === 'waiting' ? 'run' : 'idle'}>{state}</Status>
            <span>{t('participation.own.received', { when: formatMoment(comment.receivedAt, lang, 'text') })}</span>
            {comment.state === 'waiting' && <span>{t('participation.own.waits')}</span>}
          </p>
          <Note kind="accent">
            <p>
              <strong>{t('participation.own.link')}</strong> {t('participation.comment.own.link')}
            </p>
          </Note>
          {submission && number && (
            <LinkList
              links={[
                {
                  href: `${visit.to(routes.submission, { slug: procedure.slug, number })}#${comment.state === 'public' && !comment.parent ? `kommentar-${comment.id}` : 'kommentare'}`,
                  text: t('participation.comment.own.back', { number }),
                },
              ]}
            />
          )}
        </Head>
        {statements.length > 0 && (
          <Section title={t('participation.own.decisions')} id="entscheidung">
            {statements.map((one) => (
              <DecisionPost
                key={one.id}
                statement={one}
                objection={objections.find((objection) => objection.statement === one.id)}
                mayObject={objectable.has(one.act)}
                action={action}
                visit={visit}
                refused={refused}
              />
            ))}
          </Section>
        )}
        {shown.talk.length > 0 && (
          <Section title={t('participation.own.talk')} id="rueckfrage" note={t('participation.own.talk.note')}>
            {shown.talk.map((post) => (
              <TalkPost key={post.id} post={post} visit={visit} />
            ))}
            {comment.state !== 'withdrawn' && <ReplyForm action={action} visit={visit} {...back.reply} />}
          </Section>
        )}
        {comment.body && (
          <Section title={t('participation.comment.own.text')} id="text">
            <Said text={comment.body} />
          </Section>
        )}
        {comment.state !== 'withdrawn' && <BeTold action={action} visit={visit} back={back.email} />}
        {comment.state !== 'withdrawn' && (
          <Section title={t('participation.own.withdraw')} id="zurueckziehen" note={t('participation.comment.own.withdraw.note')}>
            <form method="post" action={action}>
              <Actions>
                <Button kind="danger" text={t('participation.comment.own.withdraw')} />
              </Actions>
            </form>
          </Section>
        )}
      </>
    ),
  }
}
