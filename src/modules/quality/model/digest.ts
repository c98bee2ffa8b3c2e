/** An address that does not answer, with the records that name it. */
export interface BrokenLink {
  readonly tenant: string
  readonly address: string
  readonly since: Date | null
  readonly resources: readonly string[]
}

/** Somebody who is written to. */
export interface Reader {
  readonly address: string
  readonly lang: string
}

/** What one reader is told of one record. */
export interface DigestLine {
  readonly tenant: string
  readonly address: string
  readonly since: Date | null
  readonly resource: string
}

export interface Digest extends Reader {
  readonly lines: readonly DigestLine[]
  /** Told as one in charge of records, as the contact of a portal, or both. */
  readonly owner: boolean
  readonly contact: boolean
}

/**
 * Shares out what does not answer: each record to who is in charge of it, the rest to the contact of the portal. Whoever is both, or in
 * charge in several portals, gets one digest. Without a contact the rest is told to nobody.
 */
export function shareOut(
  links: readonly BrokenLink[],
  owners: (tenant: string, resource: string) => Reader | undefined,
  contacts: (tenant: string) => Reader | undefined,
): Digest[] {
  const digests = new Map<string, { reader: Reader; lines: DigestLine[]; owner: boolean; contact: boolean }>()
  for (const { resources, ...link } of links)
    for (const resource of resources) {
      const owner = owners(link.tenant, resource)
      const reader = owner ?? contacts(link.tenant)
      if (!reader) continue
      const key = reader.address.toLowerCase()
      const known = digests.get(key) ?? { reader, lines: [], owner: false, contact: false }
      known.lines.push({ ...link, resource })
      if (owner) known.owner = true
      else known.contact = true
      digests.set(key, known)
    }
  return [...digests.values()].map(({ reader, ...digest }) => ({ ...reader, ...digest }))
}
