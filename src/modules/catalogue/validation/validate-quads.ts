import type { Quad } from '@rdfjs/types'
import { fail, ok, type Result } from '#kernel/result.ts'
import { splitRecords } from '#standards/shacl'
import type { Finding } from './finding.ts'
import { openValidator, type ValidationFault } from './open-validator.ts'
import type { Profile } from './profiles.ts'

/** What was found in triples. */
export interface QuadsVerdict {
  readonly conforms: boolean
  /** Datasets, series, services and catalogues among what was judged. */
  readonly records: number
  readonly findings: readonly Finding[]
  /** Records that were left out because there were too many or the time was over. */
  readonly left: number
}

export interface ValidateOptions {
  readonly dataDir: string
  /** Is told the number of records done and of all. */
  readonly progress?: (done: number, all: number) => void
  /** Judges no more records than this. */
  readonly most?: number
  /** Judges no further once it is aborted; what was found until then is given. */
  readonly signal?: AbortSignal
}

/** Holds every record among triples against a profile, in a thread of its own that ends with it. */
export async function validateQuads(
  quads: Iterable<Quad>,
  profile: Profile,
  { dataDir, progress, most = Number.POSITIVE_INFINITY, signal }: ValidateOptions,
): Promise<Result<QuadsVerdict, ValidationFault>> {
  const all = [...splitRecords(quads)]
  const parts = all.slice(0, most)
  const validator = openValidator(dataDir)
  try {
    const findings: Finding[][] = []
    let done = 0
    let asked = 0
    const open: Array<Promise<ValidationFault | undefined>> = []
    for (const [at, part] of parts.entries()) {
      await validator.free()
      if (signal?.aborted) break
      asked++
      open.push(
        validator.validate(part, profile).then((verdict) => {
          progress?.(++done, parts.length)
          if (!verdict.ok) return verdict.error
          findings[at] = verdict.value
          return undefined
        }),
      )
    }
    const broken = (await Promise.all(open)).find((one) => one !== undefined)
    if (broken) return fail(broken)
    const found = findings.flat()
    const isRecord = (part: (typeof all)[number]) => part.record !== undefined
    return ok({
      conforms: found.every((one) => one.severity !== 'Violation'),
      records: parts.slice(0, asked).filter(isRecord).length,
      findings: found,
      left: all.slice(asked).filter(isRecord).length,
    })
  } finally {
    await validator.close()
  }
}
