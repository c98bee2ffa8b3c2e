import type { Translate } from '#kernel/locale.ts'

/** One thing that can be done with several rows: "Archivieren". */
export interface Deed {
  readonly value: string
  readonly label: string
}

export interface BulkBarProps {
  readonly id: string
  readonly deeds: readonly Deed[]
  readonly picked: number
  readonly allHref: string
  readonly noneHref?: string | undefined
  readonly t: Translate
}

/** What to do with the chosen rows. The island `data-table` puts a box for all in place of the link, and keeps the count. */
export const BulkBar = ({ id, deeds, picked, allHref, noneHref, t }: BulkBarProps) => (
  <div class="alm-bulk">
    <p class="alm-bulk__all">
      {picked > 0 && noneHref ? <a href={noneHref}>{t('ui.list.pickNone')}</a> : <a href={allHref}>{t('ui.list.pickAll')}</a>}
    </p>
    <p class="alm-bulk__count" role="status">
      {picked > 0 ? t('ui.list.picked', { count: picked }) : ''}
    </p>
    <div class="alm-bulk__deed">
      <label for={`${id}-tat`}>{t('ui.list.deed')}</label>
      <select class="alm-select" id={`${id}-tat`} name="tat" required>
        <option value="">{t('ui.list.deedChoose')}</option>
        {deeds.map((deed) => (
          <option key={deed.value} value={deed.value}>
            {deed.label}
          </option>
        ))}
      </select>
      <button class="alm-copy" type="submit">
        {t('ui.list.deedDo')}
      </button>
    </div>
  </div>
)
