import { formatMoment } from '#kernel/clock.ts'
import { formatDay } from '#kernel/day.ts'
import type { View, Visit } from '#platform/http'
import { titleOf } from '#standards/dcat-ap-de'
import { Badge } from '#ui/components/badge/badge.tsx'
import { Block } from '#ui/components/block/block.tsx'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Confirm } from '#ui/components/confirm/confirm.tsx'
import { Empty } from '#ui/components/empty/empty.tsx'
import { Facts } from '#ui/components/facts/facts.tsx'
import { TextArea } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { VersionStep } from '#ui/components/version-step/version-step.tsx'
import { routes } from '../../routes.ts'
import type { Draft, Entry } from '../../store/draft-tables.ts'
import type { Charge, KeptResource } from '../../store/version-store.ts'
import { remindableFrom, remindFaults } from '../../use-cases/edit/remind-overdue.ts'
import type { RecordStep } from '../../use-cases/edit/versions.ts'
import { entriesFrame } from '../entries/entries-frame.ts'
import { mayRemind } from '../entries/entry-words.tsx'
import { diffFields } from '../reviews/draft-view.tsx'

export interface HistoryContent {
  readonly resource: KeptResource
  readonly versions: readonly RecordStep[]
  readonly open: Draft | undefined
  readonly charge: Charge
  /** Where it was taken in from, also when staff keeps it now. */
  readonly origin: string | undefined
  readonly entry: Entry | undefined
  readonly people: ReadonlyMap<string, string>
}

/** A button that posts and nothing else. */
const Post = ({ action, text, kind = 'secondary' }: { action: string; text: string; kind?: 'primary' | 'secondary' }) => (
  <form method="post" action={action}>
    <Button text={text} kind={kind} />
  </form>
)

/** Whether staff keeps it now, though it was taken in from elsewhere. */
const canGiveBack = ({ resource, origin, open }: HistoryContent) =>
  origin !== undefined && resource.ownSince !== null && resource.state === 'published' && !open

function Deeds(content: HistoryContent, visit: Visit) {
  const { resource, open, entry } = content
  const { remindedAt } = content.charge
  const { t } = visit
  const { id, slug } = resource
  const edit = visit.may('catalogue/edit')
  return (
    <Actions>
      {open ? (
        <Button text={t('catalogue.history.open-draft')} href={visit.to(routes.draft, { id: open.id })} />
      ) : (
        edit && <Post action={visit.to(routes.changeResource, { id })} text={t('catalogue.history.change')} kind="primary" />
      )}
      {entry && mayRemind(entry, visit) && (!remindedAt || remindableFrom(remindedAt) <= visit.now) && (
        <Post action={visit.to(routes.remind, { id })} text={t('catalogue.remind.do')} />
      )}
      {edit && <Post action={visit.to(routes.copyResource, { id })} text={t('catalogue.history.copy')} />}
      <a class="alm-link" href={visit.to(routes.dataset, { slug })}>
        {t('catalogue.draft.see')}
      </a>
      {visit.may('catalogue/withdraw') && canGiveBack(content) && (
        <a class="alm-link" href={visit.to(routes.giveBackPage, { id })}>
          {t('catalogue.history.give-back')}
        </a>
      )}
      {visit.may('catalogue/withdraw') &&
        (resource.state === 'withdrawn' ? (
          <Post action={visit.to(routes.restoreWithdrawn, { id })} text={t('catalogue.history.restore-withdrawn')} />
        ) : (
          <a class="alm-link" href={visit.to(routes.withdrawPage, { id })}>
            {t('catalogue.history.withdraw')}
          </a>
        ))}
    </Actions>
  )
}

function Step({ step, content, visit }: { readonly step: RecordStep; readonly content: HistoryContent; readonly visit: Visit }) {
  const { t, lang } = visit
  const { people, resource, open, versions } = content
  const who = step.releasedBy
    ? (people.get(step.releasedBy) ?? t('catalogue.draft.somebody'))
    : step.source
      ? t('catalogue.history.import', { source: step.source })
      : t('catalogue.history.before')
  const current = step.number === versions[0]?.number && step.hash === resource.hash
  return (
    <VersionStep
      number={step.number}
      current={current}
      made={`${formatMoment(step.releasedAt, lang, 'table')}, ${who}`}
      note={[step.note, step.givenBackTo && t('catalogue.history.given-back', { source: step.givenBackTo })]
        .filter(Boolean)
        .join(' ')}
      changes={diffFields(step.changes)}
      restore={
        !current && !open && visit.may('catalogue/edit')
          ? {
              action: visit.to(routes.restoreVersion, { id: resource.id }),
              text: t('catalogue.history.restore', { number: String(step.number) }),
            }
          : undefined
      }
      t={t}
    />
  )
}

const messages = ['withdrawn', 'restored', 'given-back', 'reminded'] as const
const faults = ['not-given-back', ...remindFaults] as const

/** Why a deed was not done; where the address names no reason of ours, somebody works on the record. */
function faultWords({ query, t }: Pick<Visit, 'query' | 't'>): string | undefined {
  if (!query.has('fehler')) return undefined
  const fault = faults.find((one) => one === query.get('fehler'))
  return t(fault ? `catalogue.history.fault.${fault}` : 'catalogue.history.busy')
}

/** A record as staff sees it: who is in charge, its versions with what was new in each, what can be done with it. */
export function historyView(content: HistoryContent, visit: Visit): View {
  const { resource, versions, charge, people, origin } = content
  const { t, lang } = visit
  const title = titleOf(resource.record, lang)
  const [newest] = versions
  const fault = faultWords(visit)
  const done = messages.find((one) => one === visit.query.get('getan'))
  return {
    title: t('catalogue.history.title', { title }),
    area: 'entries',
    frame: 'staff',
    crumbs: [{ label: t('catalogue.entries.title'), href: visit.to(routes.entries) }, { label: title }],
    body: (
      <>
        {done && <Message kind="success" title={t(`catalogue.history.done.${done}`)} live t={t} />}
        {fault && <Message kind="danger" title={fault} live t={t} />}
        <Head title={title} pre={t(`catalogue.entry.kind.${resource.record.kind}`)} t={t}>
          <p>
            <Badge
              text={t(`catalogue.entry.state.${resource.state}`)}
              kind={resource.state === 'withdrawn' ? 'warning' : 'success'}
            />
          </p>
          {Deeds(content, visit)}
        </Head>
        <Block title={t('catalogue.history.charge')}>
          <Facts
            facts={[
              { name: t('catalogue.entries.column.office'), value: charge.office || t('catalogue.history.nobody') },
              {
                name: t('catalogue.entries.column.responsible'),
                value: (charge.responsible && people.get(charge.responsible)) || t('catalogue.history.nobody'),
              },
              {
                name: t('catalogue.entries.column.source'),
                value:
                  resource.ownSince && origin
                    ? t('catalogue.history.kept-here', {
                        source: origin,
                        day: formatDay(resource.ownSince.toISOString(), lang, 'short'),
                      })
                    : (origin ?? t('catalogue.entry.source.own')),
              },
              ...(charge.remindedAt
                ? [{ name: t('catalogue.remind.last'), value: formatDay(charge.remindedAt.toISOString(), lang, 'short') }]
                : []),
            ]}
          />
        </Block>
        {newest && newest.hash !== resource.hash && (
          <Message kind="info" title={t('catalogue.history.newer', { source: resource.source ?? '' })} t={t}>
            <a class="alm-link" href={visit.to(routes.dataset, { slug: resource.slug })}>
              {t('catalogue.draft.see')}
            </a>
          </Message>
        )}
        {versions.length === 0 ? (
          <Empty level="h2" title={t('catalogue.history.none')} reason={t('catalogue.history.none.reason')} />
        ) : (
          versions.map((step) => <Step key={step.number} step={step} content={content} visit={visit} />)
        )}
      </>
    ),
  }
}

/** Asks for the reason before a record is withdrawn. */
export function withdrawView(resource: KeptResource, visit: Visit, error?: string): View {
  const { t } = visit
  const title = t('catalogue.withdraw.title', { title: titleOf(resource.record, visit.lang) })
  return entriesFrame(
    visit,
    title,
    <Confirm
      title={title}
      happens={[
        t('catalogue.withdraw.happens.page'),
        t('catalogue.withdraw.happens.lists'),
        t('catalogue.withdraw.happens.back'),
      ]}
      action={visit.to(routes.withdraw, { id: resource.id })}
      deed={t('catalogue.withdraw.do')}
      cancel={visit.to(routes.history, { id: resource.id })}
      t={t}
    >
      <TextArea
        id="reason"
        name="reason"
        label={t('catalogue.withdraw.reason')}
        help={t('catalogue.withdraw.reason.help')}
        error={error}
        value={visit.form.get('reason') ?? ''}
        rows={3}
        maxLength={1000}
        t={t}
      />
    </Confirm>,
  )
}
