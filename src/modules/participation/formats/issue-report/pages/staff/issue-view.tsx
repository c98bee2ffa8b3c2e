import { formatMoment } from '#kernel/clock.ts'
import { formatDay } from '#kernel/day.ts'
import type { View, Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { Facts } from '#ui/components/facts/facts.tsx'
import { ChoiceField, SelectField, TextArea } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { HiddenValues } from '#ui/components/hidden-values/hidden-values.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Note } from '#ui/components/note/note.tsx'
import { ResultList } from '#ui/components/result-row/result-row.tsx'
import { Said } from '#ui/components/said/said.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { Status } from '#ui/components/status/status.tsx'
import { insideOfProcedure, liesOutside } from '../../../../model/inside.ts'
import type { Procedure } from '../../../../model/procedure.ts'
import { numberOf } from '../../../../model/procedure.ts'
import { AnswerPost } from '../../../../pages/answer-post.tsx'
import { routes } from '../../../../routes.ts'
import type { AnswerRow } from '../../../../store/answer-store.ts'
import { type Issue, statuses } from '../../issue.ts'
import { issueRoutes } from '../../issue-routes.ts'
import { type IssueSettings, officesOf } from '../../issue-settings.ts'
import type { NearIssue } from '../../store/issue-store.ts'
import type { IssuePhoto } from '../../store/photo-store.ts'
import { type HandleFault, markOfIssue } from '../../use-cases/handle-issue.ts'
import { IssueRow } from '../issue-row.tsx'
import { standOfIssue } from '../issue-words.ts'

export interface IssuePage {
  readonly issue: Issue
  readonly procedure: Procedure
  readonly settings: IssueSettings
  readonly photos: readonly IssuePhoto[]
  readonly near: readonly NearIssue[]
  readonly answers: readonly AnswerRow[]
  /** Which form came back, with what was typed. */
  readonly refused?:
    | { readonly deed: string; readonly faults: readonly HandleFault[]; readonly typed: URLSearchParams }
    | undefined
  readonly said?: 'saved' | 'moved' | 'photo' | undefined
}

const faultText = (visit: Visit, { field, fault }: HandleFault) => visit.t(`participation.issue.staff.fault.${field}.${fault}`)

/** Fields of a form with what was typed and refused; ids differ, because two forms stand on the page. */
function fieldsOf(deed: 'stand' | 'weiter', { refused }: IssuePage, visit: Visit) {
  const here = refused?.deed === deed ? refused : undefined
  return (name: HandleFault['field'], label: string, help?: string) => {
    const fault = here?.faults.find((one) => one.field === name)
    return {
      id: `${deed}-${name}`,
      name,
      label,
      t: visit.t,
      value: here?.typed.get(name) ?? '',
      ...(help ? { help } : {}),
      ...(fault ? { error: faultText(visit, fault) } : {}),
    }
  }
}

function StatusForm({ data, visit }: { readonly data: IssuePage; readonly visit: Visit }) {
  const { t } = visit
  const field = fieldsOf('stand', data, visit)
  const { value, ...status } = field('status', t('participation.issue.staff.new-status'))
  return (
    <form class="alm-form" method="post" action={visit.to(issueRoutes.changeIssue, { id: data.issue.id })} noValidate>
      <HiddenValues values={{ stand: markOfIssue(data.issue) }} />
      <ChoiceField
        {...status}
        values={[value || (data.issue.status === 'open' ? 'in-progress' : data.issue.status)]}
        options={statuses.map((one) => ({ value: one, label: t(`participation.issue.status.${one}`) }))}
      />
      <TextArea
        {...field('note', t('participation.issue.staff.note'), t('participation.issue.staff.note.help'))}
        rows={4}
        maxLength={2000}
      />
      <Actions>
        <Button text={t('participation.issue.staff.save')} name="tat" value="stand" />
      </Actions>
    </form>
  )
}

function ForwardForm({ data, visit }: { readonly data: IssuePage; readonly visit: Visit }) {
  const { t } = visit
  const field = fieldsOf('weiter', data, visit)
  return (
    <form class="alm-form" method="post" action={visit.to(issueRoutes.changeIssue, { id: data.issue.id })} noValidate>
      <HiddenValues values={{ stand: markOfIssue(data.issue) }} />
      <SelectField
        {...field('office', t('participation.issue.staff.office'))}
        options={[
          { value: '', label: t('participation.issue.staff.office.choose') },
          ...officesOf(data.settings, data.procedure.office)
            .filter((office) => office !== data.issue.agency)
            .map((office) => ({ value: office, label: office })),
        ]}
      />
      <SelectField
        {...field('category', t('participation.issue.staff.category'))}
        options={[
          { value: '', label: t('participation.issue.staff.category.same', { category: data.issue.category ?? '' }) },
          ...data.settings.categories.map(({ code, name }) => ({ value: code, label: name })),
        ]}
        optional
      />
      <TextArea
        {...field('note', t('participation.issue.staff.note'), t('participation.issue.staff.forward.help'))}
        rows={3}
        maxLength={2000}
      />
      <Actions>
        <Button kind="secondary" text={t('participation.issue.staff.forward')} name="tat" value="weiter" />
      </Actions>
    </form>
  )
}

function Photos({ data, visit }: { readonly data: IssuePage; readonly visit: Visit }) {
  const { t } = visit
  return (
    <>
      {data.photos.map((photo) => (
        <form
          key={photo.id}
          class="participation-issue-photo"
          method="post"
          action={visit.to(issueRoutes.changeIssue, { id: data.issue.id })}
        >
          <HiddenValues values={{ photo: photo.id }} />
          <img
            src={visit.to(issueRoutes.issuePhoto, { slug: data.procedure.slug, photo: photo.id })}
            alt={t('participation.issue.photo.of', { category: data.issue.category ?? '', title: data.issue.title })}
            width={photo.width}
            height={photo.height}
          />
          <p>
            <Status kind={photo.state === 'public' ? 'ok' : 'warn'}>{t(`participation.issue.staff.photo.${photo.state}`)}</Status>
          </p>
          {visit.may('participation/answer') && (
            <Actions>
              {photo.state === 'waiting' && (
                <Button kind="secondary" text={t('participation.issue.staff.photo.show')} name="tat" value="foto-zeigen" />
              )}
              <Button kind="danger" text={t('participation.issue.staff.photo.delete')} name="tat" value="foto-loeschen" />
            </Actions>
          )}
        </form>
      ))}
    </>
  )
}

/** One report for the office that has it: what it says, what becomes of it, whom else it may concern. */
export function issueView(visit: Visit, data: IssuePage): View {
  const { t, lang } = visit
  const { issue, procedure } = data
  const number = numberOf(procedure.prefix, issue.number)
  const stand = standOfIssue(issue.status, visit)
  const handles = visit.may('participation/answer') && issue.state === 'public'
  const moderate = visit.may('participation/moderate') ? visit.to(routes.moderateSubmission, { id: issue.id }) : undefined
  return {
    title: `${number}, ${issue.title}`,
    robots: 'noindex',
    frame: 'staff',
    area: 'participation-issues',
    crumbs: [{ label: t('participation.issue.staff.list'), href: visit.to(issueRoutes.staffIssues) }, { label: number }],
    body: (
      <>
        {data.said && (
          <Message
            kind={data.said === 'moved' ? 'warning' : 'success'}
            title={t(`participation.issue.staff.said.${data.said}`)}
            live
            t={t}
          />
        )}
        <Head pre={`${number}, ${procedure.title}`} title={issue.title || number} t={t}>
          <Facts
            facts={[
              { name: t('participation.issue.status'), value: <Status kind={stand.kind}>{stand.text}</Status> },
              { name: t('participation.issue.agency'), value: issue.agency },
              { name: t('participation.issue.staff.category'), value: issue.category ?? '' },
              ...(issue.place ? [{ name: t('participation.issue.place'), value: issue.place }] : []),
              ...(liesOutside(issue.geometry, insideOfProcedure(procedure, visit.site))
                ? [
                    {
                      name: t('participation.issue.point'),
                      value: <Status kind="warn">{t('participation.moderate.outside')}</Status>,
                    },
                  ]
                : []),
              ...Object.entries(issue.answers).map(([name, value]) => ({ name, value: String(value) })),
              { name: t('participation.issue.step.received'), value: formatMoment(issue.receivedAt, lang, 'text') },
              ...(issue.dueOn ? [{ name: t('participation.issue.due'), value: formatDay(issue.dueOn, lang) }] : []),
            ]}
          />
          <LinkList
            links={[
              ...(issue.state === 'public'
                ? [
                    {
                      href: visit.to(routes.submission, { slug: procedure.slug, number }),
                      text: t('participation.issue.staff.public'),
                    },
                  ]
                : []),
              ...(moderate ? [{ href: moderate, text: t('participation.issue.staff.moderate') }] : []),
            ]}
          />
        </Head>
        <ErrorSummary
          faults={(data.refused?.faults ?? []).map((fault) => ({
            field: `${data.refused?.deed}-${fault.field}`,
            text: faultText(visit, fault),
          }))}
          t={t}
        />
        <Section title={t('participation.submission.text')} id="text">
          <Said text={issue.body} />
        </Section>
        {data.photos.length > 0 && (
          <Section title={t('participation.issue.photo')} id="foto" note={t('participation.issue.staff.photo.note')}>
            <Photos data={data} visit={visit} />
          </Section>
        )}
        {issue.state !== 'public' && (
          <Note kind="warn">
            <p>{t('participation.issue.staff.not-public')}</p>
          </Note>
        )}
        {handles && (
          <Section title={t('participation.issue.staff.status')} id="stand" note={t('participation.issue.staff.status.note')}>
            <StatusForm data={data} visit={visit} />
          </Section>
        )}
        {handles && (
          <Section title={t('participation.issue.staff.forward.title')} id="weiter">
            <ForwardForm data={data} visit={visit} />
          </Section>
        )}
        {data.near.length > 0 && (
          <Section title={t('participation.issue.near')} id="in-der-naehe" note={t('participation.issue.staff.near.note')}>
            <ResultList>
              {data.near.map((one) => (
                <IssueRow key={one.id} one={one} procedure={procedure} visit={visit} />
              ))}
            </ResultList>
            {moderate && (
              <p>
                <a class="alm-link" href={`${moderate}#aehnlich`}>
                  {t('participation.issue.staff.merge')}
                </a>
              </p>
            )}
          </Section>
        )}
        {data.answers.length > 0 && (
          <Section title={t('participation.issue.staff.told')} id="gesagt">
            {data.answers.map((post) => (
              <AnswerPost key={post.id} post={post} visit={visit} />
            ))}
          </Section>
        )}
      </>
    ),
  }
}
