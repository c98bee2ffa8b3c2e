import type { Translate } from '#kernel/locale.ts'
import { Block } from '../block/block.tsx'
import { Button } from '../button/button.tsx'
import { Diff, type DiffField } from '../diff/diff.tsx'
import { Disclosure } from '../disclosure/disclosure.tsx'

export interface VersionStepProps {
  readonly number: number
  /** Whether it is what stands there now. */
  readonly current: boolean
  /** When, and by whom. */
  readonly made: string
  /** What its author said about it. */
  readonly note?: string | null | undefined
  /** What it changed against the version before. */
  readonly changes: readonly DiffField[]
  /** The deed that brings it back; the form sends its number as `fassung`. Left out where that is not possible. */
  readonly restore?:
    | { readonly action: string; readonly text: string; readonly hidden?: Readonly<Record<string, string>> }
    | undefined
  readonly t: Translate
}

/** One version in a history: when and by whom, what was new in it, and the way back to it. The current one stands open. */
export function VersionStep({ number, current, made, note, changes, restore, t }: VersionStepProps) {
  const title = t(current ? 'ui.version.current' : 'ui.version.number', { number: String(number) })
  return (
    <Block id={`fassung-${number}`} title={title}>
      <p class="alm-small alm-muted">{made}</p>
      {note && <p>{note}</p>}
      {changes.length > 0 && (
        <Disclosure title={t('ui.version.changes', { count: changes.length })} open={current}>
          <Diff fields={changes} t={t} />
        </Disclosure>
      )}
      {restore && (
        <form method="post" action={restore.action}>
          {Object.entries({ ...restore.hidden, fassung: String(number) }).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Button text={restore.text} kind="secondary" />
        </form>
      )}
    </Block>
  )
}
