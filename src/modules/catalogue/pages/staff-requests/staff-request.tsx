import { formatDay } from '#kernel/day.ts'
import type { View, Visit } from '#platform/http'
import { Button } from '#ui/components/button/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { Facts } from '#ui/components/facts/facts.tsx'
import { ChoiceField, DateField, SelectField, TextArea, TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Note } from '#ui/components/note/note.tsx'
import { Said } from '#ui/components/said/said.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { Status } from '#ui/components/status/status.tsx'
import { longest, outcomesOf, type RequestFault } from '../../model/request.ts'
import { routes } from '../../routes.ts'
import type { RequestPost, StaffRequestRow } from '../../store/request-rows.ts'
import { faultLines, faultText, type Typed } from '../wishes/draft-fields.tsx'
import { AnswerPost, TalkPost } from '../wishes/posts.tsx'
import { handedIn, nameOf, standOf } from '../wishes/request-words.ts'

export interface StaffRequestData {
  readonly request: StaffRequestRow
  readonly posts: readonly RequestPost[]
  readonly followers: number
  /** Who works here, by name: for choosing who looks after it. */
  readonly colleagues: readonly { readonly id: string; readonly name: string }[]
  /** Key of what was done last. */
  readonly said?: string | undefined
  readonly typed?: Typed
  readonly faults?: readonly RequestFault[]
  /** Which form the faults belong to. */
  readonly act?: string | undefined
}

type Part = { readonly data: StaffRequestData; readonly visit: Visit; readonly action: string }

const fieldsOf = ({ data, visit }: Part, act: string) => {
  const mine = data.act === act
  return (name: RequestFault['field'], id: string = name) => {
    const fault = mine ? data.faults?.find((one) => one.field === name) : undefined
    return {
      id,
      name,
      t: visit.t,
      label: visit.t(`catalogue.staff.field.${name}`),
      help: visit.t(`catalogue.staff.field.${name}.help`),
      value: (mine ? data.typed?.[name] : undefined) ?? '',
      ...(fault ? { error: faultText(visit, fault) } : {}),
    }
  }
}

/** What stops it from being published, and the two ways on. */
function LookFirst(part: Part) {
  const { data, visit, action } = part
  const { t } = visit
  const { request } = data
  if (request.state !== 'waiting') return null
  return (
    <Section title={t('catalogue.staff.look')} id="pruefen" note={t('catalogue.staff.look.note')}>
      <Note kind="warn">
        <p>
          <strong>{t('catalogue.staff.look.why')}</strong>{' '}
          {request.findings.map((finding) => t(`catalogue.finding.${finding}`)).join(', ') || t('catalogue.staff.look.changed')}
        </p>
      </Note>
      <form method="post" action={action}>
        <Button text={t('catalogue.staff.publish')} name="tat" value="veroeffentlichen" />
      </form>
    </Section>
  )
}

function Answer(part: Part) {
  const { data, visit, action } = part
  const { t, site } = visit
  const { request } = data
  if (request.state !== 'open' && request.state !== 'answered') return null
  const field = fieldsOf(part, 'antworten')
  const outcome = field('outcome')
  const typed = data.act === 'antworten' ? data.typed : undefined
  return (
    <Section
      title={t(request.state === 'answered' ? 'catalogue.staff.answer.again' : 'catalogue.staff.answer')}
      id="antworten"
      note={t('catalogue.staff.answer.note', { count: data.followers })}
    >
      <form class="alm-form" method="post" action={`${action}#antworten`} noValidate>
        <ChoiceField
          {...outcome}
          values={typed?.outcome ? [typed.outcome] : []}
          options={outcomesOf(request.kind).map((one) => ({
            value: one,
            label: t(`catalogue.request.kind.${one}`),
            help: t(`catalogue.staff.outcome.${one}`),
          }))}
        />
        <TextArea
          {...field('body', 'answer-body')}
          label={t('catalogue.staff.field.answer')}
          help={t('catalogue.staff.field.answer.help')}
          maxLength={longest.answer}
        />
        {request.kind === 'wish' && (
          <>
            <TextField {...field('dataset')} value={typed?.dataset ?? request.dataset?.slug ?? ''} optional />
            <DateField {...field('until')} optional />
            <TextField {...field('law')} optional maxLength={longest.law} />
          </>
        )}
        <TextField {...field('href')} type="url" optional maxLength={longest.href} />
        <TextField {...field('office')} value={typed?.office ?? site.name} maxLength={longest.office} />
        <Button text={t('catalogue.staff.answer.send')} name="tat" value="antworten" />
      </form>
    </Section>
  )
}

function Ask(part: Part) {
  const { data, visit, action } = part
  const { t } = visit
  const talk = data.posts.filter((post) => post.kind === 'question' || post.kind === 'reply')
  const field = fieldsOf(part, 'fragen')
  return (
    <Section title={t('catalogue.staff.ask')} id="fragen" note={t('catalogue.staff.ask.note')}>
      {talk.map((post) => (
        <TalkPost key={post.id} post={post} visit={visit} />
      ))}
      <form class="alm-form" method="post" action={`${action}#fragen`} noValidate>
        <TextArea
          {...field('body', 'ask-body')}
          label={t('catalogue.staff.field.question')}
          help={t('catalogue.staff.field.question.help')}
          rows={3}
          maxLength={longest.answer}
        />
        <Button kind="secondary" text={t('catalogue.staff.ask.send')} name="tat" value="fragen" />
      </form>
    </Section>
  )
}

function Assign(part: Part) {
  const { data, visit, action } = part
  const { t } = visit
  const { request } = data
  const field = fieldsOf(part, 'zuweisen')
  return (
    <Section title={t('catalogue.staff.assign')} id="zuweisen">
      <p>
        {request.assignedName
          ? t('catalogue.staff.assign.now', { name: request.assignedName })
          : t('catalogue.staff.assign.nobody')}
      </p>
      {data.colleagues.length > 1 && (
        <form class="alm-form" method="post" action={`${action}#zuweisen`}>
          <SelectField
            id="assign-person"
            name="person"
            label={t('catalogue.staff.field.person')}
            value={request.assignedPerson ?? ''}
            options={data.colleagues.map((one) => ({ value: one.id, label: one.name }))}
            t={t}
          />
          <Button kind="secondary" text={t('catalogue.staff.assign.person')} name="tat" value="jemandem" />
        </form>
      )}
      <form class="alm-form" method="post" action={`${action}#zuweisen`} noValidate>
        <div class="alm-actions">
          <Button kind="secondary" text={t('catalogue.staff.assign.me')} name="tat" value="mir" />
          {request.assignedName && (
            <Button kind="secondary" text={t('catalogue.staff.assign.drop')} name="tat" value="niemandem" />
          )}
        </div>
        <TextField
          {...field('office', 'assign-office')}
          label={t('catalogue.staff.field.assign')}
          help={t('catalogue.staff.field.assign.help')}
          optional
          maxLength={longest.office}
        />
        <Button kind="secondary" text={t('catalogue.staff.assign.office')} name="tat" value="zuweisen" />
      </form>
    </Section>
  )
}

function Notes(part: Part) {
  const { data, visit, action } = part
  const { t } = visit
  const notes = data.posts.filter((post) => post.kind === 'note')
  const field = fieldsOf(part, 'notieren')
  return (
    <Section title={t('catalogue.staff.notes')} id="notizen" note={t('catalogue.staff.notes.note')}>
      {notes.map((post) => (
        <TalkPost key={post.id} post={post} visit={visit} />
      ))}
      <form class="alm-form" method="post" action={`${action}#notizen`} noValidate>
        <TextArea
          {...field('body', 'note-body')}
          label={t('catalogue.staff.field.note')}
          help={t('catalogue.staff.field.note.help')}
          rows={3}
          maxLength={longest.answer}
        />
        <Button kind="secondary" text={t('catalogue.staff.notes.send')} name="tat" value="notieren" />
      </form>
    </Section>
  )
}

function Hide(part: Part) {
  const { data, visit, action } = part
  const { t } = visit
  if (data.request.state === 'hidden')
    return (
      <Section title={t('catalogue.staff.show')} id="zeigen" note={t('catalogue.staff.show.note')}>
        <form method="post" action={action}>
          <Button kind="secondary" text={t('catalogue.staff.publish')} name="tat" value="veroeffentlichen" />
        </form>
      </Section>
    )
  if (data.request.state === 'withdrawn') return null
  const field = fieldsOf(part, 'verbergen')
  return (
    <Section title={t('catalogue.staff.hide')} id="verbergen" note={t('catalogue.staff.hide.note')}>
      <form class="alm-form" method="post" action={`${action}#verbergen`} noValidate>
        <TextArea {...field('reason')} rows={3} maxLength={longest.answer} />
        <Button kind="danger" text={t('catalogue.staff.hide.do')} name="tat" value="verbergen" />
      </form>
    </Section>
  )
}

/** One wish or remark as those see it who answer. */
export function staffRequestView(visit: Visit, data: StaffRequestData): View {
  const { t, lang } = visit
  const { request, posts } = data
  const number = nameOf(request)
  const action = visit.to(routes.actOnRequest, { id: request.id })
  const part: Part = { data, visit, action }
  const stand = standOf(request, visit)
  const answers = posts.filter((post) => post.kind === 'answer')
  const public_ = request.state === 'open' || request.state === 'answered'
  return {
    title: `${number}, ${t('catalogue.staff.wishes')}`,
    robots: 'noindex',
    frame: 'staff',
    area: 'wishes',
    crumbs: [{ label: t('catalogue.staff.wishes'), href: visit.to(routes.staffRequests) }, { label: number }],
    body: (
      <>
        {data.said && (
          <Message
            kind={data.said === 'not-now' ? 'warning' : 'success'}
            title={t(`catalogue.staff.said.${data.said}`)}
            live
            t={t}
          />
        )}
        <ErrorSummary
          faults={faultLines(visit, data.faults ?? []).map((line) => ({ ...line, field: anchorOf(line.field, data.act) }))}
          t={t}
        />
        <Head
          pre={t(`catalogue.own.pre.${request.kind}`)}
          title={request.title || t('catalogue.staff.remark', { title: request.about?.title ?? '' })}
          t={t}
        >
          <p class="alm-meta">
            <span>{number}</span>
            <Status kind={stand.kind}>{stand.text}</Status>
          </p>
          <LinkList
            links={[
              ...(request.kind === 'wish' && public_
                ? [{ href: visit.to(routes.wish, { number }), text: t('catalogue.own.public.wish') }]
                : []),
              ...(request.about
                ? [
                    {
                      href: `${visit.to(routes.dataset, { slug: request.about.slug })}#anmerkungen`,
                      text: t('catalogue.own.public.remark'),
                    },
                  ]
                : []),
            ]}
          />
          {request.kind === 'wish' && public_ && !request.dataset && visit.may('catalogue/edit') && (
            <form method="post" action={visit.to(routes.draftForWish, { id: request.id })}>
              <Button kind="secondary" text={t(request.madeId ? 'catalogue.staff.draft.open' : 'catalogue.staff.draft')} />
            </form>
          )}
        </Head>
        <LookFirst {...part} />
        <Section title={t('catalogue.staff.text')} id="text">
          <Said text={request.body} lang={request.lang === lang ? undefined : request.lang} />
          <Facts
            facts={[
              { name: t('catalogue.staff.column.received'), value: handedIn(request, visit) },
              { name: t('catalogue.staff.column.due'), value: formatDay(request.dueOn, lang) },
              ...(request.place ? [{ name: t('catalogue.remark.field.place'), value: request.place }] : []),
              { name: t('catalogue.staff.joined'), value: String(request.joined) },
              { name: t('catalogue.staff.followers'), value: String(data.followers) },
            ]}
          />
        </Section>
        {answers.length > 0 && (
          <Section title={t('catalogue.wish.answer')} id="antwort">
            {answers.map((post) => (
              <AnswerPost key={post.id} post={post} visit={visit} />
            ))}
          </Section>
        )}
        <Answer {...part} />
        <Ask {...part} />
        <Assign {...part} />
        <Notes {...part} />
        <Hide {...part} />
      </>
    ),
  }
}

/** The field a line of the error summary leads to: the forms of the page share names. */
const anchorOf = (field: string, act: string | undefined): string =>
  field === 'body'
    ? `${act === 'fragen' ? 'ask' : act === 'notieren' ? 'note' : 'answer'}-body`
    : field === 'office' && act === 'zuweisen'
      ? 'assign-office'
      : field
