/** Encodings that German offices really deliver. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** Finds the encoding: a byte order mark, else UTF-8 where the bytes are valid UTF-8, else windows-1252, which accepts everything. `whole` is false when the bytes were cut off, so that half a character at the end is no fault. */
export function detectEncoding(bytes: Uint8Array, whole: boolean): TextEncoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !whole })
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}

/** Text without byte order mark; bytes that are no character become U+FFFD. */
export const decodeText = (bytes: Uint8Array, encoding: TextEncoding): string => new TextDecoder(encoding).decode(bytes)
