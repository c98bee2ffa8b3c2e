import type { Translate } from '#kernel/locale.ts'
import { formatNumber } from '#kernel/locale.ts'
import type { Children, Hidden, Link } from '../../vocabulary.ts'
import { Button } from '../button/button.tsx'
import { HiddenValues } from '../hidden-values/hidden-values.tsx'

export interface FacetOption {
  readonly value: string
  readonly label: string
  readonly count: number
  readonly checked?: boolean | undefined
}

export interface FacetProps {
  /** Name of the parameter; unique in the form. */
  readonly name: string
  readonly title: string
  readonly options: readonly FacetOption[]
  /** One of them (radio) instead of several. */
  readonly single?: boolean | undefined
  readonly open?: boolean | undefined
  /** How many stand there before "n weitere"; chosen ones always do. */
  readonly shown?: number | undefined
  /** "9 weitere Themen"; the count is filled in when it is left out. */
  readonly more?: string | undefined
  /** A further way at the end: "Ort oder Postleitzahl wählen". */
  readonly link?: Link | undefined
  readonly t: Translate
}

/** From this many values on that can be picked, a field to search in them (the island `facet`). */
const longList = 12

const Option = ({
  facet,
  option,
  index,
}: {
  readonly facet: FacetProps
  readonly option: FacetOption
  readonly index: string
}) => {
  const id = `f-${facet.name}-${index}`
  const none = option.count === 0 && !option.checked
  return (
    <li class={none ? 'is-disabled' : undefined}>
      <input
        type={facet.single ? 'radio' : 'checkbox'}
        id={id}
        name={facet.name}
        value={option.value}
        checked={option.checked ?? false}
        disabled={none}
      />
      <label for={id}>{option.label}</label>
      <span class="n">{formatNumber(option.count, facet.t.lang)}</span>
    </li>
  )
}

/** One question to narrow the results by, with counts. Nothing found stays in sight, but locked. */
export function Facet(props: FacetProps) {
  const { options, shown = 5, t, title, link } = props
  const first = options.filter((option, i) => i < shown || option.checked)
  const rest = options.filter((option) => !first.includes(option))
  const chosen = options.some((option) => option.checked)
  const long = options.filter((option) => option.count > 0 || option.checked).length >= longList
  const list = (some: readonly FacetOption[], mark: string) => (
    <ul>
      {some.map((option, i) => (
        <Option key={option.value} facet={props} option={option} index={`${mark}${i}`} />
      ))}
    </ul>
  )
  return (
    <details
      class="alm-facet"
      open={props.open ?? chosen}
      data-search={long ? t('ui.facet.within', { name: title }) : undefined}
      data-none={t('ui.facet.none')}
    >
      <summary>{title}</summary>
      <fieldset>
        <legend class="kern-sr-only">{title}</legend>
        {list(first, '')}
        {rest.length > 0 && (
          <details class="alm-facet__more">
            <summary>{props.more ?? t('ui.facet.more', { count: rest.length })}</summary>
            {list(rest, 'm')}
          </details>
        )}
        {link && (
          <p class="alm-facet__link">
            <a class="alm-link" href={link.href}>
              {link.text}
            </a>
          </p>
        )}
      </fieldset>
    </details>
  )
}

export interface FacetFormProps {
  readonly action: string
  /** Words, sorting and whatever else the answer must keep. */
  readonly hidden?: Hidden | undefined
  /** How many filters are on; named on the closed panel of the phone. */
  readonly chosen: number
  readonly t: Translate
  readonly children: Children
}

/** All facets and their button. Below 1024 px a panel to open. */
export const FacetForm = ({ action, hidden, chosen, t, children }: FacetFormProps) => (
  <form class="alm-facetform" aria-label={t('ui.facet.form')} method="get" action={action}>
    <HiddenValues values={hidden} />
    <details class="alm-facets">
      <summary>{chosen > 0 ? t('ui.facet.chosen', { count: chosen }) : t('ui.facet.open')}</summary>
      <div>
        {children}
        <div class="alm-facets__apply">
          <Button kind="secondary" text={t('ui.facet.apply')} />
        </div>
      </div>
    </details>
  </form>
)
