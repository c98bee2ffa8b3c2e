import { dayOf } from '#kernel/clock.ts'
import { formatDay } from '#kernel/day.ts'
import { isId } from '#kernel/id.ts'
import { type Answer, type Handler, handler, page, type View, type Visit } from '#platform/http'
import { Empty } from '#ui/components/empty/empty.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Table } from '#ui/components/table/table.tsx'
import { type ParticipationHouse, publicDb } from '../../house.ts'
import { numberOf, type Procedure } from '../../model/procedure.ts'
import { routes } from '../../routes.ts'
import { type ProtocolRow, protocolOf } from '../../store/moderation-store.ts'
import type { ShownProcedure } from '../../use-cases/open-procedure.ts'
import { procedureCrumbs } from '../crumbs.ts'
import { withProcedure } from '../procedure/handler.tsx'

const pageSize = 100

function protocolView(visit: Visit, procedure: Procedure, rows: readonly ProtocolRow[], next: string | undefined): View {
  const { t, lang } = visit
  const title = t('participation.protocol.title')
  return {
    title: `${title}: ${procedure.title}`,
    area: 'participation',
    crumbs: procedureCrumbs(visit, procedure, title),
    body: (
      <>
        <Head pre={procedure.title} title={title} lead={t('participation.protocol.lead', { office: procedure.office })} t={t}>
          <LinkList links={[{ href: visit.to(routes.rules), text: t('participation.rules.title') }]} />
        </Head>
        {rows.length === 0 ? (
          <Empty title={t('participation.protocol.none')} reason={t('participation.protocol.none.reason')} level="h2" />
        ) : (
          <Table
            caption={title}
            rows={rows}
            rowKey={(one) => one.id}
            t={t}
            columns={[
              {
                title: t('participation.protocol.what'),
                cell: (one) => {
                  const number = numberOf(procedure.prefix, one.number)
                  return one.comment ? t('participation.protocol.comment', { number }) : number
                },
              },
              { title: t('participation.protocol.act'), named: true, cell: (one) => t(`participation.act.${one.act}`) },
              {
                title: t('participation.protocol.reason'),
                named: true,
                cell: (one) => (one.reason ? t(`participation.why.${one.reason}`) : ''),
              },
              { title: t('participation.protocol.day'), whole: true, named: true, cell: (one) => formatDay(dayOf(one.at), lang) },
            ]}
          />
        )}
        {next && (
          <p>
            <a class="alm-link" href={visit.to(routes.protocol, { slug: procedure.slug }, { nach: next })}>
              {t('participation.more')}
            </a>
          </p>
        )}
      </>
    ),
  }
}

async function show(house: ParticipationHouse, visit: Visit, { procedure }: ShownProcedure): Promise<Answer> {
  const after = visit.query.get('nach') ?? ''
  const rows = await protocolOf(publicDb(house, visit.site), procedure.id, isId(after) ? after : undefined, pageSize + 1)
  const next = rows.length > pageSize ? rows[pageSize - 1]?.id : undefined
  return page(protocolView(visit, procedure, rows.slice(0, pageSize), next))
}

/** What moderation did in a procedure: number, act, reason and day; no words, no names. */
export const protocolHandlers = (house: ParticipationHouse): Handler[] => [
  handler(routes.protocol, (visit) => withProcedure(house, visit, (opened) => show(house, visit, opened))),
]
