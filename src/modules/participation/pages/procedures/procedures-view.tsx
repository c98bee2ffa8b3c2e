import { dayOf } from '#kernel/clock.ts'
import { formatDay } from '#kernel/day.ts'
import { daysLeft } from '#kernel/deadline.ts'
import type { View, Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Choice } from '#ui/components/choice/choice.tsx'
import { Empty } from '#ui/components/empty/empty.tsx'
import { TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { HiddenValues } from '#ui/components/hidden-values/hidden-values.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Rows, RunRow } from '#ui/components/result-row/result-row.tsx'
import { Section } from '#ui/components/section/section.tsx'
import type { Format } from '../../format.ts'
import { routes } from '../../routes.ts'
import type { ListedProcedure } from '../../store/procedure-store.ts'
import { lastDay } from '../words.ts'

export interface ProceduresData {
  readonly procedures: readonly ListedProcedure[]
  /** Id of the last one, where more follow. */
  readonly more: string | undefined
  readonly stand: string
  readonly format: string
  readonly text: string
  readonly formats: readonly Format[]
}

/** Name of a format in the visitor's language. */
export const formatName = (format: Format | undefined, visit: Visit): string =>
  format ? (format.name[visit.lang] ?? format.name.de ?? '') : ''

function Entry({ one, data, visit }: { readonly one: ListedProcedure; readonly data: ProceduresData; readonly visit: Visit }) {
  const { t, lang } = visit
  const owner = visit.sites.byId(one.tenant) ?? visit.site
  const days = one.endsAt ? daysLeft(one.endsAt, visit.now) : undefined
  const left = one.running
    ? days === undefined
      ? t('participation.row.endless')
      : days === 0
        ? t('participation.row.today')
        : t('participation.row.days', { count: days })
    : one.startsAt
      ? t('participation.row.soon')
      : t('participation.row.over')
  const until = one.running
    ? one.endsAt
      ? t('participation.time.until', { until: formatDay(lastDay(one.endsAt), lang) })
      : ''
    : one.startsAt
      ? t('participation.time.from', { from: formatDay(dayOf(one.startsAt), lang) })
      : ''
  return (
    <RunRow
      left={left}
      until={until}
      href={visit.toSite(owner, routes.procedure, { slug: one.slug })}
      title={one.title}
      meta={[
        ...(owner.id === visit.site.id ? [] : [owner.name]),
        formatName(
          data.formats.find((format) => format.id === one.format),
          visit,
        ),
        ...(one.submissions > 0 ? [t('participation.count.submissions', { count: one.submissions })] : []),
      ]}
      go={t(one.running ? 'participation.row.go' : 'participation.row.read')}
    />
  )
}

/** All procedures of a view, those first that end soonest. */
export function proceduresView(visit: Visit, data: ProceduresData): View {
  const { t, site } = visit
  const here = (change: { stand?: string; format?: string; nach?: string }) =>
    visit.to(routes.procedures, {}, { q: data.text, stand: data.stand, format: data.format, ...change })
  const choose = (stand: string) => ({
    text: t(`participation.stand.${stand || 'all'}`),
    href: here({ stand }),
    current: data.stand === stand,
  })
  return {
    title: t('participation.procedures.title'),
    description: t('participation.procedures.lead', { name: site.name }),
    area: 'participation',
    crumbs: [{ label: t('participation.nav') }],
    body: (
      <>
        <Head title={t('participation.procedures.title')} lead={t('participation.procedures.lead', { name: site.name })} t={t} />
        <Section title={t('participation.procedures.list')} id="verfahren">
          <form class="alm-form" method="get" action={visit.to(routes.procedures)}>
            <HiddenValues values={{ stand: data.stand, format: data.format }} />
            <TextField id="q" name="q" type="search" label={t('participation.procedures.words')} value={data.text} t={t} />
            <Actions>
              <Button kind="secondary" text={t('participation.procedures.find')} />
              <Choice label={t('participation.procedures.stand')} links={['', 'laufend', 'kommend', 'beendet'].map(choose)} />
              <Choice
                label={t('participation.procedures.format')}
                links={[
                  { text: t('participation.stand.all'), href: here({ format: '' }), current: data.format === '' },
                  ...data.formats.map((format) => ({
                    text: formatName(format, visit),
                    href: here({ format: format.id }),
                    current: data.format === format.id,
                  })),
                ]}
              />
            </Actions>
          </form>
          {data.procedures.length === 0 ? (
            <Empty
              title={t('participation.procedures.none')}
              reason={t('participation.procedures.none.reason', { name: site.name })}
            >
              {(data.text || data.stand || data.format) && (
                <LinkList links={[{ href: visit.to(routes.procedures), text: t('participation.procedures.all') }]} />
              )}
            </Empty>
          ) : (
            <Rows>
              {data.procedures.map((one) => (
                <Entry key={one.id} one={one} data={data} visit={visit} />
              ))}
            </Rows>
          )}
          {data.more && <LinkList links={[{ href: here({ nach: data.more }), text: t('participation.more') }]} />}
        </Section>
      </>
    ),
  }
}
