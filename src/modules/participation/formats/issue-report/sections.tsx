import { formatNumber } from '#kernel/locale.ts'
import type { Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Figures } from '#ui/components/figures/figures.tsx'
import { Note } from '#ui/components/note/note.tsx'
import { ResultList } from '#ui/components/result-row/result-row.tsx'
import { Table } from '#ui/components/table/table.tsx'
import type { FormatSection, OpenedProcedure } from '../../format.ts'
import { type ParticipationWeb, publicDb } from '../../house.ts'
import { phaseFor } from '../../model/procedure.ts'
import { pinsOf } from '../../pages/dialogue/submission-map.tsx'
import { issueRoutes } from './issue-routes.ts'
import type { IssueSettings } from './issue-settings.ts'
import { issueMap } from './pages/issue-map.tsx'
import { IssueRow } from './pages/issue-row.tsx'
import { daysText } from './pages/issue-words.ts'
import { type CategoryFigures, categoryFigures, listIssues } from './store/issue-store.ts'

const shownHere = 5

interface Line extends CategoryFigures {
  readonly name: string
}

/** How long it takes, by category: half of the reports were dealt with sooner. */
function AnswerTimes({ lines, slug, visit }: { readonly lines: readonly Line[]; readonly slug: string; readonly visit: Visit }) {
  const { t, lang } = visit
  const link = (count: number, code: string, stand: string) =>
    count === 0 ? '0' : <a href={visit.to(issueRoutes.issues, { slug }, { art: code, stand })}>{formatNumber(count, lang)}</a>
  return (
    <>
      <Table
        caption={t('participation.issue.times.caption')}
        rows={lines}
        rowKey={({ code }) => code}
        t={t}
        columns={[
          { title: t('participation.issue.field.category'), cell: ({ name }) => name },
          {
            title: t('participation.issue.times.open'),
            right: true,
            cell: ({ code, open, inProgress }) => link(open + inProgress, code, 'offen'),
          },
          { title: t('participation.issue.times.done'), right: true, cell: ({ code, done }) => link(done, code, 'erledigt') },
          {
            title: t('participation.issue.times.median'),
            right: true,
            named: true,
            cell: ({ medianDays }) => (medianDays === null ? t('participation.issue.times.none') : daysText(medianDays, visit)),
          },
        ]}
      />
      <p class="alm-small">{t('participation.issue.times.note')}</p>
    </>
  )
}

/** The newest reports with their map, and how long it takes until one is dealt with. */
export async function issueSections(
  house: ParticipationWeb,
  visit: Visit,
  opened: OpenedProcedure,
  settings: IssueSettings,
): Promise<FormatSection[]> {
  const { t, lang } = visit
  const { procedure, phases } = opened
  const { slug } = procedure
  const db = publicDb(house, visit.site)
  const [issues, figures] = await Promise.all([
    listIssues(db, procedure.id, {}, undefined, shownHere),
    categoryFigures(db, procedure.id),
  ])
  const open = phaseFor(phases, 'submit', visit.now)
  const sum = (key: 'open' | 'inProgress' | 'done') => figures.reduce((all, one) => all + one[key], 0)
  const map = await issueMap(house, visit, procedure, issues, { anzahl: shownHere })
  const pins = pinsOf(issues)
  const told = (key: 'open' | 'inProgress' | 'done', stand: string) => (
    <a href={visit.to(issueRoutes.issues, { slug }, { stand })}>
      {t(`participation.issue.told.${key}`, { count: sum(key), number: formatNumber(sum(key), lang) })}
    </a>
  )
  const list: FormatSection = {
    id: 'meldungen',
    title: t('participation.issue.list'),
    body: (
      <>
        {issues.length === 0 ? (
          <p>{t(open ? 'participation.issue.none' : 'participation.issue.none.closed')}</p>
        ) : (
          <>
            <Figures>
              {told('open', 'neu')}, {told('inProgress', 'in-arbeit')}, {told('done', 'erledigt')}.
            </Figures>
            {map}
            <ResultList>
              {issues.map((one) => (
                <IssueRow
                  key={one.id}
                  one={one}
                  procedure={procedure}
                  visit={visit}
                  pin={map ? (pins.get(one.id) ?? null) : undefined}
                />
              ))}
            </ResultList>
          </>
        )}
        <Actions>
          {open && (
            <Button text={t('participation.issue.report')} href={visit.to(issueRoutes.reportIssue, { slug })} kind="secondary" />
          )}
          {issues.length > 0 && (
            <a class="alm-link" href={visit.to(issueRoutes.issues, { slug })}>
              {t('participation.issue.list.all')}
            </a>
          )}
        </Actions>
        <Note kind="quiet">
          <p>{t('participation.issue.emergency')}</p>
        </Note>
      </>
    ),
  }
  const lines = settings.categories.flatMap(({ code, name }) => {
    const one = figures.find((known) => known.code === code)
    return one ? [{ ...one, name }] : []
  })
  if (lines.length === 0) return [list]
  return [
    list,
    { id: 'antwortzeiten', title: t('participation.issue.times'), body: <AnswerTimes lines={lines} slug={slug} visit={visit} /> },
  ]
}
