import { dayOf } from '#kernel/clock.ts'
import { formatDay } from '#kernel/day.ts'
import type { View, Visit } from '#platform/http'
import { Figures } from '#ui/components/figures/figures.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Pagination } from '#ui/components/pagination/pagination.tsx'
import { Said } from '#ui/components/said/said.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { phaseFor } from '../../../../model/procedure.ts'
import { procedureCrumbs } from '../../../../pages/crumbs.ts'
import { timeLeft } from '../../../../pages/words.ts'
import { routes } from '../../../../routes.ts'
import { themeOf } from '../../contribution.ts'
import { sectionsOf, type TextBlock, type TextSection } from '../../model/text.ts'
import type { ParagraphAnswer } from '../../store/contribution-store.ts'
import { type TextCount, type TextVersion, totalOf } from '../../store/text-store.ts'
import { textRoutes } from '../../text-routes.ts'
import type { OpenedText } from '../../use-cases/open-text.ts'
import { ContributeForm } from '../paragraph/contribute-form.tsx'
import { AnswerBeside, countSentence, countWords, paragraphHref, SayLinks, sectionName } from '../text-parts.tsx'

/** So many blocks stand on one page; a longer text goes on, where possible at a section. */
const onPage = 150

/** The pages of a long text: a new one begins with the section that would not fit whole. */
export function pagesOf(blocks: readonly TextBlock[]): TextBlock[][] {
  const pages: TextBlock[][] = []
  for (const { heading, blocks: inside } of sectionsOf(blocks)) {
    const all = heading ? [heading, ...inside] : inside
    const last = pages.at(-1)
    if (last && last.length + all.length <= onPage) last.push(...all)
    else for (let at = 0; at < all.length; at += onPage) pages.push(all.slice(at, at + onPage))
  }
  return pages
}

export interface TextPage {
  readonly version: number
  readonly versions: readonly TextVersion[]
  readonly pages: readonly (readonly TextBlock[])[]
  readonly page: number
  readonly counts: ReadonlyMap<string, TextCount>
  /** By theme. */
  readonly answers: ReadonlyMap<string, readonly ParagraphAnswer[]>
}

interface ParagraphProps {
  readonly block: TextBlock
  readonly opened: OpenedText
  readonly data: TextPage
  readonly open: boolean
  readonly visit: Visit
}

/** A paragraph: its number, its words, and beside it what was said and answered. */
function Paragraph({ block, opened, data, open, visit }: ParagraphProps) {
  const { procedure } = opened
  const href = paragraphHref(visit, procedure.slug, block.key)
  const count = countWords(data.counts.get(block.key), visit)
  return (
    <div class="participation-text__row" id={`absatz-${block.key}`}>
      <p class="participation-text__mark">
        <a href={href}>
          <span class="kern-sr-only">{visit.t('participation.text.paragraph', { paragraph: '' })}</span>
          {block.key}
        </a>
      </p>
      <div class="participation-text__words">
        <Said text={block.body} lang={visit.lang === 'de' ? undefined : 'de'} />
      </div>
      <div class="participation-text__beside">
        {count && (
          <p>
            <a class="alm-link" href={`${href}#beitraege`}>
              {count}
            </a>
          </p>
        )}
        {open && (
          <p class="participation-text__say">
            <SayLinks procedure={procedure} paragraph={block.key} visit={visit} />
          </p>
        )}
        <AnswerBeside answers={data.answers.get(themeOf(block.key)) ?? []} href={`${href}#beitraege`} visit={visit} />
      </div>
    </div>
  )
}

const anchorOf = ({ heading }: TextSection) => heading?.key ?? 'anfang'

/** How much was said, with the way to each. */
function Told({ opened, data, visit }: { readonly opened: OpenedText; readonly data: TextPage; readonly visit: Visit }) {
  const { t } = visit
  const total = totalOf(data.counts)
  if (total.comments + total.changes === 0) return null
  const all = visit.to(routes.submissions, { slug: opened.procedure.slug })
  return (
    <div class="participation-text__told">
      <Figures>
        <a href={all}>{countSentence(total, visit)}</a>{' '}
        {t('participation.text.told.to', { count: opened.settings.paragraphs.length })}{' '}
        {total.answered > 0 && t('participation.text.told.answered', { count: total.answered })}
      </Figures>
    </div>
  )
}

/** The ways to other versions and to the text as a file. */
function versionLinks(visit: Visit, { procedure, settings }: OpenedText, { version }: TextPage) {
  const { t } = visit
  const { slug } = procedure
  return [
    ...(settings.version > 1
      ? [
          {
            href: visit.to(textRoutes.versions, { slug }, { von: settings.version - 1, bis: settings.version }),
            text: t('participation.text.whats-new', { version: settings.version - 1 }),
          },
        ]
      : []),
    ...(version > 0
      ? [{ href: visit.to(textRoutes.textFile, { slug }, { fassung: version }), text: t('participation.text.file') }]
      : []),
  ]
}

/** The text in its sections; an older version without the ways to say something. */
export function textView(visit: Visit, opened: OpenedText, data: TextPage): View {
  const { t, lang } = visit
  const { procedure, phases, settings } = opened
  const old = data.version < settings.version
  const phase = phaseFor(phases, 'submit', visit.now)
  const open = !old && phase !== undefined
  const shown = data.versions.find(({ version }) => version === data.version)
  const sections = sectionsOf(data.pages[data.page - 1] ?? [])
  const all = sectionsOf(data.pages.flat())
  const numberOf = (one: TextSection) => all.find(({ heading }) => heading && heading.key === one.heading?.key)?.number ?? ''
  const named = sections.map((one) => ({ ...one, number: numberOf(one) }))
  const title = t('participation.text.title')
  return {
    title: `${title}: ${procedure.title}`,
    description: procedure.lead,
    area: 'participation',
    crumbs: procedureCrumbs(visit, procedure, title),
    ...(old ? { robots: 'noindex' } : {}),
    body: (
      <>
        {old && (
          <Message kind="info" title={t('participation.text.old', { version: data.version })} t={t}>
            <p>
              <a class="alm-link" href={visit.to(textRoutes.text, { slug: procedure.slug })}>
                {t('participation.text.to-standing', { version: settings.version })}
              </a>
            </p>
          </Message>
        )}
        <Head
          pre={procedure.title}
          title={title}
          lead={t(open ? 'participation.text.lead' : 'participation.text.lead.closed')}
          onPage={named.slice(0, 14).map((one) => ({ href: `#${anchorOf(one)}`, text: sectionName(one, visit) }))}
          t={t}
        >
          <p class="alm-meta">
            {open && phase?.endsAt && (
              <span>
                <strong>{timeLeft(phase.endsAt, visit)}</strong>
              </span>
            )}
            {shown && (
              <span>
                {t('participation.text.version-of', {
                  version: shown.version,
                  date: formatDay(dayOf(shown.publishedAt), lang),
                })}
              </span>
            )}
          </p>
          <LinkList links={versionLinks(visit, opened, data)} />
        </Head>
        <Told opened={opened} data={data} visit={visit} />
        {named.map((section) => (
          <Section key={anchorOf(section)} title={sectionName(section, visit)} id={anchorOf(section)}>
            {section.blocks.map((block) =>
              block.kind === 'heading' ? (
                <h3 key={block.key} class="participation-text__heading" id={block.key}>
                  {block.body}
                </h3>
              ) : (
                <Paragraph key={block.key} block={block} opened={opened} data={data} open={open} visit={visit} />
              ),
            )}
          </Section>
        ))}
        {data.pages.length === 0 && <p>{t('participation.text.none')}</p>}
        <Pagination
          page={data.page}
          pages={data.pages.length}
          href={(seite) =>
            visit.to(textRoutes.text, { slug: procedure.slug }, { seite, ...(old ? { fassung: data.version } : {}) })
          }
          t={t}
        />
        {open && (
          <Section
            title={t('participation.text.whole')}
            id="ganzer-text"
            note={
              data.counts.has('') ? (
                <p>
                  <a class="alm-link" href={`${paragraphHref(visit, procedure.slug, '')}#beitraege`}>
                    {countWords(data.counts.get(''), visit)}
                  </a>
                </p>
              ) : undefined
            }
          >
            <p>{t('participation.text.whole.lead')}</p>
            <ContributeForm opened={opened} paragraph="" kind="comment" visit={visit} />
          </Section>
        )}
      </>
    ),
  }
}
