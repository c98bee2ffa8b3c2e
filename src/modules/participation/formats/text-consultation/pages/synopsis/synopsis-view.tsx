import type { View, Visit } from '#platform/http'
import { Empty } from '#ui/components/empty/empty.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Said } from '#ui/components/said/said.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { Status } from '#ui/components/status/status.tsx'
import { numberOf } from '../../../../model/procedure.ts'
import { routes } from '../../../../routes.ts'
import { themeOf } from '../../contribution.ts'
import type { SynopsisPlace } from '../../store/contribution-store.ts'
import { type TextCount, totalOf } from '../../store/text-store.ts'
import { textRoutes } from '../../text-routes.ts'
import type { OpenedText } from '../../use-cases/open-text.ts'
import { textStaffFrame } from '../staff/staff-frame.tsx'
import { ContributionText, countWords, paragraphName } from '../text-parts.tsx'
import type { SynopsisLine } from './synopsis-files.ts'

export interface SynopsisPage {
  readonly lines: readonly SynopsisLine[]
  readonly counts: ReadonlyMap<string, TextCount>
  /** Only what waits for an answer. */
  readonly open: boolean
  readonly more: SynopsisPlace | undefined
}

/** What somebody wants, and beside it what was answered. */
function Line({ line, opened, visit }: { readonly line: SynopsisLine; readonly opened: OpenedText; readonly visit: Visit }) {
  const { t } = visit
  const { procedure } = opened
  const { row, kind, version, wording } = line
  const number = numberOf(procedure.prefix, row.number)
  return (
    <div class="participation-synopsis__line" id={number}>
      <div>
        <p class="alm-meta">
          <strong>{t(`participation.text.kind.${kind}`)}</strong>
          <span>
            <a class="alm-link" href={visit.to(routes.submission, { slug: procedure.slug, number })}>
              {number}
            </a>
          </span>
          {row.author && <span>{row.author}</span>}
          {version < opened.settings.version && <span>{t('participation.text.to-version', { version })}</span>}
          {row.agree > 0 && <span>{t('participation.count.agree', { count: row.agree })}</span>}
        </p>
        <ContributionText
          one={row}
          about={{ paragraph: row.key ?? '', version, kind }}
          wording={wording || undefined}
          visit={visit}
        />
      </div>
      <div class="participation-synopsis__answer">
        {row.outcome ? (
          <>
            <p>
              <Status kind="ok">{t(`participation.outcome.${row.outcome}`)}</Status>{' '}
              {row.reason && t(`participation.reason.${row.reason}`)}
            </p>
            {row.answer && <Said text={row.answer} />}
          </>
        ) : (
          <Status kind="idle">{t('participation.report.no-answer')}</Status>
        )}
      </div>
    </div>
  )
}

/** The synopsis: paragraph, what people want, what the office answers; the ways to answer and to take it along. */
export function synopsisView(visit: Visit, opened: OpenedText, data: SynopsisPage): View {
  const { t } = visit
  const { procedure } = opened
  const { id } = procedure
  const total = totalOf(data.counts)
  const groups = [...Map.groupBy(data.lines, ({ row }) => row.key)]
  const files = [
    ['docx', textRoutes.synopsisDocx],
    ['xlsx', textRoutes.synopsisXlsx],
    ['csv', textRoutes.synopsisCsv],
    ['json', textRoutes.synopsisJson],
  ] as const
  return textStaffFrame(
    visit,
    opened,
    'synopsis',
    <>
      <Head
        title={t('participation.text.synopsis.title')}
        lead={[
          countWords(total, visit),
          total.comments + total.changes > 0 ? t('participation.text.told.answered', { count: total.answered }) : '',
        ]
          .filter(Boolean)
          .join('. ')}
        t={t}
      >
        <LinkList
          links={[
            {
              href: visit.to(textRoutes.synopsis, { id }, data.open ? {} : { liste: 'offen' }),
              text: t(data.open ? 'participation.text.synopsis.all' : 'participation.text.synopsis.open'),
            },
            ...files.map(([name, route]) => ({
              href: visit.to(route, { id }),
              text: t(`participation.text.synopsis.${name}`),
            })),
          ]}
        />
      </Head>
      {groups.length === 0 && (
        <Empty
          level="h2"
          title={t(data.open ? 'participation.text.synopsis.none-open' : 'participation.text.synopsis.none')}
          reason={t('participation.text.synopsis.none.reason')}
        />
      )}
      {groups.map(([key, lines]) => {
        const standing = lines[0]?.row.standing
        const count = key === null ? undefined : data.counts.get(key)
        return (
          <Section
            key={key ?? '-'}
            id={`absatz-${key || 'gesamt'}`}
            title={key === null ? t('participation.text.elsewhere') : paragraphName(key, visit)}
            note={
              <>
                {standing ? <p>{standing}</p> : key ? <p>{t('participation.text.dropped')}</p> : undefined}
                {count && <p>{countWords(count, visit)}</p>}
                {visit.may('participation/answer') && key !== null && (
                  <p>
                    <a
                      class="alm-link"
                      href={visit.to(routes.staffAnswers, { id }, { thema: themeOf(key), liste: 'alle' })}
                      aria-label={`${t('participation.text.synopsis.to-answer')}: ${paragraphName(key, visit)}`}
                    >
                      {t('participation.text.synopsis.to-answer')}
                    </a>
                  </p>
                )}
              </>
            }
          >
            {lines.map((line) => (
              <Line key={line.row.id} line={line} opened={opened} visit={visit} />
            ))}
          </Section>
        )
      })}
      {data.more && (
        <p>
          <a
            class="alm-link"
            href={visit.to(
              textRoutes.synopsis,
              { id },
              {
                nach: `${data.more.position}-${numberOf(procedure.prefix, data.more.number)}`,
                ...(data.open ? { liste: 'offen' } : {}),
              },
            )}
          >
            {t('participation.more')}
          </a>
        </p>
      )}
    </>,
  )
}
