/** Addresses that lie here and not on the web: a table that somebody uploaded, a folder that an operator opened. */
const upload = /^datei:([0-9a-f]{64})\/([^/]{1,150})$/
const folder = /^ordner:(.{0,500})$/

export const isLocal = (address: string): boolean => upload.test(address) || folder.test(address)

/** The address of an uploaded file: its fingerprint and the name it had. */
export const uploadAddress = (sha256: string, name: string): string => `datei:${sha256}/${name.replaceAll('/', '_')}`

export function readUpload(address: string): { readonly sha256: string; readonly name: string } | undefined {
  const [, sha256, name] = upload.exec(address) ?? []
  return sha256 && name ? { sha256, name } : undefined
}

/** The path of a folder or a file in it, below the folder of the tenant; '' for that folder itself. */
export const readFolder = (address: string): string | undefined => folder.exec(address)?.[1]?.trim()

export const folderAddress = (path: string): string => `ordner:${path}`
