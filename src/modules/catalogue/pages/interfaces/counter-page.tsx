import type { View, Visit } from '#platform/http'
import { Copy } from '#ui/components/copy/copy.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { routes } from '../../routes.ts'
import { Addresses } from './addresses.tsx'
import { type Counter, type CounterSample, counters } from './counters.ts'

/** The help page of a counter: addresses that answer, examples to copy, and its rules. */
export function counterView(visit: Visit, counter: Counter, sample: CounterSample): View {
  const { t, site } = visit
  const text = (key: string, values = {}) => t(`catalogue.counters.${counter.id}.${key}`, values)
  const lines = counter.addresses(sample, visit.now).map(({ route, params, query, gives }) => ({
    href: visit.to(route, params, query),
    address: visit.address(site, route, params, query),
    what: text(gives, { word: sample.word }),
  }))
  const examples = counter.examples(sample, (route, params) => visit.address(site, route, params))
  return {
    title: text('name'),
    description: text('lead'),
    area: 'interfaces',
    crumbs: [{ label: t('catalogue.nav.interfaces'), href: visit.to(routes.interfaces) }, { label: text('name') }],
    islands: ['copy'],
    body: (
      <>
        <Head t={t} title={text('name')} lead={text('lead')} />
        <Section title={t('catalogue.counters.addresses')} id="adressen">
          <Addresses visit={visit} caption={t('catalogue.counters.addresses')} lines={lines} />
        </Section>
        <Section title={t('catalogue.counters.examples')} id="beispiele">
          {examples.map(([title, code]) => (
            <div class="alm-stack" key={title}>
              <h3>{title}</h3>
              <Copy t={t} label={title} text={code} />
            </div>
          ))}
        </Section>
        <Section title={t('catalogue.counters.rules')} id="regeln">
          <ul class="alm-list">
            {counter.rules.map((rule) => (
              <li key={rule}>{text(`rule.${rule}`)}</li>
            ))}
          </ul>
        </Section>
      </>
    ),
  }
}

/** The list of counters on the page of all interfaces. */
export const CounterList = ({ visit }: { readonly visit: Visit }) => (
  <Section title={visit.t('catalogue.counters.title')} id="standards">
    <p>{visit.t('catalogue.counters.text')}</p>
    <ul class="alm-list">
      {counters.map(({ id }) => (
        <li key={id}>
          <a class="alm-link" href={visit.to(routes.counter, { counter: id })}>
            {visit.t(`catalogue.counters.${id}.name`)}
          </a>
        </li>
      ))}
    </ul>
  </Section>
)
