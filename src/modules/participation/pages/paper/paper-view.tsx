import { formatDay } from '#kernel/day.ts'
import type { View, Visit } from '#platform/http'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Qr } from '#ui/components/qr/qr.tsx'
import { Section } from '#ui/components/section/section.tsx'
import type { Children } from '#ui/vocabulary.ts'
import { phaseFor } from '../../model/procedure.ts'
import type { Asked } from '../../model/submission.ts'
import { routes } from '../../routes.ts'
import type { ShownProcedure } from '../../use-cases/open-procedure.ts'
import { procedureCrumbs } from '../crumbs.ts'
import { officeLines } from '../enter/receipt-view.tsx'
import { lastDay } from '../words.ts'

/** A question with lines to write on. */
const Lines = ({ label, help, lines }: { readonly label: string; readonly help?: string; readonly lines: number }) => (
  <div class="participation-lines">
    <p>
      <b>{label}</b> {help && <span class="alm-small">{help}</span>}
    </p>
    {Array.from({ length: lines }, (_, i) => (
      <div key={`${i}`} class="participation-line" aria-hidden="true" />
    ))}
  </div>
)

/** The questions of the form, as `SubmissionFields` asks them. */
function Questions({ asked, visit }: { readonly asked: Asked; readonly visit: Visit }) {
  const { t } = visit
  const question = (name: string) => ({ label: t(`participation.field.${name}`), help: t(`participation.field.${name}.help`) })
  const freely = t('ui.field.optional')
  return (
    <>
      <Lines {...question('title')} lines={2} />
      <Lines {...question('body')} lines={12} />
      {asked.categories.length > 0 && (
        <div class="participation-lines">
          <p>
            <b>{t('participation.field.category')}</b> <span class="alm-small">{t('participation.paper.tick')}</span>
          </p>
          <ul class="participation-boxes">
            {asked.categories.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </div>
      )}
      {asked.place !== 'no' && (
        <Lines
          label={t('participation.field.place')}
          help={
            asked.place === 'maybe' ? `(${freely}) ${t('participation.field.place.help')}` : t('participation.field.place.help')
          }
          lines={1}
        />
      )}
      <Lines label={t('participation.field.author')} help={`(${freely}) ${t('participation.field.author.help')}`} lines={1} />
      <Lines label={t('participation.paper.address')} help={`(${freely}) ${t('participation.paper.address.help')}`} lines={3} />
    </>
  )
}

/** The same questions on paper: where it goes, by when, and a code that leads to the procedure. Undefined where nothing is asked. */
export function paperView(visit: Visit, opened: ShownProcedure): View | undefined {
  const { t, lang, site } = visit
  const { procedure, phases, format, settings } = opened
  const asked = format.asked?.(settings)
  const questions: Children | undefined =
    format.paper?.(visit, opened, settings) ?? (asked && <Questions asked={asked} visit={visit} />)
  if (!questions) return undefined
  const end = phaseFor(phases, 'submit', visit.now)?.endsAt
  const address = visit.address(site, routes.procedure, { slug: procedure.slug })
  return {
    title: t('participation.paper.title', { title: procedure.title }),
    robots: 'noindex',
    area: 'participation',
    crumbs: procedureCrumbs(visit, procedure, t('participation.paper.link')),
    body: (
      <>
        <Head pre={t('participation.paper.pre', { name: site.name })} title={procedure.title} lead={procedure.lead} t={t}>
          <p class="participation-screen alm-small">{t('participation.paper.print')}</p>
          <div class="participation-screen">
            <LinkList
              links={[{ href: visit.to(routes.procedure, { slug: procedure.slug }), text: t('participation.closed.back') }]}
            />
          </div>
        </Head>
        <Section title={t('participation.paper.where')} id="wohin">
          <div class="participation-code">
            <Qr text={address} label={t('participation.paper.code')} />
            <div>
              <p>
                {end ? t('participation.paper.until', { date: formatDay(lastDay(end), lang) }) : t('participation.paper.no-end')}
              </p>
              <p>
                {officeLines(procedure, visit).map((line) => (
                  <>
                    {line}
                    <br />
                  </>
                ))}
              </p>
              <p class="alm-small">
                {t('participation.paper.online')} <span class="participation-hash">{address}</span>
              </p>
            </div>
          </div>
        </Section>
        <Section title={t(format.ownTables ? 'participation.paper.yours.own' : 'participation.paper.yours')} id="fragen">
          {questions}
        </Section>
        <Section title={t('participation.paper.then')} id="danach">
          <p>{t(format.ownTables ? 'participation.paper.then.own' : 'participation.paper.then.text')}</p>
          {format.ownTables ? (
            format.after?.(opened, visit).map((step) => (
              <p key={step.title}>
                <b>{step.title}</b> {step.text}
              </p>
            ))
          ) : (
            <p>{t('participation.submit.public')}</p>
          )}
          <p class="alm-small">{t('participation.paper.office')}</p>
          <p class="alm-small">{t('participation.paper.register')} ____________________</p>
        </Section>
      </>
    ),
  }
}
