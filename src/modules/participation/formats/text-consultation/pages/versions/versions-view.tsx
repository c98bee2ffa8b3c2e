import { dayOf } from '#kernel/clock.ts'
import { formatDay } from '#kernel/day.ts'
import type { View, Visit } from '#platform/http'
import { Button } from '#ui/components/button/button.tsx'
import { SelectField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { Pagination } from '#ui/components/pagination/pagination.tsx'
import { Said } from '#ui/components/said/said.tsx'
import { Section } from '#ui/components/section/section.tsx'
import type { ComparedBlock } from '../../model/compare.ts'
import type { TextVersion } from '../../store/text-store.ts'
import { textRoutes } from '../../text-routes.ts'
import type { OpenedText } from '../../use-cases/open-text.ts'
import { textCrumbs } from '../paragraph/check-view.tsx'
import { paragraphHref, paragraphName } from '../text-parts.tsx'
import { ComparedBlocks } from './compared-blocks.tsx'

export interface VersionsPage {
  readonly versions: readonly TextVersion[]
  readonly compared?: {
    readonly from: number
    readonly to: number
    readonly blocks: readonly ComparedBlock[]
  }
}

/** So many changed paragraphs stand on one page. */
const onPage = 50

/** Which two are compared: a form that sends an address. */
function Chooser({ data, opened, visit }: { readonly data: VersionsPage; readonly opened: OpenedText; readonly visit: Visit }) {
  const { t, lang } = visit
  const options = data.versions.map(({ version, publishedAt }) => ({
    value: String(version),
    label: t('participation.text.version-of', { version, date: formatDay(dayOf(publishedAt), lang) }),
  }))
  const field = (name: 'von' | 'bis', value: number | undefined) => (
    <SelectField
      id={name}
      name={name}
      label={t(`participation.text.compare.${name}`)}
      value={String(value ?? '')}
      options={options}
      t={t}
    />
  )
  return (
    <form class="participation-text__pick" method="get" action={visit.to(textRoutes.versions, { slug: opened.procedure.slug })}>
      {field('von', data.compared?.from)}
      {field('bis', data.compared?.to)}
      <Button kind="secondary" text={t('participation.text.compare')} />
    </form>
  )
}

/** The versions of a text with what was new in each, and the difference of two, paragraph by paragraph. */
export function versionsView(visit: Visit, opened: OpenedText, data: VersionsPage): View {
  const { t, lang } = visit
  const { procedure } = opened
  const { slug } = procedure
  const title = t('participation.text.versions')
  const changed = data.compared?.blocks.filter(({ change }) => change !== 'same') ?? []
  const pages = Math.ceil(changed.length / onPage)
  const asked = Number(visit.query.get('seite') ?? '1')
  const at = Number.isInteger(asked) && asked >= 1 && asked <= pages ? asked : 1
  const count = (change: ComparedBlock['change']) => changed.filter((one) => one.kind === 'text' && one.change === change).length
  const { from = 0, to = 0 } = data.compared ?? {}
  const words = (['changed', 'new', 'dropped'] as const)
    .filter((one) => count(one) > 0)
    .map((one) => t(`participation.text.compared.${one}`, { count: count(one) }))
    .join(', ')
  return {
    title: `${title}: ${procedure.title}`,
    area: 'participation',
    crumbs: textCrumbs(visit, procedure, title),
    body: (
      <>
        <Head
          pre={procedure.title}
          title={data.compared ? t('participation.text.compared', { from, to }) : title}
          lead={
            data.compared
              ? changed.length === 0
                ? t('participation.text.compared.none')
                : words || t('participation.text.compared.headings')
              : t('participation.text.versions.one')
          }
          t={t}
        />
        {data.versions.length > 2 && <Chooser data={data} opened={opened} visit={visit} />}
        {changed.length > 0 && (
          <Section title={t('participation.text.changes')} id="aenderungen" note={t('participation.text.changes.note')}>
            <ComparedBlocks
              blocks={changed.slice((at - 1) * onPage, at * onPage)}
              link={(key) => (
                <a href={paragraphHref(visit, slug, key)} aria-label={paragraphName(key, visit)}>
                  {key}
                </a>
              )}
              visit={visit}
            />
            <Pagination
              page={at}
              pages={pages}
              href={(seite) => visit.to(textRoutes.versions, { slug }, { von: from, bis: to, seite })}
              t={t}
            />
          </Section>
        )}
        <Section title={title} id="fassungen">
          <ol class="alm-line">
            {data.versions.map(({ version, note, publishedAt, paragraphs }) => (
              <li key={version}>
                <a class="alm-link" href={visit.to(textRoutes.text, { slug }, { fassung: version })}>
                  {t('participation.text.version-of', { version, date: formatDay(dayOf(publishedAt), lang) })}
                </a>{' '}
                {t('participation.text.paragraphs', { count: paragraphs })}
                {note && <Said text={note} lang={lang === 'de' ? undefined : 'de'} />}
                <p class="alm-small">
                  <a
                    class="alm-link"
                    href={visit.to(textRoutes.textFile, { slug }, { fassung: version })}
                    aria-label={`${t('participation.text.file')}: ${t('participation.text.version', { version })}`}
                  >
                    {t('participation.text.file')}
                  </a>
                </p>
              </li>
            ))}
          </ol>
        </Section>
      </>
    ),
  }
}
