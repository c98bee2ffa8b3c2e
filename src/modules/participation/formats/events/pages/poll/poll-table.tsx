import type { Visit } from '#platform/http'
import { Table } from '#ui/components/table/table.tsx'
import { bestOf, type Poll, type PollOption, type Says } from '../../model/poll.ts'
import { whenWords } from '../../model/when.ts'
import type { ShownAnswer } from '../../store/poll-store.ts'

/** Every time with how many can; the names where they may be read. The best stand out in words. */
export function PollTable({
  options,
  answers,
  poll,
  visit,
}: {
  readonly options: readonly PollOption[]
  readonly answers: readonly ShownAnswer[]
  readonly poll: Poll
  readonly visit: Visit
}) {
  const { t, lang } = visit
  const best = bestOf(options)
  const named = (option: string, say: Says) =>
    answers
      .filter((one) => (one.choices[option] ?? 'no') === say)
      .map((one) => one.name ?? t('participation.events.poll.nameless'))
      .join(', ')
  const names = answers.length > 0
  return (
    <Table
      caption={t('participation.events.poll.result')}
      rows={options}
      rowKey={(one) => one.id}
      columns={[
        {
          title: t('participation.events.poll.time'),
          cell: (one) => (
            <>
              {whenWords(one, lang, t)}
              {best.has(one.id) && <span class="participation-more">{t('participation.events.poll.best')}</span>}
            </>
          ),
        },
        {
          title: t('participation.events.says.yes'),
          right: !names,
          named: true,
          cell: (one) => (
            <>
              {one.yes}
              {names && <span class="participation-more">{named(one.id, 'yes')}</span>}
            </>
          ),
        },
        {
          title: t('participation.events.says.maybe'),
          right: !names,
          named: true,
          cell: (one) => (
            <>
              {one.maybe}
              {names && <span class="participation-more">{named(one.id, 'maybe')}</span>}
            </>
          ),
        },
        {
          title: t('participation.events.says.no'),
          right: !names,
          named: true,
          cell: (one) => Math.max(0, poll.answers - one.yes - one.maybe),
        },
      ]}
      t={t}
    />
  )
}
