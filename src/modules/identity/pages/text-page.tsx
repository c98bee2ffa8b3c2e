import type { ComponentChildren } from 'preact'
import type { Translate } from '#kernel/locale.ts'
import type { Site } from '#kernel/site.ts'
import { Button } from '#ui/components/button/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { TextArea, TextField } from '#ui/components/form-field/form-field.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Section } from '#ui/components/section/section.tsx'
import type { BarrierFault, BarrierReport } from '../use-cases/report-barrier.ts'

interface TextPageProps {
  readonly title: string
  /** The tenant's text as HTML that was made safe; '' when it has none. */
  readonly html: string
  readonly site: Site
  readonly t: Translate
  readonly more?: ComponentChildren
}

/** A legal text of the tenant; where there is none, the page says so and names whom to ask. */
export const TextPage = ({ title, html, site, t, more }: TextPageProps) => (
  <>
    <div class="alm-head">
      <h1>{title}</h1>
    </div>
    {html ? (
      // safeMarkdown leaves nothing that could run.
      <div class="identity-text" dangerouslySetInnerHTML={{ __html: html }} />
    ) : (
      <div class="identity-text">
        <p>{t('identity.text.missing', { name: site.name })}</p>
        <p>
          {t(site.contact.email ? 'identity.text.contact' : 'identity.text.contact.none', {
            organisation: site.contact.organisation,
            email: site.contact.email,
          })}
        </p>
      </div>
    )}
    {more}
  </>
)

interface BarrierFormProps {
  readonly t: Translate
  readonly action: string
  readonly values: BarrierReport
  readonly faults: readonly BarrierFault[]
}

/** The way to report a barrier; works without an account and without script. */
export function BarrierForm({ t, action, values, faults }: BarrierFormProps) {
  const said = (field: BarrierFault['field']) => {
    const found = faults.find((fault) => fault.field === field)
    return found ? { error: t(`identity.barrier.${field}.${found.fault}`) } : {}
  }
  const field = (name: keyof BarrierReport) => ({
    id: name,
    name,
    t,
    label: t(`identity.barrier.${name}`),
    help: t(`identity.barrier.${name}.help`),
    value: values[name],
    ...said(name),
  })
  return (
    <Section title={t('identity.barrier.title')} note={t('identity.barrier.lead')} id="melden">
      <ErrorSummary
        faults={faults.map((fault) => ({ field: fault.field, text: t(`identity.barrier.${fault.field}.${fault.fault}`) }))}
        t={t}
      />
      {/* novalidate: the page itself says what is missing, in its own words and for every browser. */}
      <form class="alm-form" method="post" action={action} noValidate>
        <TextArea {...field('message')} maxLength={5000} />
        <TextField {...field('page')} optional maxLength={500} />
        <TextField {...field('replyTo')} type="email" autocomplete="email" optional />
        <Button text={t('identity.barrier.send')} />
      </form>
    </Section>
  )
}

/** What happens after a report. */
export const Thanks = ({ t, site }: { readonly t: Translate; readonly site: Site }) => (
  <Message kind="success" title={t('identity.barrier.thanks')} live t={t}>
    {t('identity.barrier.thanks.detail', { name: site.name })}
  </Message>
)
