import type { View, Visit } from '#platform/http'
import type { SlowDown } from '#platform/slow-down'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { Facts } from '#ui/components/facts/facts.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { HiddenValues } from '#ui/components/hidden-values/hidden-values.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Puzzle, puzzleIslands } from '#ui/components/puzzle/puzzle.tsx'
import { ResultList } from '#ui/components/result-row/result-row.tsx'
import { Said } from '#ui/components/said/said.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { procedureCrumbs } from '../../../../pages/crumbs.ts'
import type { PointGround, Typed } from '../../../../pages/submit/fields.tsx'
import { routes } from '../../../../routes.ts'
import { issueRoutes } from '../../issue-routes.ts'
import type { IssueSettings } from '../../issue-settings.ts'
import type { ReportDraft, ReportFault } from '../../read-report.ts'
import type { NearIssue } from '../../store/issue-store.ts'
import type { OpenedReporting } from '../../use-cases/open-reporting.ts'
import { NearRow } from './near-row.tsx'
import { ReportFields, reportFaultLines } from './report-fields.tsx'

interface FormPage {
  readonly settings: IssueSettings
  readonly typed: Typed
  readonly faults: readonly ReportFault[]
  readonly point: PointGround
  /** Address of the worker's script. */
  readonly worker: string
  /** What the chosen category asks besides, where that is asked only now. */
  readonly question?: string | undefined
}

const words = (visit: Visit) =>
  Object.fromEntries(
    ['kept', 'waiting', 'sent', 'failed', 'remove', 'open', 'offline', 'send', 'lead'].map((name) => [
      `data-${name}`,
      visit.t(`participation.issue.offline.${name}`),
    ]),
  )

/** Step one: photo, place, kind, what is wrong. */
export function reportView(visit: Visit, opened: OpenedReporting, form: FormPage): View {
  const { t } = visit
  const { procedure } = opened
  const title = t('participation.issue.report.title')
  return {
    title: `${title}: ${procedure.title}`,
    area: 'participation',
    robots: 'noindex',
    islands: ['point-field', 'issue-offline'],
    manifest: visit.to(issueRoutes.manifest, { slug: procedure.slug }),
    crumbs: procedureCrumbs(visit, procedure, title),
    body: (
      <>
        <Head pre={procedure.title} title={title} lead={t('participation.issue.report.lead')} t={t} />
        <ErrorSummary faults={reportFaultLines(visit, form.faults)} t={t} />
        {form.question && (
          <Message kind="info" title={t('participation.issue.question')} live t={t}>
            <p>
              <a class="alm-link" href="#question">
                {t('participation.issue.question.text', { question: form.question })}
              </a>
            </p>
          </Message>
        )}
        <div
          class="participation-issue-waiting"
          data-issue-waiting
          data-worker={form.worker}
          data-scope={visit.to(issueRoutes.reportIssue, { slug: procedure.slug })}
          data-store={procedure.id}
          {...words(visit)}
        />
        <form
          class="alm-form"
          method="post"
          encType="multipart/form-data"
          action={visit.to(issueRoutes.sendIssue, { slug: procedure.slug })}
          data-issue-form
          noValidate
        >
          <HiddenValues values={{ key: form.typed.key ?? '', photo: form.typed.photo ?? '' }} />
          <ReportFields {...form} visit={visit} />
          <p class="alm-small">{t('participation.issue.report.public')}</p>
          <Actions>
            <Button text={t('participation.issue.report.check')} name="schritt" value="pruefen" />
          </Actions>
        </form>
      </>
    ),
  }
}

interface CheckPage {
  readonly draft: ReportDraft
  readonly typed: Typed
  readonly near: readonly NearIssue[]
  readonly slow?: SlowDown | undefined
}

/** Step two: what others reported here, then the own words as they will stand there, and the button. */
export function checkReportView(visit: Visit, opened: OpenedReporting, { draft, typed, near, slow }: CheckPage): View {
  const { t } = visit
  const { procedure } = opened
  const { slug } = procedure
  const fact = (name: string, value: string | undefined) => (value ? [{ name, value }] : [])
  return {
    title: `${t('participation.issue.check.title')}: ${procedure.title}`,
    area: 'participation',
    robots: 'noindex',
    crumbs: procedureCrumbs(visit, procedure, t('participation.issue.report.title')),
    islands: slow ? puzzleIslands : [],
    body: (
      <>
        <Head
          pre={procedure.title}
          title={
            near.length > 0 ? t('participation.issue.check.near', { count: near.length }) : t('participation.issue.check.title')
          }
          lead={t(near.length > 0 ? 'participation.issue.check.near.lead' : 'participation.issue.check.lead')}
          t={t}
        />
        {near.length > 0 && (
          <Section title={t('participation.issue.near')} id="in-der-naehe" note={t('participation.issue.near.note')}>
            <ResultList>
              {near.map((one) => (
                <NearRow key={one.id} one={one} procedure={procedure} visit={visit} />
              ))}
            </ResultList>
          </Section>
        )}
        <Section title={t('participation.issue.check.yours')} id="ihre-meldung">
          {typed.photo && (
            <p class="participation-issue-photo">
              <img
                src={visit.to(issueRoutes.loosePhoto, { slug, token: typed.photo })}
                alt={t('participation.issue.photo.yours')}
                width="320"
              />
            </p>
          )}
          <Facts
            facts={[
              ...fact(t('participation.issue.field.category'), draft.category),
              ...Object.entries(draft.answers).map(([name, value]) => ({ name, value })),
              { name: t('participation.issue.field.body'), value: <Said text={draft.body} /> },
              ...fact(t('participation.issue.field.place'), draft.place),
              ...fact(t('participation.issue.field.geometry'), typed.geometry),
              ...fact(
                t('participation.issue.field.email'),
                draft.email && `${draft.email} (${t('participation.check.private')})`,
              ),
            ]}
          />
          <form class="alm-form" method="post" action={visit.to(issueRoutes.sendIssue, { slug })}>
            <HiddenValues values={Object.fromEntries(Object.entries(typed).filter(([, value]) => value))} />
            {slow && <Puzzle challenge={slow.challenge} until={slow.until} email={visit.site.contact.email} t={t} />}
            <Actions>
              <Button text={t('participation.issue.check.send')} name="schritt" value="senden" />
              <Button kind="secondary" text={t('participation.check.change')} name="schritt" value="aendern" />
            </Actions>
          </form>
        </Section>
      </>
    ),
  }
}

/** Reports are not taken now: says so, keeps the words, and shows the way back. */
export function notTakenView(visit: Visit, opened: OpenedReporting, typed?: Typed): View {
  const { t } = visit
  const { procedure } = opened
  return {
    title: t('participation.issue.closed.title'),
    area: 'participation',
    robots: 'noindex',
    crumbs: procedureCrumbs(visit, procedure, t('participation.issue.report.title')),
    body: (
      <>
        <Head
          pre={procedure.title}
          title={t('participation.issue.closed.title')}
          lead={t('participation.issue.closed.lead', { office: procedure.office })}
          t={t}
        >
          <LinkList
            links={[{ href: visit.to(routes.procedure, { slug: procedure.slug }), text: t('participation.closed.back') }]}
          />
        </Head>
        {typed?.body && (
          <Section title={t('participation.closed.yours')} id="ihr-text" note={t('participation.closed.yours.note')}>
            <Said text={typed.body} />
          </Section>
        )}
      </>
    ),
  }
}
