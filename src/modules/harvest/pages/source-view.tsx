import { formatDay } from '#kernel/day.ts'
import type { View, Visit } from '#platform/http'
import { Block } from '#ui/components/block/block.tsx'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Empty } from '#ui/components/empty/empty.tsx'
import { Facts } from '#ui/components/facts/facts.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { type Column, Table } from '#ui/components/table/table.tsx'
import { isLocal } from '../model/local-address.ts'
import type { Run, Source } from '../model/source.ts'
import { routes } from '../routes.ts'
import { reasonsOf } from '../use-cases/reasons-of.ts'
import { duration, kindName, moment, placeName, RunStatus, SourceStatus, sumOf } from './words.tsx'

const Deed = ({
  action,
  text,
  kind = 'secondary',
  name,
  value,
}: {
  action: string
  text: string
  kind?: 'primary' | 'secondary'
  name?: string
  value?: string
}) => (
  <form method="post" action={action}>
    <Button text={text} kind={kind} name={name} value={value} />
  </form>
)

/** The one next step of a source, and what else can be done with it. */
function Steps({ source, newest, visit }: { readonly source: Source; readonly newest: Run | undefined; readonly visit: Visit }) {
  const { t } = visit
  const { id } = source
  const waits = newest?.state === 'held' || newest?.state === 'ready'
  const busy = newest?.state === 'running'
  return (
    <Actions>
      {newest && (waits || busy) && (
        <Button
          text={t(busy ? 'harvest.step.follow' : newest.state === 'held' ? 'harvest.step.decide' : 'harvest.step.preview')}
          href={visit.to(routes.run, { id, run: newest.id })}
        />
      )}
      {!busy && source.state !== 'new' && (
        <Deed action={visit.to(routes.start, { id })} text={t('harvest.step.start')} kind={waits ? 'secondary' : 'primary'} />
      )}
      {!busy && (
        <Deed
          action={visit.to(routes.look, { id })}
          text={t('harvest.step.look')}
          kind={source.state === 'new' && !waits ? 'primary' : 'secondary'}
        />
      )}
      {source.state === 'on' ? (
        <Deed action={visit.to(routes.switchSource, { id })} text={t('harvest.step.off')} name="stand" value="off" />
      ) : (
        source.state === 'off' && (
          <Deed action={visit.to(routes.switchSource, { id })} text={t('harvest.step.on')} name="stand" value="on" />
        )
      )}
    </Actions>
  )
}

const done = ['gespeichert', 'bestellt', 'geschaltet', 'verworfen'] as const

/** One source: how it stands, what to do, how its runs went. While something that was ordered has not begun there is nothing to decide. */
export function sourceView(source: Source, runs: readonly Run[], ordered: boolean, visit: Visit): View {
  const { t, lang } = visit
  const { id } = source
  const [newest] = runs
  const edits = visit.may('harvest/edit')
  const note = done.find((one) => visit.query.get('getan') === one)
  const columns: Column<Run>[] = [
    {
      title: t('harvest.column.start'),
      cell: (run) => (
        <a class="alm-link" href={visit.to(routes.run, { id, run: run.id })}>
          {moment(run.startedAt, visit)}
        </a>
      ),
      whole: true,
    },
    { title: t('harvest.column.state'), cell: (run) => <RunStatus run={run} visit={visit} /> },
    {
      title: t('harvest.column.mode'),
      cell: (run) => `${t(`harvest.mode.${run.mode}.${run.cause}`)}${run.partial ? `, ${t('harvest.mode.partial')}` : ''}`,
      named: true,
    },
    {
      title: t('harvest.column.result'),
      cell: (run) => reasonsOf(run, t)[0] ?? sumOf(run, visit),
    },
    { title: t('harvest.column.duration'), cell: (run) => duration(run, visit), right: true, whole: true },
  ]
  const view: View = {
    title: source.name,
    area: 'harvest',
    frame: 'staff',
    crumbs: [{ label: t('harvest.sources.title'), href: visit.to(routes.sources) }, { label: source.name }],
    body: (
      <>
        {note && <Message kind="success" title={t(`harvest.done.${note}`)} live t={t} />}
        {source.brokenSince && (
          <Message
            kind="danger"
            title={t('harvest.broken.title', { date: formatDay(source.brokenSince.toISOString(), lang) })}
            t={t}
          >
            {source.goodAt ? t('harvest.broken.stays', { date: moment(source.goodAt, visit) }) : t('harvest.broken.never')}
          </Message>
        )}
        <Head
          pre={kindName(source.kind, visit)}
          title={source.name}
          lead={<SourceStatus source={source} run={newest} visit={visit} />}
          t={t}
        >
          {edits && !ordered && <Steps source={source} newest={newest} visit={visit} />}
        </Head>
        <Block
          title={t('harvest.block.facts')}
          {...(edits ? { link: { href: visit.to(routes.editSource, { id }), text: t('harvest.form.change') } } : {})}
        >
          <Facts
            facts={[
              {
                name: t('harvest.form.address'),
                value: isLocal(source.address) ? (
                  placeName(source.address, visit)
                ) : (
                  <a href={source.address} rel="nofollow">
                    {source.address}
                  </a>
                ),
              },
              { name: t('harvest.form.schedule'), value: t(`harvest.schedule.${source.schedule}`) },
              { name: t('harvest.column.good'), value: moment(source.goodAt, visit) || t('harvest.never') },
              ...(source.nextAt ? [{ name: t('harvest.next'), value: moment(source.nextAt, visit) }] : []),
              { name: t('harvest.form.vanishPercent'), value: t('harvest.percent', { percent: source.vanishPercent }) },
              { name: t('harvest.form.contact'), value: source.contact ?? visit.site.contact.email },
            ]}
          />
          {edits && (
            <p>
              <a class="alm-link" href={visit.to(routes.mapping, { id })}>
                {t('harvest.mapping.title')}
              </a>
              {' · '}
              <a class="alm-link" href={visit.to(routes.removePage, { id })}>
                {t('harvest.remove')}
              </a>
            </p>
          )}
        </Block>
        <Block title={t('harvest.block.runs')}>
          {runs.length === 0 ? (
            <Empty title={t('harvest.runs.none')} reason={t('harvest.runs.none.reason')} />
          ) : (
            <Table caption={t('harvest.block.runs')} columns={columns} rows={runs} rowKey={(run) => run.id} t={t} />
          )}
        </Block>
      </>
    ),
  }
  return view
}
