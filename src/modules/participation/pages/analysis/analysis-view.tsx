import { formatDay } from '#kernel/day.ts'
import type { Query } from '#kernel/route.ts'
import type { View, Visit } from '#platform/http'
import { Empty } from '#ui/components/empty/empty.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { Tabs } from '#ui/components/tabs/tabs.tsx'
import { elsewhere, nowhere } from '../../model/analysis/areas.ts'
import type { Counted, course } from '../../model/analysis/course.ts'
import type { FrequentWord } from '../../model/analysis/words.ts'
import { numberOf, type Procedure } from '../../model/procedure.ts'
import { routes } from '../../routes.ts'
import type { SimilarGroup } from '../../use-cases/similar-groups.ts'
import { staffFrame, staffTabs } from '../staff-procedure.ts'
import { WideBars } from '../wide-bars.tsx'

export interface Analysis {
  readonly total: number
  readonly themes: readonly Counted[]
  readonly words: readonly FrequentWord[]
  readonly groups: readonly SimilarGroup[]
  readonly course: ReturnType<typeof course>
  /** By part of the tenant, with its name; empty where no parts are known. */
  readonly areas: readonly Counted[]
  readonly places: readonly Counted[]
  readonly channels: readonly Counted[]
}

/** What was said in a procedure, counted without any outside service; every number leads to its list. */
export function analysisView(visit: Visit, procedure: Procedure, data: Analysis): View {
  const { t, lang } = visit
  const list = (query: Query) => visit.to(routes.staffAnswers, { id: procedure.id }, { liste: 'alle', ...query })
  const file = (als: string) => visit.to(routes.exportAll, { id: procedure.id }, { als })
  return {
    ...staffFrame(visit, procedure, 'analysis'),
    body: (
      <>
        <Head
          pre={procedure.title}
          title={t('participation.analysis.title', { count: data.total })}
          lead={t('participation.analysis.lead')}
          t={t}
        />
        <Tabs {...staffTabs(visit, procedure, 'analysis')} />
        {data.total === 0 && (
          <Empty title={t('participation.analysis.none')} reason={t('participation.analysis.none.reason')} level="h2" />
        )}
        {data.themes.some(({ key }) => key) && (
          <Section title={t('participation.analysis.themes')} id="themen">
            <WideBars
              title={t('participation.analysis.themes.bars')}
              bars={data.themes.map(({ key, count }) => ({
                label: key || t('participation.analysis.no-theme'),
                value: count,
                href: list({ thema: key }),
              }))}
              lang={lang}
            />
          </Section>
        )}
        {data.words.length > 0 && (
          <Section title={t('participation.analysis.words')} id="woerter" note={t('participation.analysis.words.note')}>
            <WideBars
              title={t('participation.analysis.words.bars')}
              bars={data.words.map((one) => ({ label: one.word, value: one.texts, href: list({ q: one.word }) }))}
              lang={lang}
            />
          </Section>
        )}
        <Section title={t('participation.analysis.groups')} id="aehnlich" note={t('participation.analysis.groups.note')}>
          {data.groups.length === 0 ? (
            <p>{t('participation.analysis.groups.none')}</p>
          ) : (
            <LinkList
              links={data.groups.map(({ first, others }) => ({
                href: list({ aehnlich: numberOf(procedure.prefix, first.number) }),
                text: t('participation.analysis.group', { title: first.title, count: others.length + 1 }),
              }))}
            />
          )}
        </Section>
        {data.course.counts.length > 0 && (
          <Section title={t('participation.analysis.course')} id="verlauf">
            <WideBars
              title={t(`participation.analysis.course.${data.course.by}`)}
              bars={data.course.counts.map(({ key, count }) => ({
                label: formatDay(key, lang, data.course.by === 'day' ? 'short' : 'long'),
                value: count,
                href: list({ eingang: key }),
              }))}
              lang={lang}
            />
          </Section>
        )}
        {data.areas.some(({ key }) => key !== nowhere) && (
          <Section title={t('participation.analysis.areas')} id="gebiete">
            <WideBars
              title={t('participation.report.areas')}
              bars={data.areas.map(({ key, count }) => ({
                label: key === nowhere || key === elsewhere ? t(`participation.report.areas.${key || 'none'}`) : key,
                value: count,
              }))}
              lang={lang}
            />
          </Section>
        )}
        {data.places.length > 0 && (
          <Section title={t('participation.analysis.places')} id="orte">
            <WideBars
              title={t('participation.analysis.places.bars')}
              bars={data.places.map(({ key, count }) => ({ label: key, value: count, href: list({ ort: key }) }))}
              lang={lang}
            />
          </Section>
        )}
        {data.channels.length > 0 && (
          <Section title={t('participation.analysis.channels')} id="wege">
            <WideBars
              title={t('participation.report.who.bars')}
              bars={data.channels.map(({ key, count }) => ({
                label: t(`participation.way.${key}`),
                value: count,
                href: list({ weg: key }),
              }))}
              lang={lang}
            />
          </Section>
        )}
        <Section title={t('participation.export.title')} id="ausgabe" note={t('participation.export.note')}>
          <LinkList
            links={(['csv', 'xlsx', 'json', 'docx'] as const).map((als) => ({
              href: file(als),
              text: t(`participation.export.${als}`),
            }))}
          />
        </Section>
      </>
    ),
  }
}
