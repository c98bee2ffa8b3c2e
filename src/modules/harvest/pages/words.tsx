import { formatDay } from '#kernel/day.ts'
import { textIn } from '#kernel/locale.ts'
import type { View, Visit } from '#platform/http'
import { Status, type StatusKind } from '#ui/components/status/status.tsx'
import { harvesterOf } from '../harvesters.ts'
import { readFolder, readUpload } from '../model/local-address.ts'
import type { Run, Source } from '../model/source.ts'
import { routes } from '../routes.ts'

/** A page of the room: it leads back to the list of sources, and to the source where there is one. */
export const sourceFrame = (visit: Visit, title: string, body: View['body'], source?: Source): View => ({
  title,
  area: 'harvest',
  frame: 'staff',
  crumbs: [
    { label: visit.t('harvest.sources.title'), href: visit.to(routes.sources) },
    ...(source ? [{ label: source.name, href: visit.to(routes.source, { id: source.id }) }] : []),
    { label: title },
  ],
  body,
})

const times = new Map<string, Intl.DateTimeFormat>()
/** `26.11.2026, 14:05`. */
export function moment(date: Date | null, visit: Visit): string {
  if (!date) return ''
  const lang = visit.lang === 'en' ? 'en-GB' : visit.lang
  const time = times.get(lang) ?? new Intl.DateTimeFormat(lang, { timeZone: 'Europe/Berlin', hour: '2-digit', minute: '2-digit' })
  times.set(lang, time)
  return `${formatDay(date.toISOString(), visit.lang, 'short')}, ${time.format(date)}`
}

/** `3 min 12 s`. */
export function duration(run: Pick<Run, 'startedAt' | 'finishedAt'>, visit: Visit): string {
  const seconds = Math.max(0, Math.round(((run.finishedAt ?? visit.now).getTime() - run.startedAt.getTime()) / 1000))
  return seconds < 60
    ? visit.t('harvest.seconds', { seconds })
    : visit.t('harvest.minutes', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 })
}

/** Where a source without an address on the web lies, in words. */
export function placeName(address: string, visit: Visit): string {
  const upload = readUpload(address)
  if (upload) return visit.t('harvest.place.upload', { name: upload.name })
  const below = readFolder(address)
  return below === undefined
    ? address
    : visit.t('harvest.place.folder', { folder: `${visit.site.slug}/${below}`.replace(/\/$/, '') })
}

export const kindName = (kind: string, visit: Visit): string => textIn(harvesterOf(kind)?.name, visit.lang) || kind

const runKinds: Readonly<Record<Run['state'], StatusKind>> = {
  running: 'run',
  held: 'warn',
  ready: 'run',
  done: 'ok',
  failed: 'bad',
  stopped: 'idle',
  dropped: 'idle',
}

/** How a run stands: a shape and a word. */
export const RunStatus = ({ run, visit }: { readonly run: Run; readonly visit: Visit }) => (
  <Status kind={runKinds[run.state]}>{visit.t(`harvest.state.${run.state}`)}</Status>
)

/** How a source stands: by its switch, its newest run and how old the last good state is. */
export function SourceStatus({
  source,
  run,
  visit,
}: {
  readonly source: Source
  readonly run: Run | undefined
  readonly visit: Visit
}) {
  const { t } = visit
  if (source.state === 'new' && !source.goodAt) return <Status kind="idle">{t('harvest.source.new')}</Status>
  if (run?.state === 'running') return <Status kind="run">{t('harvest.state.running')}</Status>
  if (run?.state === 'held') return <Status kind="warn">{t('harvest.state.held')}</Status>
  if (source.brokenSince)
    return (
      <Status kind="bad">
        {t('harvest.source.broken', { date: formatDay(source.brokenSince.toISOString(), visit.lang, 'short') })}
      </Status>
    )
  if (source.state === 'off') return <Status kind="idle">{t('harvest.source.off')}</Status>
  return <Status kind="ok">{t('harvest.source.good')}</Status>
}

/** The numbers of a run as one sum, in words: `1.203 = 3 neu + ...`; the parts that are zero are left out. */
export function sumOf(run: Run, visit: Visit): string {
  const { t } = visit
  const parts = (['created', 'updated', 'unchanged', 'withdrawn', 'rejected'] as const)
    .filter((name) => run[name] > 0)
    .map((name) => t(`harvest.count.${name}`, { count: run[name] }))
  if (parts.length === 0 && run.partial && run.state === 'done') return t('harvest.count.no-change')
  return parts.length === 0 ? t('harvest.count.none') : `${t('harvest.count.read', { count: run.read })}: ${parts.join(', ')}`
}
