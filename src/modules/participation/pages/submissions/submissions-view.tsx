import type { View, Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Choice } from '#ui/components/choice/choice.tsx'
import { Empty } from '#ui/components/empty/empty.tsx'
import { TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { HiddenValues } from '#ui/components/hidden-values/hidden-values.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { ResultList } from '#ui/components/result-row/result-row.tsx'
import { Section } from '#ui/components/section/section.tsx'
import type { Children } from '#ui/vocabulary.ts'
import { wordOf, wordsOf } from '../../format-words.ts'
import type { Submission } from '../../model/submission.ts'
import { routes } from '../../routes.ts'
import type { ShownProcedure } from '../../use-cases/open-procedure.ts'
import { procedureCrumbs } from '../crumbs.ts'
import type { Rating } from '../dialogue/reaction-form.tsx'
import { pinsOf } from '../dialogue/submission-map.tsx'
import { TakeAlong, takeAlong } from '../dialogue/take-along-links.tsx'
import { SubmissionRow } from '../submission-row.tsx'

export interface SubmissionsData {
  readonly submissions: readonly Submission[]
  readonly total: number
  /** Number of the last one shown, where more follow. */
  readonly more: string | undefined
  readonly sort: string
  readonly text: string
  readonly category: string
  readonly rating: Rating | undefined
  /** The map of what is shown; undefined where nothing has a point. */
  readonly map: Children | undefined
}

/** All that was handed in to a procedure. */
export function submissionsView(visit: Visit, opened: ShownProcedure, data: SubmissionsData): View {
  const { t, lang } = visit
  const { procedure, format, settings } = opened
  const categories = format.asked?.(settings).categories ?? []
  const pins = pinsOf(data.submissions)
  const here = (change: Record<string, string>) =>
    visit.to(routes.submissions, { slug: procedure.slug }, { q: data.text, sortiert: data.sort, thema: data.category, ...change })
  const title = wordOf(format, 'many', lang)
  return {
    title: `${title}: ${procedure.title}`,
    area: 'participation',
    islands: data.map ? ['map'] : [],
    alternates: takeAlong(visit, opened),
    crumbs: procedureCrumbs(visit, procedure, title),
    body: (
      <>
        <Head
          pre={procedure.title}
          title={t('participation.count.submissions', { count: data.total, ...wordsOf(format, lang) })}
          t={t}
        />
        <Section title={title} id="beitraege">
          <form class="alm-form" method="get" action={visit.to(routes.submissions, { slug: procedure.slug })}>
            <HiddenValues values={{ sortiert: data.sort, thema: data.category }} />
            <TextField id="q" name="q" type="search" label={t('participation.submissions.words')} value={data.text} t={t} />
            <Actions>
              <Button kind="secondary" text={t('participation.procedures.find')} />
              <Choice
                label={t('participation.submissions.sort')}
                links={['', 'zustimmung', 'kommentare'].map((sort) => ({
                  text: t(`participation.sort.${sort || 'neu'}`),
                  href: here({ sortiert: sort }),
                  current: data.sort === sort,
                }))}
              />
              {categories.length > 0 && (
                <Choice
                  label={t('participation.field.category')}
                  links={['', ...categories].map((category) => ({
                    text: category || t('participation.stand.all'),
                    href: here({ thema: category }),
                    current: data.category === category,
                  }))}
                />
              )}
            </Actions>
          </form>
          {data.submissions.length === 0 ? (
            <Empty title={t('participation.submissions.none')} reason={t('participation.submissions.none.reason')} />
          ) : (
            <>
              {data.map}
              <ResultList>
                {data.submissions.map((one) => (
                  <SubmissionRow
                    key={one.id}
                    one={one}
                    procedure={procedure}
                    visit={visit}
                    rating={data.rating}
                    pin={data.map ? (pins.get(one.id) ?? null) : undefined}
                  />
                ))}
              </ResultList>
            </>
          )}
          {data.more && <LinkList links={[{ href: here({ nach: data.more }), text: t('participation.more') }]} />}
          <TakeAlong opened={opened} visit={visit} />
        </Section>
      </>
    ),
  }
}
