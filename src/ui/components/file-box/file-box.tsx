import type { Translate } from '#kernel/locale.ts'
import type { Children } from '../../vocabulary.ts'

export interface FileBoxProps {
  readonly name: string
  /** What was recognised: "38 Zeilen, 9 Spalten. Erkannt: windows-1252, Semikolon." */
  readonly facts?: Children | undefined
  /** Address where another file can be chosen. */
  readonly replace?: string | undefined
  readonly t: Translate
}

/** The file something stands on, with what was recognised in it. */
export const FileBox = ({ name, facts, replace, t }: FileBoxProps) => (
  <div class="alm-filebox">
    <div>
      <strong>{name}</strong>
      {facts && <p class="alm-small alm-muted">{facts}</p>}
    </div>
    {replace && (
      <a class="alm-link" href={replace} aria-label={t('ui.file.replaceNamed', { name })}>
        {t('ui.file.replace')}
      </a>
    )}
  </div>
)
