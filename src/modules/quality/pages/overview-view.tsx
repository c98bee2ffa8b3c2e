import { type CoursePoint, catalogueRoutes, type Gain, type PointTotals, type SourceQuality } from '#catalogue'
import { formatNumber } from '#kernel/locale.ts'
import type { View, Visit } from '#platform/http'
import { bandOf, total } from '#standards/mqa'
import { Block } from '#ui/components/block/block.tsx'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Figures } from '#ui/components/figures/figures.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { type Column, Table } from '#ui/components/table/table.tsx'
import { routes } from '../routes.ts'
import { type LinkCounts, linkViews } from '../store/link-list.ts'

export interface Overview {
  readonly totals: PointTotals
  readonly gains: readonly Gain[]
  readonly course: readonly CoursePoint[]
  readonly links: LinkCounts
  readonly sources: readonly SourceQuality[]
  readonly digest: boolean
}

const shownGains = 10

function Gains({ gains, visit }: { readonly gains: readonly Gain[]; readonly visit: Visit }) {
  const { t, lang } = visit
  const columns: Column<Gain>[] = [
    {
      title: t('catalogue.points.gain.what'),
      cell: (one) => <a href={visit.to(catalogueRoutes.entries, {}, { fehlt: one.id })}>{t(`catalogue.mqa.${one.id}`)}</a>,
    },
    { title: t('catalogue.points.gain.records'), right: true, cell: (one) => formatNumber(one.records, lang) },
    { title: t('catalogue.points.gain.each'), right: true, cell: (one) => formatNumber(one.weight, lang) },
    { title: t('catalogue.points.gain.all'), right: true, cell: (one) => formatNumber(one.points, lang) },
  ]
  return (
    <Table
      caption={t('catalogue.points.gains')}
      columns={columns}
      rows={gains.slice(0, shownGains)}
      rowKey={(one) => one.id}
      inline
      t={t}
    />
  )
}

function Links({ links, digest, visit }: { readonly links: LinkCounts; readonly digest: boolean; readonly visit: Visit }) {
  const { t } = visit
  return (
    <>
      <Figures>
        {links.broken > 0 ? (
          <a href={visit.to(routes.links)}>{t('quality.links.broken.count', { count: links.broken })}</a>
        ) : (
          t('quality.links.none')
        )}{' '}
        {t('quality.links.of', { count: links.tried, all: links.all })}
      </Figures>
      <ul class="alm-inline">
        {linkViews
          .filter((view) => view !== 'broken' && links[view] > 0)
          .map((view) => (
            <li key={view}>
              <a class="alm-link" href={visit.to(routes.links, {}, { liste: t(`quality.view.${view}.id`) })}>
                {t(`quality.view.${view}.count`, { count: links[view] })}
              </a>
            </li>
          ))}
      </ul>
      {links.shaky > 0 && <p class="alm-small">{t('quality.links.shaky', { count: links.shaky })}</p>}
      {visit.may('quality/edit') && (
        <form class="alm-form" method="post" action={visit.to(routes.switchDigest)}>
          <input type="hidden" name="stand" value={digest ? 'aus' : 'an'} />
          <p class="alm-small">
            {t(digest ? 'quality.digest.is-on' : 'quality.digest.is-off', { email: visit.site.contact.email })}
          </p>
          <Actions>
            <Button kind="secondary" text={t(digest ? 'quality.digest.off' : 'quality.digest.on')} />
          </Actions>
        </form>
      )}
    </>
  )
}

function Sources({ sources, visit }: { readonly sources: readonly SourceQuality[]; readonly visit: Visit }) {
  const { t, lang } = visit
  const columns: Column<SourceQuality>[] = [
    { title: t('quality.source.name'), cell: (one) => <a href={visit.to(routes.source, { id: one.id })}>{one.name}</a> },
    { title: t('catalogue.table.records'), right: true, cell: (one) => formatNumber(one.records, lang) },
    {
      title: t('quality.source.refused'),
      right: true,
      cell: (one) => (one.judged > 0 ? formatNumber(one.refused, lang) : t('quality.source.unjudged')),
    },
    {
      title: t('catalogue.record.points'),
      right: true,
      cell: (one) => (one.best > 0 ? formatNumber(Math.round(one.score), lang) : ''),
    },
  ]
  return <Table caption={t('quality.sources.title')} columns={columns} rows={sources} rowKey={(one) => one.id} inline t={t} />
}

/** How good the tenant's own records are, what gains most, which addresses do not answer, which source brings faults. */
export function overviewView({ totals, gains, links, sources, digest }: Overview, visit: Visit): View {
  const { t } = visit
  const title = t('quality.staff.title')
  const [first] = gains
  return {
    title,
    area: 'quality',
    frame: 'staff',
    body: (
      <>
        {visit.query.get('getan') === 'wochenbericht' && <Message kind="success" title={t('quality.digest.done')} live t={t} />}
        <Head
          title={title}
          lead={
            totals.records === 0
              ? t('quality.staff.none')
              : t('catalogue.points.mean', {
                  score: Math.round(totals.score),
                  best: total,
                  band: t(`catalogue.mqa.band.${bandOf(totals.score, totals.best)}`),
                })
          }
          t={t}
        >
          <Actions>
            {first && (
              <Button
                text={t('quality.staff.mend', { name: t(`catalogue.mqa.${first.id}`) })}
                href={visit.to(catalogueRoutes.entries, {}, { fehlt: first.id })}
              />
            )}
            <a class="alm-link" href={visit.to(catalogueRoutes.metadataQuality)}>
              {t('quality.staff.public')}
            </a>
          </Actions>
        </Head>
        {gains.length > 0 && (
          <Block
            title={t('catalogue.points.gains')}
            link={{ href: visit.to(catalogueRoutes.metadataQuality, {}, { als: 'punkte' }), text: t('quality.csv') }}
          >
            <Gains gains={gains} visit={visit} />
          </Block>
        )}
        <Block title={t('quality.links.title')} link={{ href: visit.to(routes.links), text: t('quality.links.all') }}>
          <Links links={links} digest={digest} visit={visit} />
        </Block>
        <Block title={t('quality.sources.title')}>
          {sources.length > 0 ? <Sources sources={sources} visit={visit} /> : <p>{t('quality.sources.none')}</p>}
        </Block>
      </>
    ),
  }
}
