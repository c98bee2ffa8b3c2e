import { parseArgs } from 'node:util'
import { joinMessages, translator } from '#kernel/locale.ts'
import { type InstallOptions, type InstallStep, installReference } from './install.ts'
import { de } from './locales/de.ts'
import { en } from './locales/en.ts'

/** What a command is given by the program: where to write, where the data lie, whose language. */
export interface CommandIo {
  readonly out: (line: string) => void
  readonly err: (line: string) => void
  readonly dataDir: string
  readonly lang?: 'de' | 'en'
}

/** `reference install [--from DIR] [--json]`. Gives the exit code: 0 all there, 1 something mandatory failed, 2 called wrongly. */
export async function referenceCommand(
  args: readonly string[],
  io: CommandIo,
  test: Partial<InstallOptions> = {},
): Promise<number> {
  const t = translator(io.lang ?? 'de', joinMessages([io.lang === 'en' ? en : de]))
  const read = readArgs(args)
  if (read?.help) {
    io.out(t('catalogue.reference.help'))
    return 0
  }
  if (read?.verb !== 'install') {
    io.err(t('catalogue.reference.help'))
    return 2
  }
  const line = (step: InstallStep) => {
    const { id } = step.artefact
    if (step.outcome !== 'failed') return t(`catalogue.reference.step.${step.outcome}`, { id, count: step.count })
    const reason = step.fault ? t(step.fault.key, step.fault.params) : ''
    return t(step.artefact.mandatory ? 'catalogue.reference.step.failed' : 'catalogue.reference.step.failed-optional', {
      id,
      reason,
    })
  }
  const progress = (step: InstallStep) => (step.outcome === 'failed' || read.json ? io.err : io.out)(line(step))
  const from = read.from === undefined ? {} : { from: read.from }
  const { steps, complete } = await installReference({ dataDir: io.dataDir, ...from, progress, ...test })
  const failed = steps.filter((step) => step.outcome === 'failed')
  if (read.json) {
    const artefacts = steps.map((step) => ({
      id: step.artefact.id,
      outcome: step.outcome,
      count: step.count,
      ...(step.fault ? { reason: line(step) } : {}),
    }))
    io.out(JSON.stringify({ complete, artefacts }, null, 2))
  } else
    io.out(
      t(complete ? 'catalogue.reference.complete' : 'catalogue.reference.incomplete', {
        count: steps.length - failed.length,
        failed: failed.length,
      }),
    )
  return complete ? 0 : 1
}

function readArgs(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        from: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
    return { ...values, verb: positionals[0] }
  } catch {
    return undefined
  }
}
