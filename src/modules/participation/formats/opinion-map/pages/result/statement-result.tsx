import { formatNumber } from '#kernel/locale.ts'
import type { Visit } from '#platform/http'
import { Legend, StackedBar } from '#ui/components/stacked-bar/stacked-bar.tsx'
import { Table } from '#ui/components/table/table.tsx'
import { type Counted, enoughTold, letterOf, type Shy } from '../../model/result.ts'

/** What the parts of a bar mean. */
export const AnswerLegend = ({ id, visit: { t } }: { readonly id: string; readonly visit: Visit }) => (
  <Legend
    id={id}
    entries={[
      { step: 'full', label: t('participation.opinion.answer.zu') },
      { step: 'hatched', label: t('participation.opinion.answer.nicht') },
      { step: 'pale', label: t('participation.opinion.answer.weiter') },
    ]}
  />
)

interface Line {
  readonly key: string
  readonly name: string
  readonly counted: Counted
  readonly told: boolean
}

/** One statement: what everybody and each group said, as a bar and in numbers. */
export function StatementResult({
  id,
  text,
  all,
  groups,
  shown,
  shy,
  visit,
}: {
  /** Unique on the page. */
  readonly id: string
  readonly text: string
  readonly all: Counted
  readonly groups: readonly Counted[]
  /** Groups that may be shown. */
  readonly shown: readonly number[]
  readonly shy: Pick<Shy, 'smallestGroup'>
  readonly visit: Visit
}) {
  const { t, lang } = visit
  const lines: Line[] = [
    { key: 'alle', name: t('participation.opinion.everybody'), counted: all, told: true },
    ...shown.flatMap((at) => {
      const counted = groups[at]
      const name = t('participation.opinion.group.name', { letter: letterOf(at) })
      return counted ? [{ key: letterOf(at), name, counted, told: enoughTold(counted, shy) }] : []
    }),
  ]
  const number = (pick: keyof Counted) => ({
    right: true,
    cell: ({ counted, told }: Line) => (told ? formatNumber(counted[pick], lang) : t('participation.opinion.too-few')),
  })
  return (
    <Table
      caption={text}
      showCaption
      inline
      rows={lines}
      rowKey={({ key }) => key}
      columns={[
        { title: t('participation.opinion.who'), whole: true, cell: ({ name }) => name },
        {
          title: t('participation.opinion.bar'),
          quiet: true,
          cell: ({ key, counted, told }) =>
            told && (
              <StackedBar
                id={`${id}-${key}`}
                segments={[
                  { step: 'full', value: counted.agree },
                  { step: 'hatched', value: counted.disagree },
                  { step: 'pale', value: counted.pass },
                ]}
              />
            ),
        },
        { title: t('participation.opinion.answer.zu'), ...number('agree') },
        { title: t('participation.opinion.answer.nicht'), ...number('disagree') },
        { title: t('participation.opinion.answer.weiter'), ...number('pass') },
      ]}
      t={t}
    />
  )
}
