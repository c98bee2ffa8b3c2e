import type { Translate } from '#kernel/locale.ts'

/**
 * Attributes of a form that saves itself (island `autosave`). `address` takes the form's fields (POST, urlencoded, header
 * `x-autosave: 1`) and answers without a redirect: 2xx when it is saved, 422 when it is not, both with HTML where something
 * is to be renewed; 401 or 403 when nobody is signed in; 409 when somebody else has saved meanwhile, which ends the saving.
 * `target` is a CSS selector of elements with ids; those found in the answer replace them. Fields marked
 * `data-autosave-field` in the answer (the version) give their value to the form's field of the same name. What others changed
 * meanwhile comes as `<div data-autosave-set="name"><data value="..."/></div>`: the form shows it from then on, or its next
 * saving would take it back.
 */
export const autosaves = (address: string, target?: string) => ({
  'data-autosave': address,
  ...(target ? { 'data-autosave-target': target } : {}),
})

export interface AutosaveLineProps {
  /** When the draft was saved last, as the server knows it: "10:14". */
  readonly savedAt?: string | undefined
  /** Where both versions are compared after somebody else has saved. Without it the form is sent, and its answer compares. */
  readonly compare?: string | undefined
  /** Name and value of the button that saves by hand: the way without script. */
  readonly name?: string | undefined
  readonly value?: string | undefined
  readonly t: Translate
}

/** "Entwurf speichern" and the line that says when it was saved. Stands inside the form. */
export const AutosaveLine = ({ savedAt, compare, name = 'tat', value = 'entwurf', t }: AutosaveLineProps) => (
  <div class="alm-autosave">
    <button class="kern-btn kern-btn--secondary" type="submit" name={name} value={value} formNoValidate>
      <span class="kern-label">{t('ui.autosave.button')}</span>
    </button>
    <p
      class="alm-small alm-muted"
      role="status"
      data-autosave-line=""
      data-saved={t('ui.autosave.saved')}
      data-merged={t('ui.autosave.merged')}
      data-failed={t('ui.autosave.failed')}
      data-invalid={t('ui.autosave.invalid')}
      data-refused={t('ui.autosave.refused')}
      data-conflict={t('ui.autosave.conflict')}
      data-compare={compare}
      data-compare-text={t('ui.autosave.compare')}
    >
      {savedAt ? t('ui.autosave.saved', { time: savedAt }) : ''}
    </p>
  </div>
)
