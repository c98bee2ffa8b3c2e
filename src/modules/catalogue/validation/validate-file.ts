import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { fail, ok, type Result } from '#kernel/result.ts'
import { type RdfFault, readRdf } from '#standards/rdf'
import { splitRecords } from '#standards/shacl'
import type { Finding } from './finding.ts'
import { openValidator, type ValidationFault } from './open-validator.ts'
import type { Profile } from './profiles.ts'

/** Why a file could not be read; for RDF with the fault of its parser. */
export interface FileFault extends ValidationFault {
  readonly rdf?: RdfFault
}

/** What a file was found to hold. It conforms when nothing is a violation; warnings and hints do not count. */
export interface FileVerdict {
  readonly conforms: boolean
  /** Datasets, series, services and catalogues in the file. */
  readonly records: number
  readonly findings: readonly Finding[]
}

/** Holds every record of an RDF file against a profile. `progress` is told the number of records done and of all. */
export async function validateFile(
  file: string,
  profile: Profile,
  options: { readonly dataDir: string; readonly progress?: (done: number, all: number) => void },
): Promise<Result<FileVerdict, FileFault>> {
  const fileName = path.basename(file)
  const refused = await stat(file).then(
    (found) => (found.isFile() ? undefined : 'EISDIR'),
    (error: NodeJS.ErrnoException) => error.code ?? error.message,
  )
  if (refused) return fail({ key: 'catalogue.validation.fault.file', params: { file: fileName, detail: refused } })
  const { quads, fault } = await readRdf(createReadStream(file), { fileName })
  if (fault) {
    const key = fault.line === undefined ? 'catalogue.validation.fault.rdf' : 'catalogue.validation.fault.rdf-line'
    return fail({ key, params: { file: fileName, line: fault.line ?? 0 }, rdf: fault })
  }
  if (quads.length === 0) return fail({ key: 'catalogue.validation.fault.empty', params: { file: fileName } })
  const parts = [...splitRecords(quads)]
  const validator = openValidator(options.dataDir)
  try {
    const findings: Finding[][] = []
    let done = 0
    const open: Array<Promise<ValidationFault | undefined>> = []
    for (const [at, part] of parts.entries()) {
      await validator.free()
      open.push(
        validator.validate(part, profile).then((verdict) => {
          options.progress?.(++done, parts.length)
          if (!verdict.ok) return verdict.error
          findings[at] = verdict.value
          return undefined
        }),
      )
    }
    const broken = (await Promise.all(open)).find((one) => one !== undefined)
    if (broken) return fail(broken)
    const all = findings.flat()
    return ok({
      conforms: all.every((one) => one.severity !== 'Violation'),
      records: parts.filter((part) => part.record !== undefined).length,
      findings: all,
    })
  } finally {
    await validator.close()
  }
}
