import { formatNumber } from '#kernel/locale.ts'
import type { View, Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { TextArea } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { HiddenValues } from '#ui/components/hidden-values/hidden-values.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { Table } from '#ui/components/table/table.tsx'
import { numberOf } from '../../../model/procedure.ts'
import { routes } from '../../../routes.ts'
import { type LineFault, mostAtOnce } from '../model/read-statements.ts'
import { opinionRoutes } from '../opinion-routes.ts'
import type { Statement } from '../store/statement-store.ts'
import type { OpenedMap } from '../use-cases/open-map.ts'
import { staffFrame } from './staff-frame.tsx'

/** What the page of statements shows. */
export interface StatementsPage {
  readonly map: OpenedMap
  readonly statements: readonly Statement[]
  readonly said?: 'added' | 'shown' | 'taken-off' | undefined
  readonly typed?: string
  /** What is wrong with the pasted list, in words. */
  readonly faults?: readonly string[]
}

/** Lines that cannot be taken, each with its number and its words. */
export const lineWords = (visit: Visit, { settings }: OpenedMap, { line, text, fault }: LineFault): string =>
  visit.t('participation.opinion.staff.fault.line', {
    line,
    text: text.length > 60 ? `${text.slice(0, 60)} …` : text,
    why: visit.t(`participation.opinion.fault.${fault}`, { most: settings.longest }),
  })

/** Whose statement it is, whether it is shown, and what staff may do with it. */
function Below({ one, map, visit }: { readonly one: Statement; readonly map: OpenedMap; readonly visit: Visit }) {
  const { t } = visit
  const { id, prefix } = map.procedure
  const from =
    one.submission === null
      ? t('participation.opinion.staff.from.town')
      : t('participation.opinion.staff.from.submission', { number: numberOf(prefix, one.submission) })
  const state = one.shown ? '' : t(`participation.opinion.staff.${one.waiting ? 'waits' : 'not-shown'}`)
  return (
    <form
      class="alm-actions alm-small alm-muted participation-opinion__below"
      method="post"
      action={visit.to(opinionRoutes.changeStatements, { id })}
    >
      <span>
        {from}
        {state && (
          <>
            , <strong>{state}</strong>
          </>
        )}
      </span>
      {one.submission === null && visit.may('participation/edit') && (
        <>
          <HiddenValues values={{ nummer: String(one.number) }} />
          <button type="submit" class="alm-linkbutton" name="tat" value={one.shown ? 'herausnehmen' : 'zeigen'}>
            {t(`participation.opinion.staff.${one.shown ? 'take-off' : 'show'}`)}
            <span class="kern-sr-only">: {one.text}</span>
          </button>
        </>
      )}
    </form>
  )
}

function StatementTable({ page: { map, statements }, visit }: { readonly page: StatementsPage; readonly visit: Visit }) {
  const { t, lang } = visit
  const counted = (pick: 'agree' | 'disagree' | 'pass', word: string) => ({
    title: t(`participation.opinion.answer.${word}`),
    right: true,
    cell: (one: Statement) => formatNumber(one[pick], lang),
  })
  return (
    <Table
      caption={t('participation.opinion.staff.statements')}
      inline
      rows={statements}
      rowKey={({ id }) => id}
      columns={[
        {
          title: t('participation.opinion.statement'),
          cell: (one) => (
            <>
              {one.number}. {one.text || t('participation.opinion.staff.blanked')}
              <Below one={one} map={map} visit={visit} />
            </>
          ),
        },
        counted('agree', 'zu'),
        counted('disagree', 'nicht'),
        counted('pass', 'weiter'),
      ]}
      t={t}
    />
  )
}

/** The statements of an opinion map: add a list, take some off, see what was said. */
export function statementsView(visit: Visit, page: StatementsPage): View {
  const { t } = visit
  const { map, statements, said, typed = '', faults = [] } = page
  const { id, title, slug, state } = map.procedure
  const shown = statements.filter((one) => one.shown).length
  return staffFrame(
    visit,
    map,
    'statements',
    <>
      {said && faults.length === 0 && <Message kind="success" title={t(`participation.opinion.staff.said.${said}`)} live t={t} />}
      <Head title={title} lead={t('participation.opinion.staff.lead', { count: shown })} t={t}>
        <LinkList
          links={[
            ...(state === 'public'
              ? [{ href: visit.to(opinionRoutes.opinions, { slug }), text: t('participation.opinion.staff.look') }]
              : []),
            { href: visit.to(routes.queue), text: t('participation.opinion.staff.queue') },
          ]}
        />
      </Head>
      <ErrorSummary faults={faults.map((text) => ({ field: 'liste', text }))} t={t} />
      {visit.may('participation/edit') && (
        <Section title={t('participation.opinion.staff.add')} id="hinzufuegen" note={t('participation.opinion.staff.add.note')}>
          <form class="alm-form" method="post" action={visit.to(opinionRoutes.changeStatements, { id })} noValidate>
            <TextArea
              id="liste"
              name="liste"
              label={t('participation.opinion.staff.paste')}
              help={t('participation.opinion.staff.paste.help', { most: map.settings.longest, count: mostAtOnce })}
              value={typed}
              rows={8}
              {...(faults[0] ? { error: faults[0] } : {})}
              t={t}
            />
            <Actions>
              <Button text={t('participation.opinion.staff.add')} name="tat" value="hinzufuegen" />
            </Actions>
          </form>
        </Section>
      )}
      <Section
        title={t('participation.opinion.staff.statements')}
        id="aussagen"
        note={t('participation.opinion.staff.statements.note')}
      >
        {statements.length === 0 ? <p>{t('participation.opinion.staff.none')}</p> : <StatementTable page={page} visit={visit} />}
      </Section>
    </>,
  )
}
