import type { View, Visit } from '#platform/http'
import type { SlowDown } from '#platform/slow-down'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { Facts } from '#ui/components/facts/facts.tsx'
import { CheckField, ChoiceField, TextArea, TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { HiddenValues } from '#ui/components/hidden-values/hidden-values.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Puzzle, puzzleIslands } from '#ui/components/puzzle/puzzle.tsx'
import { type NoticeFault, noticeLongest, noticeReasons, withoutName } from '../../model/notice.ts'
import { routes } from '../../routes.ts'

export interface ReportForm {
  /** What is reported, found: its name, its address, and the fields that name it again. */
  readonly about?:
    | {
        readonly name: string
        readonly address: string
        readonly href: string
        readonly hidden: Readonly<Record<string, string>>
      }
    | undefined
  readonly typed: Readonly<Record<string, string>>
  readonly faults: readonly NoticeFault[]
  readonly slow?: SlowDown | undefined
}

/** "Etwas melden" (DSA Art. 16): exact address, reason, explanation, who one is, good faith. */
export function reportView(visit: Visit, form: ReportForm): View {
  const { t } = visit
  const { about, typed, faults, slow } = form
  const words = (fault: NoticeFault) => t(`participation.notice.fault.${fault.field}.${fault.fault}`)
  const field = (name: NoticeFault['field']) => {
    const fault = faults.find((one) => one.field === name)
    return {
      id: name,
      name,
      t,
      label: t(`participation.notice.field.${name}`),
      help: t(`participation.notice.field.${name}.help`),
      ...(fault ? { error: words(fault) } : {}),
    }
  }
  const value = (name: string) => typed[name] ?? ''
  return {
    title: t('participation.notice.title'),
    area: 'participation',
    robots: 'noindex',
    crumbs: [{ label: t('participation.nav'), href: visit.to(routes.procedures) }, { label: t('participation.notice.title') }],
    islands: slow ? puzzleIslands : [],
    body: (
      <>
        <Head title={t('participation.notice.title')} lead={t('participation.notice.lead', { name: visit.site.name })} t={t} />
        <ErrorSummary faults={faults.map((fault) => ({ field: fault.field, text: words(fault) }))} t={t} />
        <form class="alm-form" method="post" action={visit.to(routes.sendReport)} noValidate>
          {about ? (
            <>
              <HiddenValues values={about.hidden} />
              <Facts
                facts={[
                  { name: t('participation.notice.about'), value: about.name },
                  {
                    name: t('participation.notice.address'),
                    value: (
                      <a class="alm-link" href={about.href}>
                        {about.address}
                      </a>
                    ),
                  },
                ]}
              />
            </>
          ) : (
            <TextField {...field('was')} value={value('was')} maxLength={500} />
          )}
          <ChoiceField
            {...field('reason')}
            values={typed.reason ? [typed.reason] : []}
            options={noticeReasons.map((one) => ({
              value: one,
              label: t(`participation.notice.reason.${one}`),
              ...(withoutName.has(one) ? { help: t('participation.notice.nameless') } : {}),
            }))}
          />
          <TextArea {...field('explanation')} value={value('explanation')} rows={5} maxLength={noticeLongest.body} />
          <TextField {...field('name')} value={value('name')} maxLength={noticeLongest.name} autocomplete="name" />
          <TextField {...field('email')} value={value('email')} type="email" autocomplete="email" />
          <CheckField {...field('faith')} checked={typed.faith !== undefined} />
          {slow && <Puzzle challenge={slow.challenge} until={slow.until} email={visit.site.contact.email} t={t} />}
          <Actions>
            <Button text={t('participation.notice.send')} />
          </Actions>
        </form>
        <LinkList links={[{ href: visit.to(routes.rules), text: t('participation.rules.title') }]} />
      </>
    ),
  }
}
