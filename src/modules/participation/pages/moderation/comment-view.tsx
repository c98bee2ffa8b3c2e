import { formatMoment } from '#kernel/clock.ts'
import type { View, Visit } from '#platform/http'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Said } from '#ui/components/said/said.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { Status } from '#ui/components/status/status.tsx'
import { standMark } from '../../model/moderation.ts'
import { numberOf, type Procedure } from '../../model/procedure.ts'
import { routes } from '../../routes.ts'
import type { AnswerRow } from '../../store/answer-store.ts'
import type { FormerWording } from '../../store/former-wordings.ts'
import type { ModeratedComment, ModeratedSubmission, Statement } from '../../store/moderation-store.ts'
import { TalkPost } from '../talk-post.tsx'
import { type ActPart, Ask, actFaultLines, Hide, Into, Publish, Reword } from './act-forms.tsx'
import { Noticed } from './noticed.tsx'
import { moderationStand } from './queue-view.tsx'
import { Statements } from './statements.tsx'
import { type ModerationState, Told } from './submission-view.tsx'

export interface CommentCase {
  readonly comment: ModeratedComment
  readonly under: ModeratedSubmission
  readonly procedure: Procedure
  readonly former: readonly FormerWording[]
  readonly statements: readonly Statement[]
  /** What staff asked the author, and the replies. */
  readonly talk: readonly AnswerRow[]
  readonly names: ReadonlyMap<string, string>
}

/** One comment as moderation sees it, with what it was said to. */
export function moderateCommentView(visit: Visit, one: CommentCase, state: ModerationState): View {
  const { t, lang } = visit
  const { comment, under, procedure, statements, names } = one
  const number = numberOf(procedure.prefix, under.number)
  const part: ActPart = {
    visit,
    action: visit.to(routes.actOnComment, { id: comment.id }),
    stand: standMark(comment),
    act: state.act,
    faults: state.faults ?? [],
    typed: state.typed ?? {},
  }
  const stand = moderationStand(comment.state, visit)
  const can = comment.state === 'waiting' || comment.state === 'public'
  const title = t('participation.moderate.comment.title', { number })
  return {
    title,
    robots: 'noindex',
    frame: 'staff',
    area: 'moderation',
    crumbs: [{ label: t('participation.moderate.title'), href: visit.to(routes.queue) }, { label: title }],
    body: (
      <>
        <Told
          said={state.said}
          last={statements[0]}
          names={names}
          undo={
            state.said === 'verborgen' && comment.state === 'hidden'
              ? { action: part.action, hidden: { stand: part.stand, tat: 'veroeffentlichen' } }
              : undefined
          }
          visit={visit}
        />
        <ErrorSummary faults={actFaultLines(part)} t={t} />
        <Head pre={procedure.title} title={title} t={t}>
          <p class="alm-meta">
            <Status kind={stand.kind}>{stand.text}</Status>
            <span>{formatMoment(comment.receivedAt, lang, 'text')}</span>
            {comment.author && <span>{comment.author}</span>}
          </p>
          <LinkList
            links={[{ href: visit.to(routes.moderateSubmission, { id: under.id }), text: `${number}: ${under.title}` }]}
          />
        </Head>
        <Section title={t('participation.moderate.comment.text')} id="text">
          <Noticed text={comment.body} lang={comment.lang === lang ? undefined : comment.lang} visit={visit} />
          {comment.findings.length > 0 && (
            <p class="alm-small">
              <strong>{t('participation.moderate.why-waits')}</strong>{' '}
              {comment.findings.map((finding) => t(`participation.finding.${finding}`)).join(', ')}
            </p>
          )}
          {comment.state === 'waiting' && <Publish part={part} again={false} />}
          {comment.state === 'hidden' && <Publish part={part} again />}
        </Section>
        {can && <Hide part={part} />}
        {comment.state !== 'withdrawn' && (
          <Section title={t('participation.moderate.ask')} id="fragen" note={t('participation.moderate.ask.note')}>
            {one.talk.map((post) => (
              <TalkPost key={post.id} post={post} visit={visit} />
            ))}
            <Ask part={part} />
          </Section>
        )}
        {comment.state !== 'withdrawn' && <Into part={part} act="verschieben" />}
        {can && <Reword part={part} body={comment.body} />}
        {one.former.length > 0 && (
          <Section title={t('participation.moderate.former')} id="fassungen">
            {one.former.map((version) => (
              <Said key={version.version} text={version.body} />
            ))}
          </Section>
        )}
        <Section title={t('participation.moderate.acts')} id="verlauf">
          <Statements statements={statements} names={names} visit={visit} />
        </Section>
      </>
    ),
  }
}
