import type { Translate } from '#kernel/locale.ts'
import type { Hidden, Link } from '../../vocabulary.ts'
import { HiddenValues } from '../hidden-values/hidden-values.tsx'
import { Icon } from '../icon/icon.tsx'

export interface SearchBarProps {
  /** Unique on the page; also the id of the input. */
  readonly id?: string | undefined
  /** Where the words go (GET). */
  readonly action: string
  readonly name?: string | undefined
  readonly value?: string | undefined
  /** Visible label, except in the header. */
  readonly label?: string | undefined
  /** `big` on home pages, `small` in the header. */
  readonly size?: 'big' | 'normal' | 'small' | undefined
  readonly hidden?: Hidden | undefined
  readonly often?: readonly Link[] | undefined
  /** Address that answers `?q=` with `{ suggestions: [{ text, kind, href, detail }] }`; needs the island `search-bar`. */
  readonly suggestions?: string | undefined
  readonly t: Translate
  /** For the component page only. */
  readonly state?: 'focus' | undefined
}

/** Label, field and the word "Suchen". */
export function SearchBar({
  id = 'q',
  action,
  name = 'q',
  value,
  label,
  size = 'normal',
  hidden,
  often,
  suggestions,
  t,
  state,
}: SearchBarProps) {
  const words = label ?? t('ui.search.site')
  const small = size === 'small'
  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers of 2023 do not know the search element
    <form
      class={`alm-search alm-search--${size}`}
      role="search"
      aria-label={words}
      method="get"
      action={action}
      data-suggest={suggestions}
      data-list-label={t('ui.search.suggestions')}
      data-one={t('ui.search.suggested', { count: 1 })}
      data-many={t('ui.search.suggested.other')}
      data-none={t('ui.search.suggested.none')}
    >
      <label for={id}>{words}</label>
      <div class={`alm-search__field${state ? ` is-${state}` : ''}`}>
        <input
          id={id}
          type="search"
          name={name}
          value={value}
          maxLength={200}
          autocomplete="off"
          spellcheck={false}
          enterkeyhint="search"
          placeholder={small ? t('ui.search.submit') : undefined}
        />
        {small ? (
          <button type="submit" aria-label={t('ui.search.submit')}>
            <Icon name="search" />
          </button>
        ) : (
          <button class="kern-btn kern-btn--primary" type="submit">
            <span class="kern-label">{t('ui.search.submit')}</span>
          </button>
        )}
      </div>
      <HiddenValues values={hidden} />
      {often && often.length > 0 && (
        <p class="alm-search__hint">
          {t('ui.search.often')}{' '}
          {often.map((link, i) => (
            <span key={link.href}>
              {i > 0 && ', '}
              <a class="alm-link" href={link.href}>
                {link.text}
              </a>
            </span>
          ))}
        </p>
      )}
    </form>
  )
}
