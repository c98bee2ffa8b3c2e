import type { StaffContent, StaffTask, Visit } from '#platform/http'
import { Table } from '#ui/components/table/table.tsx'
import type { CatalogueHouse } from '../../house.ts'
import { routes } from '../../routes.ts'
import type { Entry } from '../../store/draft-tables.ts'
import {
  draftsOf,
  type EntryFigures,
  entryCounts,
  entryFigures,
  overdueEntries,
  type Waiting,
  waitingDrafts,
} from '../../store/queries/entries.ts'
import { staffDb } from '../../use-cases/edit/staff.ts'
import { entryHref } from '../entries/entries-view.tsx'
import { EntryState, mayRemind, RemindButton } from '../entries/entry-words.tsx'
import { wishCounts, wishTasks } from '../staff-requests/staff-tasks.ts'

const days = (from: Date, to: Date) => Math.max(0, Math.floor((to.getTime() - from.getTime()) / 86_400_000))

/** Days after which a waiting review is late. */
const patience = 2

function reviewTask(one: Waiting, visit: Visit): StaffTask {
  const { t, now } = visit
  const waited = one.submittedAt ? days(one.submittedAt, now) : 0
  return {
    href: visit.to(routes.draft, { id: one.id }),
    title: t('catalogue.task.review', { title: one.title }),
    note: one.office ? t('catalogue.task.review.from', { office: one.office }) : t('catalogue.task.review.note'),
    due:
      waited >= patience
        ? { kind: 'late', text: t('catalogue.task.waits', { count: waited }) }
        : { kind: 'soon', text: t('catalogue.task.new') },
    order: waited >= patience ? 10 - Math.min(waited, 9) : 30,
  }
}

function ownTask(one: Waiting & { reason: string | null }, visit: Visit): StaffTask {
  const { t } = visit
  const returned = one.state === 'returned'
  return {
    href: visit.to(returned ? routes.draft : routes.draftForm, { id: one.id }),
    title: t(returned ? 'catalogue.task.returned' : 'catalogue.task.draft', {
      title: one.title || t('catalogue.entry.untitled'),
    }),
    note: returned
      ? (one.reason ?? '')
      : one.missing > 0
        ? t('catalogue.task.missing', { count: one.missing })
        : t('catalogue.task.ready'),
    due: returned
      ? { kind: 'late', text: t('catalogue.entry.state.returned') }
      : { kind: 'open', text: t('catalogue.entry.state.draft') },
    order: returned ? 20 : 50,
  }
}

function overdueTask(figures: EntryFigures, visit: Visit): StaffTask[] {
  if (figures.overdue === 0 || !visit.may('catalogue/edit')) return []
  const { t } = visit
  return [
    {
      href: visit.to(routes.entries, {}, { faellig: '1' }),
      title: t('catalogue.task.overdue', { count: figures.overdue }),
      note: t('catalogue.task.overdue.note'),
      due: { kind: 'soon', text: t('catalogue.task.overdue.due') },
      order: 40,
    },
  ]
}

function pipe(figures: EntryFigures, visit: Visit): NonNullable<StaffContent['pipe']> {
  const { t } = visit
  const list = (stand: string) => visit.to(routes.entries, {}, { stand })
  // Nothing is no news.
  const note = (name: string, count: number) => (count > 0 ? { note: t(`catalogue.pipe.${name}`, { count }) } : {})
  const waits = figures.approved + figures.scheduled
  return {
    title: t('catalogue.pipe.title'),
    csv: visit.to(routes.entriesCsv),
    steps: [
      {
        value: figures.draft + figures.returned,
        label: t('catalogue.pipe.draft'),
        href: list('draft'),
        ...note('returned', figures.returned),
      },
      { value: figures.review, label: t('catalogue.pipe.review'), href: visit.to(routes.reviews) },
      {
        value: waits,
        label: t('catalogue.pipe.approved'),
        href: visit.to(routes.reviews),
        ...note('scheduled', figures.scheduled),
      },
      {
        value: figures.published,
        label: t('catalogue.pipe.published'),
        href: list('published'),
        ...note('month', figures.publishedThisMonth),
      },
    ],
  }
}

function overdueSection(rows: readonly Entry[], visit: Visit): StaffContent['sections'] {
  if (rows.length === 0) return []
  const { t, now } = visit
  const body = (
    <>
      <Table
        caption={t('catalogue.overdue.title')}
        columns={[
          { title: t('catalogue.entries.column.title'), cell: (one: Entry) => <a href={entryHref(one, visit)}>{one.title}</a> },
          { title: t('catalogue.entries.column.office'), cell: (one: Entry) => one.office, named: true },
          {
            title: t('catalogue.entries.column.state'),
            cell: (one: Entry) => <EntryState entry={one} now={now} t={t} />,
            whole: true,
          },
          ...(rows.some((one) => mayRemind(one, visit))
            ? [
                {
                  title: t('catalogue.remind.column'),
                  cell: (one: Entry) =>
                    mayRemind(one, visit) && (
                      <form method="post" action={visit.to(routes.remind, { id: one.id })}>
                        <RemindButton entry={one} visit={visit} />
                      </form>
                    ),
                },
              ]
            : []),
        ]}
        rows={rows}
        rowKey={(one) => one.id}
        t={t}
      />
      <p>
        <a class="alm-link" href={visit.to(routes.entries, {}, { faellig: '1' })}>
          {t('catalogue.overdue.all')}
        </a>
      </p>
    </>
  )
  return [{ order: 30, id: 'ueberfaellig', title: t('catalogue.overdue.title'), body }]
}

/** What the room gives to the overview of the internal area: tasks, figures, what is overdue. Four questions. */
export async function catalogueStaff(house: CatalogueHouse, visit: Visit): Promise<StaffContent> {
  const none: StaffContent = { tasks: [], sections: [] }
  const person = visit.actor.person
  if (!person || !visit.may('catalogue/read-drafts')) return none
  const staff = staffDb(house, visit.site)
  const [figures, waiting, own, overdue, wishes] = await Promise.all([
    entryFigures(staff, visit.now),
    visit.may('catalogue/review') ? waitingDrafts(staff, 20) : [],
    visit.may('catalogue/edit') ? draftsOf(staff, person.id, 20) : [],
    overdueEntries(staff, visit.now, 5),
    wishTasks(house, visit),
  ])
  return {
    tasks: [
      ...waiting.filter((one) => one.state === 'review').map((one) => reviewTask(one, visit)),
      ...own.map((one) => ownTask(one, visit)),
      ...overdueTask(figures, visit),
      ...wishes,
    ],
    ...(visit.may('catalogue/edit') ? { deed: { href: visit.to(routes.newDraft), text: visit.t('catalogue.entries.new') } } : {}),
    pipe: pipe(figures, visit),
    sections: overdueSection(overdue, visit),
  }
}

interface Counted {
  readonly at: number
  readonly counts: Record<string, number>
}
const counted = new WeakMap<object, Map<string, Counted>>()
/** Milliseconds for which the figures of the navigation may be old: they stand on every page, and counting takes a while where there are many. */
const fresh = 5000

/** The figures beside the room's entries of the internal area. */
export async function catalogueCounts(house: CatalogueHouse, visit: Visit): Promise<Record<string, number>> {
  const [entries, wishes] = await Promise.all([entryFiguresOf(house, visit), wishCounts(house, visit)])
  return { ...entries, ...wishes }
}

async function entryFiguresOf(house: CatalogueHouse, visit: Visit): Promise<Record<string, number>> {
  if (!visit.may('catalogue/read-drafts')) return {}
  const known = counted.get(house.database) ?? new Map<string, Counted>()
  counted.set(house.database, known)
  const last = known.get(visit.site.id)
  if (last && performance.now() - last.at < fresh) return last.counts
  const { reviews, records } = await entryCounts(staffDb(house, visit.site))
  const counts = { 'catalogue.reviews': reviews, 'catalogue.entries': records }
  known.set(visit.site.id, { at: performance.now(), counts })
  return counts
}
