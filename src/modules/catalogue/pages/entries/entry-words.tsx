import { formatDay } from '#kernel/day.ts'
import type { Translate } from '#kernel/locale.ts'
import type { Visit } from '#platform/http'
import { Status, type StatusKind } from '#ui/components/status/status.tsx'
import { routes } from '../../routes.ts'
import type { Entry } from '../../store/draft-tables.ts'

const kinds: Readonly<Record<Entry['state'], StatusKind>> = {
  draft: 'idle',
  review: 'run',
  returned: 'bad',
  approved: 'run',
  scheduled: 'run',
  released: 'ok',
  discarded: 'idle',
  published: 'ok',
  withdrawn: 'idle',
}

/** Where a record stands: a shape and a word; the date where one belongs to it, and that it is late where it is. */
export function EntryState({
  entry,
  now,
  t,
}: {
  readonly entry: Pick<Entry, 'state'> & Partial<Pick<Entry, 'releaseAt' | 'dueAt' | 'published'>>
  readonly now: Date
  readonly t: Translate
}) {
  const { state, releaseAt, dueAt } = entry
  if (state === 'published' && dueAt && dueAt < now)
    return (
      <Status kind="warn">
        {t('catalogue.entry.overdue', { count: Math.max(1, Math.floor((now.getTime() - dueAt.getTime()) / 86_400_000)) })}
      </Status>
    )
  if (state === 'scheduled' && releaseAt)
    return (
      <Status kind="run">{t('catalogue.entry.scheduled', { date: formatDay(releaseAt.toISOString(), t.lang, 'short') })}</Status>
    )
  return <Status kind={kinds[state]}>{t(`catalogue.entry.state.${state}`)}</Status>
}

/** Whether this visitor may remind somebody else, who is in charge of what is late. */
export const mayRemind = (
  { state, dueAt, responsible }: Pick<Entry, 'state' | 'dueAt' | 'responsible'>,
  { now, actor, may }: Pick<Visit, 'now' | 'actor' | 'may'>,
): boolean =>
  state === 'published' &&
  dueAt !== null &&
  dueAt < now &&
  responsible !== null &&
  responsible !== actor.person?.id &&
  may('catalogue/review')

/** A small button that reminds who is in charge; names its record for those who hear it. It may stand inside the form of a list. */
export const RemindButton = ({ entry, visit }: { readonly entry: Entry; readonly visit: Visit }) => (
  <button class="alm-linkbutton" type="submit" formaction={visit.to(routes.remind, { id: entry.id })}>
    {visit.t('catalogue.remind.short')}
    <span class="kern-sr-only">{`: ${entry.title}`}</span>
  </button>
)

/** Checks passed as a word and a share. */
export const qualityWords = (quality: number | null, t: Translate): string =>
  quality === null ? t('catalogue.entry.quality.none') : t('catalogue.entry.quality', { percent: quality })
