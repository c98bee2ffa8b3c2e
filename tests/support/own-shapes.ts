import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { installReference, type Profile, profiles } from '#catalogue'

/** Installs rules of a test's own in the place of every official file of some profiles. */
export async function installOwnShapes(dataDir: string, turtle: string, wanted: readonly Profile[]): Promise<void> {
  writeFileSync(path.join(dataDir, 'rules.ttl'), turtle)
  const artefacts = [...new Set(wanted.flatMap((profile) => profiles[profile].shapes))].map((id) => ({
    id,
    kind: 'shapes' as const,
    address: undefined,
    mediaType: 'text/turtle',
    licence: 'CC0',
    folder: ['rules.ttl'],
    least: 1,
    mandatory: true,
  }))
  await installReference({ dataDir, from: dataDir, artefacts })
}
