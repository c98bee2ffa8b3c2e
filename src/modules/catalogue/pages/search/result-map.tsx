import type { Visit } from '#platform/http'
import type { Bbox } from '#platform/search'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { pageSize } from '../../use-cases/search-data.ts'
import type { MapPin, SearchPageData } from './read-search-page.ts'
import type { SearchLinks } from './search-links.ts'

const round = (value: number) => Number(value.toFixed(4))

/** Four quarters of a box and the box twice as large around it: moving about without a script. */
export function boxesAround([west, south, east, north]: Bbox): { name: 'nw' | 'ne' | 'sw' | 'se' | 'out'; box: Bbox }[] {
  const [x, y] = [(west + east) / 2, (south + north) / 2]
  const box = (...values: [number, number, number, number]): Bbox => values.map(round) as unknown as Bbox
  const [dx, dy] = [(east - west) / 2, (north - south) / 2]
  return [
    { name: 'nw', box: box(west, y, x, north) },
    { name: 'ne', box: box(x, y, east, north) },
    { name: 'sw', box: box(west, south, x, y) },
    { name: 'se', box: box(x, south, east, y) },
    {
      name: 'out',
      box: box(Math.max(-180, west - dx), Math.max(-90, south - dy), Math.min(180, east + dx), Math.min(90, north + dy)),
    },
  ]
}

/** One mark for all results that lie in the same spot: `3`, `3, 5`, or `3 +4`. */
interface Mark {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly title: string
}

function marksOf(pins: readonly MapPin[], unit: number): Mark[] {
  const spots = Map.groupBy(pins, ({ at: [x, y] }) => `${Math.round(x / unit)}:${Math.round(y / unit)}`)
  return [...spots.values()].map((group) => {
    const [x, y] = group[0]?.at ?? [0, 0]
    const numbers = group.map((pin) => pin.number)
    const text = numbers.length < 3 ? numbers.join(', ') : `${numbers[0]} +${numbers.length - 1}`
    return { x, y, text, title: group.map((pin) => `${pin.number}: ${pin.title}`).join('\n') }
  })
}

/** Where the results of this page lie. The list below carries the same numbers; the drawing itself takes no tab stop. */
export function ResultMap({
  visit,
  data,
  links,
}: {
  readonly visit: Visit
  readonly data: SearchPageData
  readonly links: SearchLinks
}) {
  const { t } = visit
  const { map, request } = data
  if (!map) return <p class="alm-small">{t('catalogue.search.map.none')}</p>
  const { ground, pins, frame, atOwner, without } = map
  const boxes = [...new Map(pins.flatMap(({ box }) => (box ? [[box.join(), box] as const] : []))).values()]
  const [left, top] = ground.project(frame[0], frame[3])
  const [right, bottom] = ground.project(frame[2], frame[1])
  const [width, height] = [Math.max(right - left, 1), Math.max(bottom - top, 1)]
  const unit = width / 900
  const marks = marksOf(pins, unit * 52)
  const steps = boxesAround(frame).filter((step) => step.name !== 'out' || request.bbox !== undefined)
  return (
    <figure class="alm-frame catalogue-resultmap">
      <p class="kern-sr-only">{t('catalogue.search.map.description', { count: pins.length })}</p>
      <svg
        viewBox={[left, top, width, height].map((n) => n.toFixed(1)).join(' ')}
        aria-hidden="true"
        focusable="false"
        data-frame={frame.join(',')}
        data-href={links.to({ bbox: [0, 0, 1, 1] }, true)}
      >
        <g class="catalogue-resultmap__ground">
          {ground.paths.map((d, i) => (
            <path key={`${i}`} d={d} />
          ))}
        </g>
        {boxes.map((box) => {
          const [x, y] = ground.project(box[0], box[3])
          const [x2, y2] = ground.project(box[2], box[1])
          if (x2 - x < unit * 8 || y2 - y < unit * 8) return null
          const size = { x: x.toFixed(1), y: y.toFixed(1), width: (x2 - x).toFixed(1), height: (y2 - y).toFixed(1) }
          return <rect key={box.join()} class="catalogue-resultmap__box" {...size} />
        })}
        {marks.map((mark) => {
          const half = unit * (12 + mark.text.length * 6)
          return (
            <g key={mark.title} class="catalogue-resultmap__pin">
              <title>{mark.title}</title>
              <rect
                x={(mark.x - half).toFixed(1)}
                y={(mark.y - unit * 19).toFixed(1)}
                width={(half * 2).toFixed(1)}
                height={(unit * 38).toFixed(1)}
                rx={(unit * 19).toFixed(1)}
              />
              <text
                x={mark.x.toFixed(1)}
                y={(mark.y + unit * 7.5).toFixed(1)}
                font-size={(unit * 21).toFixed(2)}
                text-anchor="middle"
              >
                {mark.text}
              </text>
            </g>
          )
        })}
      </svg>
      <figcaption>
        {pins.length > 0 &&
          t('catalogue.search.map.numbers', {
            from: (request.page - 1) * pageSize + 1,
            to: (request.page - 1) * pageSize + data.cards.length,
          })}{' '}
        {atOwner > 0 && t('catalogue.search.map.owner', { count: atOwner })}{' '}
        {without > 0 && t('catalogue.search.map.without', { count: without })}{' '}
        {ground.source === 'register' && t('catalogue.map.credit')}
      </figcaption>
      <div class="catalogue-resultmap__steps">
        <p class="alm-small">{t('catalogue.search.map.cut')}</p>
        <LinkList
          links={[
            ...steps.map((step) => ({ href: links.to({ bbox: step.box }, true), text: t(`catalogue.search.map.${step.name}`) })),
            ...(request.bbox ? [{ href: links.drop('bbox'), text: t('catalogue.search.map.whole') }] : []),
          ]}
        />
      </div>
    </figure>
  )
}
