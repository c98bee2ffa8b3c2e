import { formatDay } from '#kernel/day.ts'
import { formatBytes } from '#kernel/locale.ts'
import type { View, Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Disclosure } from '#ui/components/disclosure/disclosure.tsx'
import { Empty } from '#ui/components/empty/empty.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { type Column, Table } from '#ui/components/table/table.tsx'
import { Tabs } from '#ui/components/tabs/tabs.tsx'
import { routes } from '../routes.ts'
import { type LinkCounts, type LinkView, type ListedLink, linkViews } from '../store/link-list.ts'
import { longestReason } from '../use-cases/link-deeds.ts'
import { staffFrame } from './staff-frame.ts'

export interface LinkList {
  readonly view: LinkView
  readonly links: readonly ListedLink[]
  readonly counts: LinkCounts
  /** Where the next page begins; undefined on the last. */
  readonly next: string | undefined
  /** Records by id: title and page. */
  readonly records: ReadonlyMap<string, { readonly title: string; readonly href: string }>
  /** What was typed for a link, and came back. */
  readonly faulty?: { readonly hash: string; readonly reason: string; readonly fault: string }
}

/** What is the matter with a link, in a sentence. */
export function linkWords(link: ListedLink, view: LinkView, { t, lang }: Pick<Visit, 't' | 'lang'>): string {
  if (view === 'moved') return t('quality.link.moved', { address: link.movedTo ?? '' })
  if (view === 'cleared') return t('quality.link.cleared', { reason: link.clearedReason ?? '' })
  const use = link.uses.find((one) => one.differs)
  if (view === 'differs' && use)
    return t(`quality.link.differs.${use.differs}`, {
      said: use.differs === 'size' ? formatBytes(use.bytes ?? 0, lang) : (use.mediaType ?? '–'),
      found: use.differs === 'size' ? formatBytes(link.foundBytes ?? 0, lang) : (link.foundType ?? '–'),
    })
  const why =
    link.fault === 'status'
      ? t('quality.link.fault.status', { status: link.status ?? 0 })
      : t(`quality.link.fault.${link.fault ?? 'unreachable'}`)
  return link.failingSince
    ? `${why} ${t('quality.link.since', { date: formatDay(link.failingSince.toISOString(), lang, 'short') })}`
    : why
}

function Deeds({ link, list, visit }: { readonly link: ListedLink; readonly list: LinkList; readonly visit: Visit }) {
  const { t } = visit
  if (!visit.may('quality/edit') || list.view !== 'broken') return null
  const faulty = list.faulty?.hash === link.hash ? list.faulty : undefined
  const id = `grund-${link.hash}`
  return (
    <Disclosure title={t('quality.link.deeds')} open={faulty !== undefined}>
      <form method="post" action={visit.to(routes.retryLink, { id: link.hash })}>
        <Button kind="secondary" text={t('quality.link.retry')} />
      </form>
      <form class="alm-form" method="post" action={visit.to(routes.clearLink, { id: link.hash })} noValidate>
        <TextField
          id={id}
          name="grund"
          label={t('quality.link.reason')}
          help={t('quality.link.reason.help')}
          value={faulty?.reason ?? ''}
          maxLength={longestReason}
          error={faulty?.fault}
          t={t}
        />
        <Actions>
          <Button kind="secondary" text={t('quality.link.clear')} />
        </Actions>
      </form>
    </Disclosure>
  )
}

/** Addresses that need somebody, in four lists. */
export function linksView(list: LinkList, visit: Visit): View {
  const { t } = visit
  const { view, counts } = list
  const title = t(`quality.view.${view}.title`, { count: counts[view] })
  const href = (one: LinkView, more: Record<string, string | undefined> = {}) =>
    visit.to(routes.links, {}, { liste: one === 'broken' ? undefined : t(`quality.view.${one}.id`), ...more })
  const columns: Column<ListedLink>[] = [
    {
      title: t('quality.link.address'),
      cell: (link) => (
        <span class="quality-address">
          <a href={link.address} rel="nofollow noreferrer">
            {link.address}
          </a>
        </span>
      ),
    },
    {
      title: t('quality.link.finding'),
      cell: (link) => (
        <>
          <p class="quality-address">{linkWords(link, view, visit)}</p>
          <Deeds link={link} list={list} visit={visit} />
        </>
      ),
    },
    {
      title: t('quality.link.where'),
      cell: (link) => (
        <ul class="alm-links">
          {[...new Set(link.uses.map((use) => use.resource))].slice(0, 5).map((id) => {
            const record = list.records.get(id)
            return record ? (
              <li key={id}>
                <a href={record.href}>{record.title}</a>
              </li>
            ) : null
          })}
        </ul>
      ),
    },
  ]
  const done = visit.query.get('getan')
  return staffFrame(
    visit,
    t('quality.links.title'),
    <>
      {list.faulty && <ErrorSummary faults={[{ field: `grund-${list.faulty.hash}`, text: list.faulty.fault }]} t={t} />}
      {(done === 'geprueft' || done === 'erneut') && <Message kind="success" title={t(`quality.link.done.${done}`)} live t={t} />}
      <Head title={title} lead={t(`quality.view.${view}.lead`)} t={t}>
        <Actions>
          <a class="alm-link" href={visit.to(routes.linksCsv, {}, { liste: t(`quality.view.${view}.id`) })}>
            {t('quality.csv')}
          </a>
        </Actions>
      </Head>
      <Tabs
        label={t('quality.links.title')}
        links={linkViews.map((one) => ({
          href: href(one),
          text: t(`quality.view.${one}`, { count: counts[one] }),
          current: one === view,
        }))}
      />
      {list.links.length === 0 ? (
        <Empty
          level="h2"
          title={t(`quality.view.${view}.empty`)}
          reason={t('quality.links.of', { count: counts.tried, all: counts.all })}
        />
      ) : (
        <Table caption={title} columns={columns} rows={list.links} rowKey={(one) => one.hash} t={t} />
      )}
      {list.next && (
        <p>
          <a class="alm-link" href={href(view, { nach: list.next })}>
            {t('quality.links.next')}
          </a>
        </p>
      )}
    </>,
  )
}
