import { formatMoment } from '#kernel/clock.ts'
import type { View, Visit } from '#platform/http'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { ResultList, ResultRow } from '#ui/components/result-row/result-row.tsx'
import { Said } from '#ui/components/said/said.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { Status } from '#ui/components/status/status.tsx'
import { UndoMessage } from '#ui/components/undo-message/undo-message.tsx'
import { insideOfProcedure, liesOutside } from '../../model/inside.ts'
import { standMark } from '../../model/moderation.ts'
import { numberOf, type Procedure } from '../../model/procedure.ts'
import type { Submission } from '../../model/submission.ts'
import { routes } from '../../routes.ts'
import type { AnswerRow } from '../../store/answer-store.ts'
import type { FormerWording } from '../../store/former-wordings.ts'
import type { ModeratedSubmission, Statement } from '../../store/moderation-store.ts'
import { TalkPost } from '../talk-post.tsx'
import { type ActPart, Ask, actFaultLines, Hide, Into, Publish, Reword } from './act-forms.tsx'
import { Noticed } from './noticed.tsx'
import { moderationStand } from './queue-view.tsx'
import { Statements } from './statements.tsx'

export interface ModerationState {
  readonly said?: string | undefined
  readonly act?: string | undefined
  readonly faults?: ActPart['faults']
  readonly typed?: ActPart['typed']
}

export interface SubmissionCase {
  readonly submission: ModeratedSubmission
  readonly procedure: Procedure
  readonly similar: readonly Submission[]
  readonly talk: readonly AnswerRow[]
  readonly former: readonly FormerWording[]
  readonly statements: readonly Statement[]
  readonly names: ReadonlyMap<string, string>
  /** The one it was merged into. */
  readonly into: ModeratedSubmission | undefined
  readonly notices: readonly { readonly id: string; readonly name: string }[]
}

/** What was said after an act: done and how to undo it, or what somebody else did first. */
export function Told({
  said,
  last,
  names,
  undo,
  visit,
}: {
  readonly said: string | undefined
  readonly last: Statement | undefined
  readonly names: ReadonlyMap<string, string>
  readonly undo: { readonly action: string; readonly hidden: Readonly<Record<string, string>> } | undefined
  readonly visit: Visit
}) {
  const { t, lang } = visit
  if (!said) return null
  if (said === 'inzwischen')
    return (
      <Message kind="warning" title={t('participation.moderate.said.stale')} live t={t}>
        {last
          ? t('participation.moderate.said.stale.who', {
              name: names.get(last.person ?? '') ?? t('participation.moderate.somebody'),
              act: t(`participation.act.${last.act}`),
              when: formatMoment(last.at, lang, 'text'),
            })
          : t('participation.moderate.said.stale.author')}
      </Message>
    )
  if (said === 'nicht-jetzt') return <Message kind="warning" title={t('participation.moderate.said.not-now')} live t={t} />
  const title = t(`participation.moderate.said.${said}`)
  return undo ? <UndoMessage title={title} undo={undo} t={t} /> : <Message kind="success" title={title} live t={t} />
}

function Similar({ one, visit }: { readonly one: SubmissionCase; readonly visit: Visit }) {
  const { t } = visit
  return (
    <Section title={t('participation.moderate.similar')} id="aehnlich">
      {one.similar.length === 0 ? (
        <p class="alm-small alm-muted">{t('participation.moderate.similar.none')}</p>
      ) : (
        <ResultList>
          {one.similar.map((other) => (
            <ResultRow
              key={other.id}
              href={visit.to(routes.moderateSubmission, { id: other.id })}
              title={other.title}
              excerpt={other.body.slice(0, 160)}
              meta={[
                numberOf(one.procedure.prefix, other.number),
                t('participation.count.agree', { count: other.agree }),
                t('participation.count.comments', { count: other.comments }),
              ]}
            />
          ))}
        </ResultList>
      )}
    </Section>
  )
}

function Wordings({ one, visit }: { readonly one: SubmissionCase; readonly visit: Visit }) {
  const { t, lang } = visit
  if (one.former.length === 0) return null
  return (
    <Section title={t('participation.moderate.former')} id="fassungen" note={t('participation.moderate.former.note')}>
      {one.former.map((version) => (
        <article key={version.version} class="participation-post">
          <p>
            <strong>{version.title}</strong>
          </p>
          <Said text={version.body} />
          <p class="alm-meta">
            <span>
              {t(`participation.moderate.replaced.${version.replacedBy}`)}
              {version.reason && `, ${t(`participation.why.${version.reason}`)}`}
            </span>
            <span>{formatMoment(version.at, lang, 'text')}</span>
          </p>
        </article>
      ))}
    </Section>
  )
}

/** One submission as moderation sees it. */
export function moderateSubmissionView(visit: Visit, one: SubmissionCase, state: ModerationState): View {
  const { t, lang } = visit
  const { submission, procedure, statements, names } = one
  const number = numberOf(procedure.prefix, submission.number)
  const part: ActPart = {
    visit,
    action: visit.to(routes.actOnSubmission, { id: submission.id }),
    stand: standMark(submission),
    act: state.act,
    faults: state.faults ?? [],
    typed: state.typed ?? {},
  }
  const stand = moderationStand(submission.state, visit)
  const can = submission.state === 'waiting' || submission.state === 'public'
  const undo =
    state.said === 'verborgen' && submission.state === 'hidden'
      ? { tat: 'veroeffentlichen' }
      : state.said === 'zusammengefuehrt' && submission.state === 'merged'
        ? { tat: 'trennen' }
        : undefined
  return {
    title: `${number}, ${t('participation.moderate.title')}`,
    robots: 'noindex',
    frame: 'staff',
    area: 'moderation',
    crumbs: [{ label: t('participation.moderate.title'), href: visit.to(routes.queue) }, { label: number }],
    body: (
      <>
        <Told
          said={state.said}
          last={statements[0]}
          names={names}
          undo={undo && { action: part.action, hidden: { stand: part.stand, ...undo } }}
          visit={visit}
        />
        <ErrorSummary faults={actFaultLines(part)} t={t} />
        <Head pre={procedure.title} title={submission.title || number} t={t}>
          <p class="alm-meta">
            <span>{number}</span>
            <Status kind={stand.kind}>{stand.text}</Status>
            <span>{formatMoment(submission.receivedAt, lang, 'text')}</span>
            {submission.author && <span>{submission.author}</span>}
            {submission.place && <span>{submission.place}</span>}
            {liesOutside(submission.geometry, insideOfProcedure(procedure, visit.site)) && (
              <Status kind="warn">{t('participation.moderate.outside')}</Status>
            )}
          </p>
          <LinkList
            links={[
              ...(submission.state === 'public'
                ? [{ href: visit.to(routes.submission, { slug: procedure.slug, number }), text: t('participation.own.public') }]
                : []),
              ...(one.into
                ? [
                    {
                      href: visit.to(routes.moderateSubmission, { id: one.into.id }),
                      text: t('participation.moderate.merged-into', { number: numberOf(procedure.prefix, one.into.number) }),
                    },
                  ]
                : []),
              ...one.notices.map((notice) => ({
                href: visit.to(routes.staffNotice, { id: notice.id }),
                text: t('participation.moderate.open-notice', { name: notice.name }),
              })),
            ]}
          />
        </Head>
        <Section title={t('participation.submission.text')} id="text">
          <Noticed text={submission.body} lang={submission.lang === lang ? undefined : submission.lang} visit={visit} />
          {submission.findings.length > 0 && (
            <p class="alm-small">
              <strong>{t('participation.moderate.why-waits')}</strong>{' '}
              {submission.findings.map((finding) => t(`participation.finding.${finding}`)).join(', ')}
            </p>
          )}
          {submission.state === 'waiting' && <Publish part={part} again={false} />}
          {submission.state === 'hidden' && <Publish part={part} again />}
          {submission.state === 'merged' && (
            <form method="post" action={part.action}>
              <input type="hidden" name="stand" value={part.stand} />
              <button class="kern-btn kern-btn--secondary" type="submit" name="tat" value="trennen">
                <span class="kern-label">{t('participation.moderate.split')}</span>
              </button>
            </form>
          )}
        </Section>
        <Similar one={one} visit={visit} />
        {can && <Hide part={part} />}
        {submission.state !== 'withdrawn' && (
          <Section title={t('participation.moderate.ask')} id="fragen" note={t('participation.moderate.ask.note')}>
            {one.talk.map((post) => (
              <TalkPost key={post.id} post={post} visit={visit} />
            ))}
            <Ask part={part} />
          </Section>
        )}
        {can && <Into part={part} act="zusammenfuehren" />}
        {can && <Reword part={part} title={submission.title} body={submission.body} author={submission.author} />}
        <Wordings one={one} visit={visit} />
        <Section title={t('participation.moderate.acts')} id="verlauf">
          <Statements statements={statements} names={names} visit={visit} />
        </Section>
      </>
    ),
  }
}
