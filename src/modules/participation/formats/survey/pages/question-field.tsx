import type { Translate } from '#kernel/locale.ts'
import { ChoiceField, TextArea, TextField } from '#ui/components/form-field/form-field.tsx'
import type { KnownFiles } from '../model/answer.ts'
import { optionsOf, otherOption, type Question } from '../model/questionnaire.ts'
import { longest, partName } from '../model/read-answer.ts'
import { FilesField } from './files-field.tsx'
import { type FieldFault, Group, MatrixField } from './question-groups.tsx'

interface QuestionFieldProps {
  readonly question: Question
  /** What the fields hold, by their names. */
  readonly filled: URLSearchParams
  /** Files that its field names. */
  readonly files?: KnownFiles | undefined
  readonly fault: FieldFault | undefined
  readonly t: Translate
}

const help = (...parts: readonly (string | false)[]): string | undefined => parts.filter(Boolean).join(' ') || undefined

function Choosing({ question, filled, fault, t }: QuestionFieldProps) {
  const { id } = question
  const several = question.kind === 'multiple'
  const words = partName(question, otherOption)
  const atWords = fault?.field === words
  return (
    <>
      <ChoiceField
        id={id}
        name={id}
        label={question.title}
        help={help(
          question.help,
          several &&
            (question.most
              ? t('participation.survey.choose-most', { count: question.most })
              : t('participation.survey.choose-several')),
        )}
        several={several}
        options={optionsOf(question, t('participation.survey.other')).map((one) => ({ value: one.id, label: one.text }))}
        values={filled.getAll(id)}
        optional={!question.required}
        {...(fault && !atWords ? { error: fault.text } : {})}
        t={t}
      />
      {question.other && (
        <TextField
          id={words}
          name={words}
          label={t('participation.survey.other.words', { question: question.title })}
          value={filled.get(words) ?? ''}
          maxLength={longest.other}
          optional
          {...(fault && atWords ? { error: fault.text } : {})}
          t={t}
        />
      )}
    </>
  )
}

/** The fields of one question, whatever its kind; all work by keyboard and without script. */
export function QuestionField(props: QuestionFieldProps) {
  const { question, filled, fault, t } = props
  const { id, kind } = question
  const field = {
    id,
    name: id,
    label: question.title,
    help: help(question.help),
    value: filled.get(id) ?? '',
    optional: !question.required,
    ...(fault ? { error: fault.text } : {}),
    t,
  }
  switch (kind) {
    case 'short':
      return <TextField {...field} maxLength={longest.short} />
    case 'long':
      return <TextArea {...field} maxLength={longest.long} />
    case 'number':
      return <TextField {...field} help={help(question.help, bounds(question, t))} />
    case 'date':
      return <TextField {...field} help={help(question.help, t('participation.survey.date.help'))} />
    case 'single':
    case 'multiple':
    case 'rating':
      return <Choosing {...props} />
    case 'matrix':
      return <MatrixField {...props} />
    case 'file':
      return <FilesField {...props} files={props.files ?? new Map()} />
    default:
      return <Group {...props} />
  }
}

function bounds({ min, max }: Question, t: Translate): string {
  if (min !== null && max !== null) return t('participation.survey.number.between', { min, max })
  if (min !== null) return t('participation.survey.number.from', { min })
  return max !== null ? t('participation.survey.number.to', { max }) : ''
}
