import { formatMoment } from '#kernel/clock.ts'
import type { View, Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Note } from '#ui/components/note/note.tsx'
import { Said } from '#ui/components/said/said.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { Status } from '#ui/components/status/status.tsx'
import { numberOf } from '../../model/procedure.ts'
import { routes } from '../../routes.ts'
import type { OwnCommentShown } from '../../use-cases/comment.ts'
import { objectable } from '../../use-cases/notices/object.ts'
import { procedureCrumbs } from '../crumbs.ts'
import { DecisionPost, type RefusedObjection } from '../notices/objection-part.tsx'

/** What whoever commented sees behind the secret link: where it stands, the words, the button to withdraw it. */
export function ownCommentView(
  visit: Visit,
  shown: OwnCommentShown,
  said: 'neu' | 'zurueckgezogen' | 'widersprochen' | undefined,
  refused?: RefusedObjection,
): View {
  const { t, lang } = visit
  const { comment, procedure, submission, statements, objections } = shown
  const action = visit.to(routes.changeOwnComment, { token: visit.params.token ?? '' })
  const title = t(said === 'neu' ? 'participation.comment.own.thanks' : 'participation.comment.own.title')
  const number = submission && numberOf(procedure.prefix, submission.number)
  const state = t(`participation.state.${comment.state}`)
  return {
    title,
    robots: 'noindex, nofollow',
    secret: true,
    area: 'participation',
    crumbs: procedureCrumbs(visit, procedure, t('participation.comment.own.title')),
    body: (
      <>
        {said === 'zurueckgezogen' && <Message kind="success" title={t('participation.comment.own.withdrawn')} live t={t} />}
        {said === 'widersprochen' && <Message kind="success" title={t('participation.own.said.widersprochen')} live t={t} />}
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
        {comment.body && (
          <Section title={t('participation.comment.own.text')} id="text">
            <Said text={comment.body} />
          </Section>
        )}
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
