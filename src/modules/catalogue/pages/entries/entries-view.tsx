import { formatDay } from '#kernel/day.ts'
import { formatNumber } from '#kernel/locale.ts'
import type { View, Visit } from '#platform/http'
import { weights } from '#standards/mqa'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { DataTable } from '#ui/components/data-table/data-table.tsx'
import { Empty } from '#ui/components/empty/empty.tsx'
import { SelectField, TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { Message } from '#ui/components/message/message.tsx'
import type { Column } from '#ui/components/table/table.tsx'
import { UndoMessage } from '#ui/components/undo-message/undo-message.tsx'
import { routes } from '../../routes.ts'
import type { Entry } from '../../store/draft-tables.ts'
import type { EntryRows, EntrySort } from '../../store/queries/entries.ts'
import { EntryState, mayRemind, qualityWords, RemindButton } from './entry-words.tsx'
import {
  type EntriesRequest,
  type EntryColumn,
  entryColumns,
  entryStates,
  qualities,
  sortName,
  writeKeys,
} from './read-entries.ts'

/** What was done on the way here, for the message on top. */
export interface BulkReport {
  readonly id: string
  readonly changed: number
  readonly skipped: number
  readonly undoable: 'drafts' | 'public' | undefined
}

export interface EntriesContent {
  readonly request: EntriesRequest
  readonly rows: EntryRows
  readonly total: number
  readonly offices: readonly string[]
  readonly people: ReadonlyMap<string, string>
  readonly colleagues: readonly { readonly id: string; readonly name: string }[]
  readonly report: BulkReport | undefined
}

/** Where a row leads: to the draft somebody works on, else to the record's versions. */
export const entryHref = (entry: Pick<Entry, 'draft' | 'id'>, visit: Visit): string =>
  entry.draft ? visit.to(routes.draft, { id: entry.draft }) : visit.to(routes.history, { id: entry.id })

const sortOf: Readonly<Partial<Record<EntryColumn | 'title', EntrySort>>> = {
  title: 'title',
  state: 'state',
  quality: 'quality',
  changed: 'changed',
}

function columnsOf({ request, people }: EntriesContent, visit: Visit): Column<Entry>[] {
  const { t, lang, now } = visit
  const sorted = (name: EntryColumn | 'title') => {
    const sort = sortOf[name]
    if (!sort) return {}
    const current = request.sort === sort
    const down = current && !request.descending
    const { richtung: _, ...rest } = request.kept
    const query = { ...rest, 'nach-spalte': sortName(sort), richtung: down ? 'ab' : undefined }
    const order = request.descending ? ('descending' as const) : ('ascending' as const)
    return { sort: { href: visit.to(routes.entries, {}, query), ...(current ? { now: order } : {}) } }
  }
  const cells: Readonly<Record<EntryColumn, Omit<Column<Entry>, 'title'>>> = {
    state: {
      cell: (one) => (
        <>
          <EntryState entry={one} now={now} t={t} /> {mayRemind(one, visit) && <RemindButton entry={one} visit={visit} />}
        </>
      ),
      whole: true,
    },
    office: { cell: (one) => one.office, named: true },
    responsible: { cell: (one) => (one.responsible ? (people.get(one.responsible) ?? '') : ''), named: true },
    quality: { cell: (one) => qualityWords(one.quality, t), right: true },
    source: { cell: (one) => one.source ?? t('catalogue.entry.source.own'), named: true },
    kind: { cell: (one) => t(`catalogue.entry.kind.${one.kind}`) },
    changed: { cell: (one) => formatDay(one.changedAt.toISOString(), lang, 'short'), right: true },
  }
  return [
    {
      title: t('catalogue.entries.column.title'),
      cell: (one) => <a href={entryHref(one, visit)}>{one.title || t('catalogue.entry.untitled')}</a>,
      ...sorted('title'),
    },
    ...request.columns.map((name) => ({ title: t(`catalogue.entries.column.${name}`), ...cells[name], ...sorted(name) })),
  ]
}

const FilterFields = ({ content, visit }: { readonly content: EntriesContent; readonly visit: Visit }) => {
  const { t } = visit
  const { given } = content.request
  const all = { value: '', label: t('catalogue.entries.all') }
  const select = (name: string, options: readonly { value: string; label: string }[]) => (
    <SelectField
      id={`filter-${name}`}
      name={name}
      label={t(`catalogue.entries.filter.${name}`)}
      options={[all, ...options]}
      value={given[name] ?? ''}
      optional
      t={t}
    />
  )
  return (
    <>
      <TextField
        id="filter-q"
        name="q"
        type="search"
        label={t('catalogue.entries.filter.q')}
        value={given.q ?? ''}
        optional
        t={t}
      />
      {select(
        'stand',
        entryStates.map((state) => ({ value: state, label: t(`catalogue.entry.state.${state}`) })),
      )}
      {content.offices.length > 0 &&
        select(
          'amt',
          content.offices.map((office) => ({ value: office, label: office })),
        )}
      {select('person', [
        { value: 'ich', label: t('catalogue.entries.me') },
        ...content.colleagues.map(({ id, name }) => ({ value: id, label: name })),
      ])}
      {select(
        'qualitaet',
        qualities.map((one) => ({ value: one, label: t(`catalogue.entries.quality.${one}`) })),
      )}
      {select(
        'fehlt',
        weights.map(({ id }) => ({ value: id, label: t(`catalogue.mqa.${id}`) })),
      )}
      {select('quelle', [
        { value: 'eigen', label: t('catalogue.entry.source.own') },
        { value: 'import', label: t('catalogue.entry.source.imported') },
      ])}
    </>
  )
}

/** Deeds with many records at once, as far as this person may do them. */
const deedsOf = (visit: Visit) =>
  [
    'licence',
    'contact',
    'theme',
    'responsible',
    'office',
    'submit',
    ...(visit.may('catalogue/withdraw') ? ['withdraw'] : []),
  ].map((value) => ({ value, label: visit.t(`catalogue.bulk.${value}`) }))

const Report = ({ report, visit }: { readonly report: BulkReport; readonly visit: Visit }) => {
  const { t } = visit
  const title = t('catalogue.bulk.done', { count: report.changed })
  const note = report.skipped > 0 ? t('catalogue.bulk.skipped', { count: report.skipped }) : undefined
  if (!report.undoable)
    return (
      <Message kind="success" title={title} live t={t}>
        {note}
      </Message>
    )
  const route = report.undoable === 'public' ? routes.undoPublicBulk : routes.undoBulk
  return (
    <UndoMessage title={title} undo={{ action: visit.to(route, { id: report.id }) }} t={t}>
      {note}
    </UndoMessage>
  )
}

/** Everything a tenant has: drafts and published records, what needs somebody first. */
export function entriesView(content: EntriesContent, visit: Visit): View {
  const { t, lang } = visit
  const { request, rows, total } = content
  const to = (query: Record<string, string | readonly string[] | undefined>) =>
    visit.to(routes.entries, {}, { ...request.kept, ...query })
  const filtered = Object.keys(request.given).length > 0
  const { spalte: _, ...withoutColumns } = request.kept
  const edits = visit.may('catalogue/edit')
  return {
    title: t('catalogue.entries.title'),
    area: 'entries',
    frame: 'staff',
    islands: ['data-table'],
    body: (
      <>
        {content.report && <Report report={content.report} visit={visit} />}
        <Head title={t('catalogue.entries.title')} lead={t('catalogue.entries.lead')} t={t}>
          {edits && (
            <Actions>
              <Button text={t('catalogue.entries.new')} href={visit.to(routes.newDraft)} />
              <a class="alm-link" href={visit.to(routes.importPage)}>
                {t('catalogue.entries.import')}
              </a>
              <a class="alm-link" href={visit.to(routes.entriesXlsx, {}, request.given)}>
                {t('catalogue.entries.xlsx')}
              </a>
            </Actions>
          )}
        </Head>
        <DataTable
          id="datensaetze"
          caption={t('catalogue.entries.title')}
          count={t('catalogue.entries.count', { count: total, shown: formatNumber(rows.rows.length, lang) })}
          columns={columnsOf(content, visit)}
          rows={rows.rows}
          rowKey={(one) => one.id}
          filter={{
            action: visit.to(routes.entries),
            fields: <FilterFields content={content} visit={visit} />,
            hidden: Object.fromEntries(Object.entries(request.kept).filter(([name]) => !(name in request.given))),
            clear: filtered ? visit.to(routes.entries) : undefined,
          }}
          choose={{
            action: visit.to(routes.entries),
            hidden: withoutColumns,
            options: entryColumns.map((value) => ({
              value,
              label: t(`catalogue.entries.column.${value}`),
              checked: request.columns.includes(value),
            })),
          }}
          {...(edits
            ? {
                bulk: {
                  action: visit.to(routes.bulk),
                  deeds: deedsOf(visit),
                  label: (one: Entry) => one.title,
                  checked: () => request.picked,
                  allHref: to({ auswahl: 'seite' }),
                  noneHref: to({}),
                },
              }
            : {})}
          pages={{
            previous: rows.previous && to({ vor: writeKeys(rows.previous) }),
            next: rows.next && to({ nach: writeKeys(rows.next) }),
          }}
          csv={{ href: visit.to(routes.entriesCsv, {}, request.given), text: t('catalogue.entries.csv', { count: total }) }}
          empty={
            <Empty
              level="h2"
              title={t(filtered ? 'catalogue.entries.none.filtered' : 'catalogue.entries.none')}
              reason={t(filtered ? 'catalogue.entries.none.filtered.reason' : 'catalogue.entries.none.reason')}
            >
              {filtered && (
                <a class="alm-link" href={visit.to(routes.entries)}>
                  {t('catalogue.entries.none.clear')}
                </a>
              )}
            </Empty>
          }
          t={t}
        />
      </>
    ),
  }
}
