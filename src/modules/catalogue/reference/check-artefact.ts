import type { Quad } from '@rdfjs/types'
import { readRdf } from '#standards/rdf'
import type { Artefact } from './manifest.ts'
import { readMunicipalities } from './municipalities.ts'

/** What an artefact turned out to hold; `fault` names in one word what is wrong with it, with a number where one helps. */
export interface Checked {
  readonly count: number
  readonly quads: readonly Quad[]
  readonly fault?: string
}

/** Reads an artefact and counts what is in it. Never throws for bad content. */
export async function checkArtefact(artefact: Artefact, content: Uint8Array, fileName: string): Promise<Checked> {
  if (artefact.kind === 'municipalities') return counted(readMunicipalities(text(content)).length)
  if (artefact.kind === 'boundaries') return counted(features(text(content)))
  const { quads, fault } = await readRdf(content, {
    fileName,
    contentType: artefact.mediaType,
    baseIRI: artefact.address ?? 'https://relative.invalid/',
  })
  return fault
    ? { count: quads.length, quads, fault: `${fault.code}${fault.line ? ` (${fault.line})` : ''}` }
    : { count: quads.length, quads }
}

const counted = (count: number): Checked => ({ count, quads: [] })
const text = (content: Uint8Array) => new TextDecoder().decode(content)

function features(json: string): number {
  try {
    const read: unknown = JSON.parse(json)
    const list = typeof read === 'object' && read !== null && 'features' in read ? read.features : undefined
    return Array.isArray(list) ? list.length : 0
  } catch {
    return 0
  }
}
