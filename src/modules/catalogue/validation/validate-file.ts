import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { fail, ok, type Result } from '#kernel/result.ts'
import { type RdfFault, readRdf } from '#standards/rdf'
import type { Finding } from './finding.ts'
import type { ValidationFault } from './open-validator.ts'
import type { Profile } from './profiles.ts'
import { validateQuads } from './validate-quads.ts'

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

/** A document that its parser refused. */
export const unreadable = (file: string, rdf: RdfFault): FileFault => ({
  key: rdf.line === undefined ? 'catalogue.validation.fault.rdf' : 'catalogue.validation.fault.rdf-line',
  params: { file, line: rdf.line ?? 0 },
  rdf,
})

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
  if (fault) return fail(unreadable(fileName, fault))
  if (quads.length === 0) return fail({ key: 'catalogue.validation.fault.empty', params: { file: fileName } })
  const judged = await validateQuads(quads, profile, options)
  return judged.ok
    ? ok({ conforms: judged.value.conforms, records: judged.value.records, findings: judged.value.findings })
    : judged
}
