import { formatNumber } from '#kernel/locale.ts'
import type { View, Visit } from '#platform/http'
import { Block } from '#ui/components/block/block.tsx'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Facts } from '#ui/components/facts/facts.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Progress } from '#ui/components/progress/progress.tsx'
import { type Column, Table } from '#ui/components/table/table.tsx'
import type { Issue, Run, Source } from '../model/source.ts'
import { routes } from '../routes.ts'
import { reasonsOf } from '../use-cases/reasons-of.ts'
import { IssueList } from './issue-list.tsx'
import { duration, moment, RunStatus, sourceFrame, sumOf } from './words.tsx'

/** A record that a look found, as the page shows it. */
export interface Example {
  readonly id: string
  readonly title: string
  readonly publisher: string
  readonly files: number
  readonly result: string
  /** How many values were mended. */
  readonly repaired: number
  readonly page: string | null
}

/** A record that a run wrote, where everybody finds it. */
export interface Result {
  readonly title: string
  readonly site: string
  readonly href: string
}

export interface RunPage {
  readonly source: Source
  readonly run: Run
  readonly issues: readonly Issue[]
  readonly after: number
  readonly examples: readonly Example[]
  readonly results: readonly Result[]
  /** What would be withdrawn: its id at the source, and what it is called here. */
  readonly gone: readonly { readonly id: string; readonly title: string }[]
  /** Whose catalogue the records of each publisher go into. */
  readonly targets: readonly { readonly name: string; readonly count: number; readonly target: string }[]
}

const counts = ['created', 'updated', 'unchanged', 'withdrawn', 'rejected'] as const

function Decide({ source, run, visit }: { readonly source: Source; readonly run: Run; readonly visit: Visit }) {
  const { t } = visit
  const at = { id: source.id, run: run.id }
  if (!visit.may('harvest/edit')) return null
  if (run.state === 'running')
    return (
      <Actions>
        <form method="post" action={visit.to(routes.stop, at)}>
          <Button text={t('harvest.step.stop')} kind="secondary" />
        </form>
        <a class="alm-link" href={visit.to(routes.run, at)}>
          {t('harvest.step.reload')}
        </a>
      </Actions>
    )
  if (run.state === 'stopped')
    return (
      <Actions>
        <form method="post" action={visit.to(routes.goOn, at)}>
          <Button text={t('harvest.step.go-on')} />
        </form>
        <form method="post" action={visit.to(routes.drop, at)}>
          <Button text={t('harvest.step.drop')} kind="secondary" />
        </form>
      </Actions>
    )
  if (run.state !== 'held' && run.state !== 'ready') return null
  return (
    <Actions>
      <form method="post" action={visit.to(routes.confirm, at)}>
        <Button
          text={t(
            run.state === 'held'
              ? 'harvest.step.confirm-held'
              : source.state === 'new'
                ? 'harvest.step.confirm-new'
                : 'harvest.step.confirm',
          )}
        />
      </form>
      <form method="post" action={visit.to(routes.drop, at)}>
        <Button text={t('harvest.step.drop')} kind="secondary" />
      </form>
    </Actions>
  )
}

/** What one run did, or would do: the sum, why it waits or broke off, and every record that was not taken. */
export function runView({ source, run, issues, after, examples, results, gone, targets }: RunPage, visit: Visit): View {
  const { t, lang } = visit
  const at = { id: source.id, run: run.id }
  const look = run.mode === 'look'
  const title = t(look ? 'harvest.run.look' : 'harvest.run.title', { date: moment(run.startedAt, visit) })
  const reasons = reasonsOf(run, t)
  const last = issues.at(-1)
  const exampleColumns: Column<Example>[] = [
    {
      title: t('harvest.column.title'),
      cell: (one) =>
        one.page && /^https?:\/\//i.test(one.page) ? (
          <a href={one.page} rel="nofollow">
            {one.title}
          </a>
        ) : (
          one.title
        ),
    },
    { title: t('harvest.column.publisher'), cell: (one) => one.publisher, named: true },
    { title: t('harvest.column.files'), cell: (one) => formatNumber(one.files, lang), right: true },
    { title: t('harvest.column.repaired'), cell: (one) => formatNumber(one.repaired, lang), right: true },
    { title: t('harvest.column.outcome'), cell: (one) => t(`harvest.outcome.${one.result || 'created'}`) },
  ]
  const unknown = run.summary.unknown ?? []
  return sourceFrame(
    visit,
    title,
    <>
      {visit.query.get('getan') === 'uebernommen' && <Message kind="success" title={t('harvest.done.uebernommen')} live t={t} />}
      <Head pre={source.name} title={title} lead={<RunStatus run={run} visit={visit} />} t={t}>
        {run.state !== 'running' && <Decide source={source} run={run} visit={visit} />}
      </Head>
      {run.state === 'running' && (
        <>
          <Progress
            title={t(`harvest.progress.${run.phase}`, { read: formatNumber(run.read, lang) })}
            done={run.phase === 'gather' ? run.read : 1}
            total={run.phase === 'gather' ? Math.max(run.announced ?? 0, run.read + 1) : 1}
            note={t('harvest.progress.note')}
            t={t}
          />
          <Decide source={source} run={run} visit={visit} />
        </>
      )}
      {reasons.length > 0 && (
        <Message
          kind={run.state === 'failed' ? 'danger' : 'warning'}
          title={t(run.confirmed ? 'harvest.run.confirmed' : `harvest.run.why.${run.state}`)}
          t={t}
        >
          {reasons.length === 1 ? (
            <p>{reasons[0]}</p>
          ) : (
            <ul class="alm-list">
              {reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          )}
          {run.state !== 'done' && <p>{t('harvest.mail.stays')}</p>}
        </Message>
      )}
      {run.state !== 'failed' && run.state !== 'running' && (
        <Block title={t(run.state === 'done' ? 'harvest.block.result' : 'harvest.block.would')}>
          <p>{sumOf(run, visit)}.</p>
          <Facts
            facts={[
              ...counts.map((name) => ({ name: t(`harvest.outcome.${name}`), value: formatNumber(run[name], lang) })),
              ...(run.kept > 0 ? [{ name: t('harvest.count.kept'), value: formatNumber(run.kept, lang) }] : []),
              ...(run.renamed > 0 ? [{ name: t('harvest.count.renamed'), value: formatNumber(run.renamed, lang) }] : []),
              { name: t('harvest.column.duration'), value: duration(run, visit) },
            ]}
          />
        </Block>
      )}
      {results.length > 0 && (
        <Block title={t('harvest.block.results')}>
          {run.created + run.updated > results.length && (
            <p>{t('harvest.results.some', { shown: results.length, all: formatNumber(run.created + run.updated, lang) })}</p>
          )}
          <ul class="alm-links">
            {results.map((one) => (
              <li key={one.href}>
                <a class="alm-link" href={one.href}>
                  {one.title}
                </a>{' '}
                {one.site}
              </li>
            ))}
          </ul>
        </Block>
      )}
      {gone.length > 0 && (
        <Block title={t('harvest.block.gone', { count: run.withdrawn })}>
          <p>{t('harvest.gone.lead', { shown: gone.length })}</p>
          <ul class="alm-list harvest-gone">
            {gone.map(({ id, title }) => (
              <li key={id}>
                {title}
                {title !== id && <span class="alm-fine"> {id}</span>}
              </li>
            ))}
          </ul>
        </Block>
      )}
      {examples.length > 0 && (
        <Block title={t('harvest.block.examples', { count: examples.length })}>
          <Table
            caption={t('harvest.block.examples', { count: examples.length })}
            columns={exampleColumns}
            rows={examples}
            rowKey={(one) => one.id}
            t={t}
          />
        </Block>
      )}
      {targets.length > 0 && (
        <Block
          title={t('harvest.block.publishers')}
          {...(visit.may('harvest/edit')
            ? { link: { href: visit.to(routes.mapping, { id: source.id }), text: t('harvest.mapping.change') } }
            : {})}
        >
          <Table
            caption={t('harvest.block.publishers')}
            columns={[
              { title: t('harvest.column.publisher'), cell: (one) => one.name || t('harvest.publisher.none') },
              { title: t('harvest.column.records'), cell: (one) => formatNumber(one.count, lang), right: true },
              { title: t('harvest.column.target'), cell: (one) => one.target, named: true },
            ]}
            rows={targets}
            rowKey={(one) => one.name}
            t={t}
          />
        </Block>
      )}
      {unknown.length > 0 && (
        <Block
          title={t('harvest.block.unknown')}
          {...(visit.may('harvest/edit')
            ? { link: { href: visit.to(routes.mapping, { id: source.id }), text: t('harvest.mapping.change') } }
            : {})}
        >
          <p>{t('harvest.unknown.lead')}</p>
          <Table
            caption={t('harvest.block.unknown')}
            columns={[
              { title: t('harvest.column.value'), cell: (one) => one.value },
              { title: t('harvest.column.what'), cell: (one) => t(`harvest.value.${one.kind}`) },
              { title: t('harvest.column.records'), cell: (one) => formatNumber(one.count, lang), right: true },
            ]}
            rows={unknown}
            rowKey={(one) => `${one.kind} ${one.value}`}
            t={t}
          />
        </Block>
      )}
      {issues.length > 0 && (
        <Block
          title={run.rejected > 0 ? t('harvest.block.issues', { count: run.rejected }) : t('harvest.block.remarks')}
          id="meldungen"
          link={{ href: visit.to(routes.issuesCsv, at), text: t('harvest.issues.csv') }}
        >
          <IssueList issues={issues.filter((one) => !one.taken)} visit={visit} />
          {run.rejected > 0 && issues.some((one) => one.taken) && <h3>{t('harvest.block.remarks')}</h3>}
          {issues.some((one) => one.taken) && <p>{t('harvest.remarks.lead')}</p>}
          <IssueList issues={issues.filter((one) => one.taken)} visit={visit} />
          {issues.length >= 50 && last && (
            <p>
              <a class="alm-link" href={`${visit.to(routes.run, at, { nach: last.number })}#meldungen`}>
                {t('harvest.issues.more')}
              </a>
            </p>
          )}
          {after > 0 && (
            <p>
              <a class="alm-link" href={`${visit.to(routes.run, at)}#meldungen`}>
                {t('harvest.issues.first')}
              </a>
            </p>
          )}
        </Block>
      )}
    </>,
    source,
  )
}
