import { formatNumber } from '#kernel/locale.ts'
import type { View, Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Confirm } from '#ui/components/confirm/confirm.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { Table } from '#ui/components/table/table.tsx'
import { wordOf } from '../model/answer.ts'
import { opinionRoutes } from '../opinion-routes.ts'
import { isAnswering, type OpenedMap } from '../use-cases/open-map.ts'
import type { OwnAnswer } from '../use-cases/take-part.ts'
import { mapFrame } from './frame.tsx'

/** What this browser said, each to be changed, and all of it to be deleted. */
export function ownView(visit: Visit, map: OpenedMap, own: readonly OwnAnswer[], deleted: boolean): View {
  const { t, lang } = visit
  const { slug, title, retentionMonths } = map.procedure
  const open = isAnswering(map, visit.now)
  return mapFrame(
    visit,
    map,
    t('participation.opinion.own'),
    <>
      {deleted && <Message kind="success" title={t('participation.opinion.deleted')} live t={t} />}
      <Head
        pre={title}
        title={t('participation.opinion.own')}
        lead={
          own.length > 0
            ? t('participation.opinion.own.lead', { count: own.length, number: formatNumber(own.length, lang) })
            : t('participation.opinion.own.none')
        }
        t={t}
      >
        {open && (
          <Actions>
            <Button
              text={t(own.length > 0 ? 'participation.opinion.on' : 'participation.opinion.begin')}
              href={visit.to(opinionRoutes.opinions, { slug })}
            />
          </Actions>
        )}
      </Head>
      {own.length > 0 && (
        <>
          <Table
            caption={t('participation.opinion.own')}
            rows={own}
            rowKey={({ statement }) => statement.id}
            columns={[
              { title: t('participation.opinion.statement'), cell: ({ statement }) => statement.text },
              {
                title: t('participation.opinion.answer'),
                whole: true,
                cell: ({ value }) => t(`participation.opinion.answer.${wordOf(value)}`),
              },
              ...(open
                ? [
                    {
                      title: t('participation.opinion.change'),
                      quiet: true,
                      cell: ({ statement }: OwnAnswer) => (
                        <a
                          class="alm-link"
                          href={`${visit.to(opinionRoutes.opinions, { slug }, { aussage: statement.number })}#aussage`}
                        >
                          {t('participation.opinion.change')}
                          <span class="kern-sr-only">: {statement.text}</span>
                        </a>
                      ),
                    },
                  ]
                : []),
            ]}
            t={t}
          />
          <Section
            title={t('participation.opinion.delete')}
            id="loeschen"
            note={t('participation.opinion.delete.note', { count: retentionMonths })}
          >
            <Actions>
              <Button
                kind="secondary"
                text={t('participation.opinion.delete.all')}
                href={visit.to(opinionRoutes.ownOpinions, { slug }, { loeschen: 1 })}
              />
            </Actions>
          </Section>
        </>
      )}
    </>,
  )
}

/** Asks before the answers of this browser are deleted. */
export function deleteView(visit: Visit, map: OpenedMap, count: number): View {
  const { t, lang } = visit
  const { slug } = map.procedure
  return mapFrame(
    visit,
    map,
    t('participation.opinion.delete'),
    <Confirm
      title={t('participation.opinion.delete.ask', { count, number: formatNumber(count, lang) })}
      happens={['counted', 'statements', 'final'].map((name) => t(`participation.opinion.delete.${name}`))}
      action={visit.to(opinionRoutes.withdrawOpinions, { slug })}
      deed={t('participation.opinion.delete.all')}
      cancel={visit.to(opinionRoutes.ownOpinions, { slug })}
      t={t}
    />,
  )
}
