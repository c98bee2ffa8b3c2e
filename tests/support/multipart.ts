/** A file of a form, by the name of its field. */
export interface SentFile {
  readonly field: string
  readonly name: string
  readonly content: Uint8Array | string
  /** Its type, as a browser guesses it from the name; none where left out. */
  readonly type?: string
}

/** A form with files as a browser sends it (RFC 7578). */
export function multipart(
  fields: Readonly<Record<string, string | readonly string[]>>,
  files: readonly SentFile[],
): { readonly type: string; readonly payload: Buffer } {
  const edge = 'x-border-x'
  const part = (head: string, content: Uint8Array | string) => [
    `--${edge}\r\ncontent-disposition: form-data; ${head}\r\n\r\n`,
    content,
    '\r\n',
  ]
  const parts = [
    ...Object.entries(fields).flatMap(([name, value]) => [value].flat().flatMap((one) => part(`name="${name}"`, one))),
    ...files.flatMap(({ field, name, content, type }) =>
      part(`name="${field}"; filename="${name}"${type ? `\r\ncontent-type: ${type}` : ''}`, content),
    ),
    `--${edge}--\r\n`,
  ]
  return { type: `multipart/form-data; boundary=${edge}`, payload: Buffer.concat(parts.map((one) => Buffer.from(one))) }
}
