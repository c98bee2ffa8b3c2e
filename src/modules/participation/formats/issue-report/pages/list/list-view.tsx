import { formatNumber } from '#kernel/locale.ts'
import type { View, Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Empty } from '#ui/components/empty/empty.tsx'
import { SelectField, TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { ResultList } from '#ui/components/result-row/result-row.tsx'
import { Section } from '#ui/components/section/section.tsx'
import type { Children } from '#ui/vocabulary.ts'
import { procedureCrumbs } from '../../../../pages/crumbs.ts'
import { pinsOf } from '../../../../pages/dialogue/submission-map.tsx'
import { type Issue, statusWords } from '../../issue.ts'
import { issueRoutes } from '../../issue-routes.ts'
import type { IssueSettings } from '../../issue-settings.ts'
import type { OpenedReporting } from '../../use-cases/open-reporting.ts'
import { IssueRow } from '../issue-row.tsx'
import type { AskedIssues } from './read-issues.ts'

interface ListPage {
  readonly asked: AskedIssues
  readonly settings: IssueSettings
  readonly issues: readonly Issue[]
  readonly total: number
  /** Number of the last one shown, where there are more. */
  readonly more: string | undefined
  readonly map: Children | undefined
  readonly open: boolean
}

function Filter({ list, slug, visit }: { readonly list: ListPage; readonly slug: string; readonly visit: Visit }) {
  const { t } = visit
  const { asked, settings } = list
  return (
    <form
      class="participation-issue-filter"
      method="get"
      action={visit.to(issueRoutes.issues, { slug })}
      aria-label={t('participation.issue.filter')}
      noValidate
    >
      <SelectField
        id="stand"
        name="stand"
        label={t('participation.issue.filter.status')}
        value={asked.stand}
        options={[
          { value: '', label: t('participation.issue.filter.all') },
          ...Object.keys(statusWords).map((word) => ({ value: word, label: t(`participation.issue.filter.status.${word}`) })),
        ]}
        t={t}
      />
      <SelectField
        id="art"
        name="art"
        label={t('participation.issue.field.category')}
        value={asked.kind}
        options={[
          { value: '', label: t('participation.issue.filter.all') },
          ...settings.categories.map(({ code, name }) => ({ value: code, label: name })),
        ]}
        t={t}
      />
      <TextField id="q" name="q" type="search" label={t('participation.issue.filter.words')} value={asked.text} t={t} />
      <Button kind="secondary" text={t('participation.issue.filter.show')} />
    </form>
  )
}

/** Everything that was reported, with filters, map and list. */
export function issuesView(visit: Visit, opened: OpenedReporting, list: ListPage): View {
  const { t, lang } = visit
  const { procedure } = opened
  const { slug } = procedure
  const pins = pinsOf(list.issues)
  const title = t('participation.issue.list.title', { count: list.total, number: formatNumber(list.total, lang) })
  return {
    title: `${title}: ${procedure.title}`,
    area: 'participation',
    islands: ['map'],
    crumbs: procedureCrumbs(visit, procedure, t('participation.issue.list')),
    body: (
      <>
        <Head pre={procedure.title} title={title} t={t}>
          {list.open && (
            <Actions>
              <Button text={t('participation.issue.report')} href={visit.to(issueRoutes.reportIssue, { slug })} />
            </Actions>
          )}
        </Head>
        <Filter list={list} slug={slug} visit={visit} />
        {list.issues.length === 0 ? (
          <Empty title={t('participation.issue.list.empty')} reason={t('participation.issue.list.empty.reason')} level="h2">
            <a class="alm-link" href={visit.to(issueRoutes.issues, { slug })}>
              {t('participation.issue.list.all')}
            </a>
          </Empty>
        ) : (
          <Section title={t('participation.issue.list')} id="meldungen">
            {list.map}
            <ResultList>
              {list.issues.map((one) => (
                <IssueRow
                  key={one.id}
                  one={one}
                  procedure={procedure}
                  visit={visit}
                  pin={list.map ? (pins.get(one.id) ?? null) : undefined}
                />
              ))}
            </ResultList>
            {list.more && (
              <p>
                <a class="alm-link" href={visit.to(issueRoutes.issues, { slug }, { ...list.asked.query, nach: list.more })}>
                  {t('participation.more')}
                </a>
              </p>
            )}
          </Section>
        )}
        <Section title={t('participation.take.title')} id="mitnehmen">
          <LinkList
            links={[
              { href: visit.to(issueRoutes.issuesCsv, { slug }), text: t('participation.issue.take.csv') },
              { href: visit.to(issueRoutes.issuesGeojson, { slug }), text: t('participation.issue.take.geojson') },
              { href: visit.to(issueRoutes.requests, { format: 'xml' }), text: t('participation.issue.take.open311') },
            ]}
          />
        </Section>
      </>
    ),
  }
}
