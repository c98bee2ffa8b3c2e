import { formatBytes } from '#kernel/locale.ts'
import { control, Field, type FieldProps } from '../form-field/field-parts.tsx'

export interface FileFieldProps extends FieldProps {
  /** Endings and types for the browser: `['.csv', 'text/csv']`. The server checks again. */
  readonly accept: readonly string[]
  /** The same for people: "CSV, XLSX oder ODS". */
  readonly types: string
  /** In bytes. */
  readonly maxSize: number
  readonly several?: boolean | undefined
}

/** Chooses a file. The form around it needs `method="post" enctype="multipart/form-data"`. */
export const FileField = ({ accept, types, maxSize, several, ...field }: FileFieldProps) => {
  const allowed = field.t('ui.file.allowed', { types, size: formatBytes(maxSize, field.t.lang) })
  const whole = { ...field, help: field.help ? `${field.help} ${allowed}` : allowed }
  return (
    <Field {...whole}>
      <input {...control(whole)} class="alm-file" type="file" accept={accept.join(',')} multiple={several ?? false} />
    </Field>
  )
}
