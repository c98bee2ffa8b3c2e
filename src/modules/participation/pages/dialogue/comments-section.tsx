import { dayOf } from '#kernel/clock.ts'
import { formatDay } from '#kernel/day.ts'
import type { Visit } from '#platform/http'
import type { SlowDown } from '#platform/slow-down'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Said } from '#ui/components/said/said.tsx'
import { Section } from '#ui/components/section/section.tsx'
import type { Comment, CommentFault, Dialogue, Stance } from '../../model/comment.ts'
import { numberOf } from '../../model/procedure.ts'
import type { Submission } from '../../model/submission.ts'
import { routes } from '../../routes.ts'
import type { Thread } from '../../store/comment-store.ts'
import type { ShownProcedure } from '../../use-cases/open-procedure.ts'
import { CommentForm } from './comment-form.tsx'

/** One column of comments: all of them, or those of one side. */
export interface Column {
  readonly stance: Stance | undefined
  readonly threads: readonly Thread[]
  /** Id of the last one shown, where more follow. */
  readonly more: string | undefined
}

/** What the page shows of the talk under a submission. */
export interface CommentsData {
  readonly dialogue: Dialogue
  readonly open: boolean
  readonly columns: readonly Column[]
  /** One comment with all its replies, where somebody asked for it. */
  readonly only?: string | undefined
  readonly typed?: Readonly<Record<string, string>>
  readonly faults?: readonly CommentFault[]
  readonly slow?: SlowDown | undefined
}

interface Place {
  readonly visit: Visit
  readonly opened: ShownProcedure
  readonly submission: Submission
  readonly data: CommentsData
}

const addressOf = ({ visit, opened: { procedure }, submission }: Place, query: Record<string, string | undefined>) =>
  `${visit.to(routes.submission, { slug: procedure.slug, number: numberOf(procedure.prefix, submission.number) }, query)}#kommentare`

function Post({ one, place }: { readonly one: Comment; readonly place: Place }) {
  const { visit, opened, submission } = place
  const { t, lang } = visit
  const { prefix, slug } = opened.procedure
  const was = numberOf(prefix, submission.number)
  return (
    <div class={one.office ? 'participation-office' : undefined}>
      <Said text={one.body} lang={one.lang === lang ? undefined : one.lang} />
      <p class="alm-meta">
        <span>
          {one.office ? (
            <b>{t('participation.comment.office', { office: one.office })}</b>
          ) : (
            (one.author ?? t('participation.comment.nobody'))
          )}
        </span>
        <time dateTime={one.receivedAt.toISOString()}>{formatDay(dayOf(one.receivedAt), lang)}</time>
        {!one.office && (
          <a href={visit.to(routes.notify, {}, { was, verfahren: slug, kommentar: one.id })} rel="nofollow">
            {t('participation.comment.report')}
          </a>
        )}
      </p>
    </div>
  )
}

function ThreadItem({ one, place }: { readonly one: Thread; readonly place: Place }) {
  const { visit, data } = place
  const { t } = visit
  const typedHere = data.typed?.['antwort-auf'] === one.id
  return (
    <li id={`kommentar-${one.id}`}>
      <Post one={one} place={place} />
      {one.replies.length > 0 && (
        <ol class="participation-threads" aria-label={t('participation.comment.replies')}>
          {one.replies.map((reply) => (
            <li key={reply.id} id={`kommentar-${reply.id}`}>
              <Post one={reply} place={place} />
            </li>
          ))}
        </ol>
      )}
      {one.moreReplies && (
        <p class="alm-small">
          <a class="alm-link" href={addressOf(place, { zu: one.id, ...(data.only ? { nach: one.replies.at(-1)?.id } : {}) })}>
            {t('participation.comment.more-replies')}
          </a>
        </p>
      )}
      {data.open && (
        <details open={typedHere}>
          <summary>{t('participation.comment.reply')}</summary>
          <CommentForm
            {...place}
            parent={one.id}
            typed={typedHere ? data.typed : undefined}
            faults={typedHere ? data.faults : undefined}
            slow={typedHere ? data.slow : undefined}
            dialogue={data.dialogue}
          />
        </details>
      )}
    </li>
  )
}

function ColumnView({ column, place }: { readonly column: Column; readonly place: Place }) {
  const { t } = place.visit
  const { stance, threads, more } = column
  return (
    <div>
      {stance && <h3>{t(`participation.comment.side.${stance}`)}</h3>}
      {threads.length === 0 ? (
        <p class="alm-muted">{t(stance ? `participation.comment.none.${stance}` : 'participation.comment.none')}</p>
      ) : (
        <ol class="participation-threads">
          {threads.map((one) => (
            <ThreadItem key={one.id} one={one} place={place} />
          ))}
        </ol>
      )}
      {more && (
        <LinkList
          links={[
            { href: addressOf(place, { [stance ? `nach-${stance}` : 'nach']: more }), text: t('participation.comment.more') },
          ]}
        />
      )}
    </div>
  )
}

/** The talk under a submission, and the form to take part. */
export function CommentsSection(place: Place) {
  const { visit, opened, submission, data } = place
  const { t } = visit
  const columns = data.columns.map((column) => <ColumnView key={column.stance ?? 'alle'} column={column} place={place} />)
  const own = data.typed && !data.typed['antwort-auf']
  return (
    <Section
      title={t('participation.comment.title')}
      id="kommentare"
      {...(submission.comments > 0 ? { note: t('participation.count.comments', { count: submission.comments }) } : {})}
    >
      {data.only && <LinkList links={[{ href: addressOf(place, {}), text: t('participation.comment.all') }]} />}
      {columns.length > 1 ? <div class="participation-sides">{columns}</div> : columns}
      {data.open ? (
        <CommentForm
          visit={visit}
          opened={opened}
          submission={submission}
          dialogue={data.dialogue}
          typed={own ? data.typed : undefined}
          faults={own ? data.faults : undefined}
          slow={own ? data.slow : undefined}
        />
      ) : (
        <p class="alm-small alm-muted">{t('participation.comment.closed')}</p>
      )}
    </Section>
  )
}
