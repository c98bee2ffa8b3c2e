import { formatBytes, type Translate } from '#kernel/locale.ts'
import { FileField } from '#ui/components/file-field/file-field.tsx'
import { ChoiceField } from '#ui/components/form-field/form-field.tsx'
import { acceptedBy, kindName } from '../../../model/file-kind.ts'
import type { AnswerFile, KnownFiles } from '../model/answer.ts'
import { filesAllowed, largestFile, type Question, typesOf } from '../model/questionnaire.ts'
import { partName } from '../model/read-answer.ts'
import { uploadName } from '../use-cases/take-files.ts'
import type { FieldFault } from './question-groups.tsx'

/** The kinds of files that a question takes, as people say them: "Bilder (JPG, PNG, WebP) oder PDF". */
export function typesInWords(question: Question, t: Translate): string {
  const words = typesOf(question).map((one) => t(`participation.survey.types.${one}`))
  const last = words.at(-1) ?? ''
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} ${t('participation.survey.or')} ${last}` : last
}

/** A file as a line says it: name, kind, size. */
export const fileInWords = ({ name, mediaType, bytes }: AnswerFile, t: Translate): string =>
  `${name} (${kindName(mediaType)}, ${formatBytes(bytes, t.lang).replace(' ', '\u00a0')})`

interface FilesFieldProps {
  readonly question: Question
  readonly filled: URLSearchParams
  readonly files: KnownFiles
  readonly fault: FieldFault | undefined
  readonly t: Translate
}

/** Files to choose, and those that are there already: a tick taken away takes the file out. */
export function FilesField({ question, filled, files, fault, t }: FilesFieldProps) {
  const { id, title, help } = question
  const most = filesAllowed(question)
  const there = [...new Set(filled.getAll(id))].flatMap((value) => {
    const file = files.get(value)
    return file ? [{ value, label: fileInWords(file, t) }] : []
  })
  return (
    <>
      <FileField
        id={id}
        name={uploadName(question)}
        label={title}
        help={[help, t('participation.survey.files.most', { count: most })].filter(Boolean).join(' ')}
        accept={acceptedBy(typesOf(question))}
        types={typesInWords(question, t)}
        maxSize={largestFile}
        several={most > 1}
        optional={!question.required}
        {...(fault ? { error: fault.text } : {})}
        t={t}
      />
      {there.length > 0 && (
        <ChoiceField
          id={partName(question, 'dabei')}
          name={id}
          label={t('participation.survey.files.there', { question: title })}
          help={t('participation.survey.files.there.help')}
          several
          options={there}
          values={there.map(({ value }) => value)}
          t={t}
        />
      )}
    </>
  )
}
