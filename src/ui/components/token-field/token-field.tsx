import { control, Field, type FieldProps } from '../form-field/field-parts.tsx'

export interface TokenFieldProps extends FieldProps {
  readonly values: readonly string[]
  /** A few that fit: shown as text, with script as buttons. */
  readonly suggestions?: readonly string[] | undefined
  /** All that are known, offered while typing. */
  readonly known?: readonly string[] | undefined
  /** Instead of `known`: address that answers `?q=` with `{ suggestions: [{ text }] }`. */
  readonly source?: string | undefined
}

/** What a token field sends, as a list: split at commas and lines, trimmed, without repetition. */
export const tokensOf = (text: string): readonly string[] => [
  ...new Map(
    text
      .split(/[,;\n]/)
      .map((word) => word.trim().replace(/\s+/g, ' '))
      .filter((word) => word !== '')
      .map((word) => [word.toLowerCase(), word]),
  ).values(),
]

/** Keywords: text with commas; the island `token-field` makes words of it that can be taken off. Sends "Spielplatz, Kinder". */
export const TokenField = ({ values, suggestions = [], known, source, ...field }: TokenFieldProps) => {
  const { t } = field
  const help = [
    field.help,
    t('ui.token.help'),
    suggestions.length > 0 ? t('ui.token.suggested', { words: suggestions.join(', ') }) : undefined,
  ]
    .filter(Boolean)
    .join(' ')
  const whole = { ...field, help }
  return (
    <Field {...whole}>
      <div
        class="alm-tokens"
        data-tokens={field.name}
        data-source={source}
        data-suggest={suggestions.length > 0 ? JSON.stringify(suggestions) : undefined}
        data-name={field.label}
        data-list-label={t('ui.token.list', { name: field.label })}
        data-remove={t('ui.token.remove')}
        data-add={t('ui.token.add')}
        data-added={t('ui.token.added')}
        data-removed={t('ui.token.removed')}
        data-twice={t('ui.token.twice')}
        data-none={t('ui.suggest.none')}
        data-one={t('ui.suggest.one')}
        data-many={t('ui.suggest.many')}
      >
        <div class="alm-tokens__field">
          <input
            {...control(whole)}
            class={`kern-form-input__input${field.error ? ' kern-form-input__input--error' : ''}`}
            type="text"
            value={values.join(', ')}
          />
        </div>
        {known && (
          <datalist id={`${field.id}-vorrat`}>
            {known.map((word) => (
              <option key={word} value={word} />
            ))}
          </datalist>
        )}
      </div>
    </Field>
  )
}
