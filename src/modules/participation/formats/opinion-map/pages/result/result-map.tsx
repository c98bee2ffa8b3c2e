import { formatNumber } from '#kernel/locale.ts'
import type { Visit } from '#platform/http'
import { Table } from '#ui/components/table/table.tsx'
import { type Group, letterOf } from '../../model/result.ts'
import { high, placeGroups, wide } from './place-groups.ts'

/** The groups as discs, near ones alike; nobody's place is in it. The table below says the same in numbers. */
export function ResultMap({
  groups,
  shown,
  visit,
}: {
  readonly groups: readonly Group[]
  readonly shown: readonly number[]
  readonly visit: Visit
}) {
  const { t, lang } = visit
  const people = (at: number) => groups[at]?.size ?? 0
  const drawn = placeGroups(groups, shown)
  const apart = (a: number, b: number) => {
    const [one, other] = [groups[a], groups[b]]
    return one && other ? Math.hypot(one.at[0] - other.at[0], one.at[1] - other.at[1]) : 0
  }
  /** The group that stands nearest. */
  const nearest = (at: number) => shown.filter((other) => other !== at).sort((a, b) => apart(at, a) - apart(at, b))[0]
  return (
    <figure class="participation-opinion__figure">
      <svg
        viewBox={`0 0 ${wide} ${high}`}
        class="participation-opinion__map"
        role="img"
        aria-labelledby="karte-titel karte-beschreibung"
        focusable="false"
      >
        <title id="karte-titel">{t('participation.opinion.map')}</title>
        <desc id="karte-beschreibung">{t('participation.opinion.map.desc', { count: shown.length })}</desc>
        {drawn.map(({ at, x, y, spread, radius }) => (
          <ellipse
            key={`${at}`}
            class={`participation-opinion__spread participation-opinion--${at}`}
            cx={x}
            cy={y}
            rx={Math.max(radius + 4, spread[0])}
            ry={Math.max(radius + 4, spread[1])}
          />
        ))}
        {drawn.map(({ at, x, y, radius }) => (
          <g key={`${at}`}>
            <circle class={`participation-opinion__disc participation-opinion--${at}`} cx={x} cy={y} r={radius} />
            <text class="participation-opinion__letter" x={x} y={y + 8} text-anchor="middle">
              {letterOf(at)}
            </text>
            <text class="participation-opinion__people" x={x} y={y + radius + 22} text-anchor="middle">
              {t('participation.opinion.people', { count: people(at), number: formatNumber(people(at), lang) })}
            </text>
          </g>
        ))}
      </svg>
      <figcaption class="alm-small alm-muted">{t('participation.opinion.map.how')}</figcaption>
      <Table
        caption={t('participation.opinion.map.table')}
        inline
        rows={shown}
        rowKey={(at) => letterOf(at)}
        columns={[
          {
            title: t('participation.opinion.group'),
            cell: (at) => t('participation.opinion.group.name', { letter: letterOf(at) }),
          },
          { title: t('participation.opinion.group.size'), right: true, cell: (at) => formatNumber(people(at), lang) },
          {
            title: t('participation.opinion.group.nearest'),
            named: true,
            cell: (at) => {
              const near = nearest(at)
              return near === undefined ? '' : t('participation.opinion.group.name', { letter: letterOf(near) })
            },
          },
        ]}
        t={t}
      />
    </figure>
  )
}
