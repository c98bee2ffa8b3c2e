import { formatDay } from '#kernel/day.ts'
import type { View, Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { TextArea } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Note } from '#ui/components/note/note.tsx'
import { Receipt } from '#ui/components/receipt/receipt.tsx'
import { Said } from '#ui/components/said/said.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { Status } from '#ui/components/status/status.tsx'
import { longest, type RequestFault } from '../../model/request.ts'
import { routes } from '../../routes.ts'
import type { OwnRequest } from '../../use-cases/requests/own-request.ts'
import { DraftFields, faultLines, faultText, type Typed } from '../wishes/draft-fields.tsx'
import { AnswerPost, TalkPost } from '../wishes/posts.tsx'
import { handedIn, nameOf, standOf } from '../wishes/request-words.ts'

/** What was said last, by key: `new`, `saved`, `withdrawn`, `replied`, `late`. */
export interface OwnState {
  readonly said?: string | undefined
  readonly typed?: Typed
  readonly faults?: readonly RequestFault[]
  readonly replyFaults?: readonly RequestFault[]
  readonly reply?: string
}

const editable = ({ request }: OwnRequest) => request.state === 'open' || request.state === 'waiting'

function Correct({
  own,
  state,
  visit,
  action,
}: {
  readonly own: OwnRequest
  readonly state: OwnState
  readonly visit: Visit
  readonly action: string
}) {
  const { t } = visit
  const { request } = own
  const typed = state.typed ?? { title: request.title, body: request.body, place: request.place ?? '' }
  return (
    <Section title={t('catalogue.own.correct')} id="aendern" note={t('catalogue.own.correct.note')}>
      <form class="alm-form" method="post" action={action} noValidate>
        <DraftFields kind={request.kind} typed={typed} faults={state.faults ?? []} visit={visit} withEmail={false} />
        <Button kind="secondary" text={t('catalogue.own.save')} name="tat" value="aendern" />
      </form>
    </Section>
  )
}

/** Questions of the administration and what the author replied, with the field to reply. */
function Talk({
  own,
  state,
  visit,
  action,
}: {
  readonly own: OwnRequest
  readonly state: OwnState
  readonly visit: Visit
  readonly action: string
}) {
  const { t } = visit
  const talk = own.posts.filter((post) => post.kind !== 'answer')
  if (talk.length === 0) return null
  const fault = state.replyFaults?.[0]
  return (
    <Section title={t('catalogue.own.talk')} id="rueckfrage" note={t('catalogue.own.talk.note')}>
      {talk.map((post) => (
        <TalkPost key={post.id} post={post} visit={visit} />
      ))}
      {own.request.state !== 'hidden' && own.request.state !== 'withdrawn' && (
        <form class="alm-form" method="post" action={`${action}#rueckfrage`} noValidate>
          <TextArea
            id="reply"
            name="reply"
            label={t('catalogue.own.reply')}
            value={state.reply ?? ''}
            rows={4}
            maxLength={longest.body}
            t={t}
            {...(fault ? { error: faultText(visit, fault) } : {})}
          />
          <Button kind="secondary" text={t('catalogue.own.reply.send')} name="tat" value="antworten" />
        </form>
      )}
    </Section>
  )
}

function publicPage(own: OwnRequest, visit: Visit): string | undefined {
  const { request } = own
  if (request.state !== 'open' && request.state !== 'answered') return undefined
  if (request.kind === 'wish') return visit.to(routes.wish, { number: nameOf(request) })
  return request.about ? `${visit.to(routes.dataset, { slug: request.about.slug })}#anmerkungen` : undefined
}

/** What whoever handed something in sees behind the secret link: receipt, where it stands, and what can still be changed. */
export function ownRequestView(visit: Visit, own: OwnRequest, state: OwnState): View {
  const { t, lang, site } = visit
  const { request, posts } = own
  const number = nameOf(request)
  const action = visit.path.split('?')[0] ?? ''
  const stand = standOf(request, visit)
  const shown = publicPage(own, visit)
  const answers = posts.filter((post) => post.kind === 'answer')
  const fresh = state.said === 'new'
  return {
    title: number,
    robots: 'noindex, nofollow',
    secret: true,
    area: 'data',
    crumbs: [{ label: t('catalogue.wish.name'), href: visit.to(routes.wishes) }, { label: number }],
    body: (
      <>
        {state.said && !fresh && (
          <Message
            kind={state.said === 'late' ? 'warning' : 'success'}
            title={t(`catalogue.own.said.${state.said}`)}
            live
            t={t}
          />
        )}
        <Head
          pre={t(`catalogue.own.pre.${request.kind}`)}
          title={fresh ? t(`catalogue.own.title.new.${request.kind}`) : request.title || request.about?.title || number}
          t={t}
        >
          <Receipt label={t('catalogue.own.number')} number={number}>
            <p>
              <Status kind={stand.kind}>{stand.text}</Status>
            </p>
            <p class="alm-small">
              {request.state === 'waiting'
                ? t('catalogue.own.next.waiting', { name: site.name })
                : request.state === 'open'
                  ? t('catalogue.own.next.open', { name: site.name, date: formatDay(request.dueOn, lang) })
                  : t('catalogue.wish.from', { date: handedIn(request, visit) })}
            </p>
          </Receipt>
          <Note kind="accent">
            <p>
              <strong>{t('catalogue.own.link')}</strong> {t('catalogue.own.link.note')}
            </p>
          </Note>
          {shown && <LinkList links={[{ href: shown, text: t(`catalogue.own.public.${request.kind}`) }]} />}
        </Head>
        <ErrorSummary
          faults={[
            ...faultLines(visit, state.faults ?? []),
            ...(state.replyFaults ?? []).map((one) => ({ field: 'reply', text: faultText(visit, one) })),
          ]}
          t={t}
        />
        {answers.length > 0 && (
          <Section title={t('catalogue.wish.answer')} id="antwort">
            {answers.map((post) => (
              <AnswerPost key={post.id} post={post} visit={visit} />
            ))}
          </Section>
        )}
        <Talk own={own} state={state} visit={visit} action={action} />
        {editable(own) ? (
          <Correct own={own} state={state} visit={visit} action={action} />
        ) : (
          request.body && (
            <Section title={t('catalogue.own.text')} id="text">
              {request.title && (
                <p>
                  <strong>{request.title}</strong>
                </p>
              )}
              <Said text={request.body} />
            </Section>
          )
        )}
        {request.state !== 'withdrawn' && (
          <Section title={t('catalogue.own.withdraw')} id="zurueckziehen" note={t('catalogue.own.withdraw.note')}>
            <form method="post" action={action}>
              <Actions>
                <Button kind="danger" text={t(`catalogue.own.withdraw.${request.kind}`)} name="tat" value="zurueckziehen" />
              </Actions>
            </form>
          </Section>
        )}
      </>
    ),
  }
}
