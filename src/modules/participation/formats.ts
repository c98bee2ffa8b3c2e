import { discover } from '#platform/discover'
import { checkFormat, type Format } from './format.ts'
import { knowFormats } from './known-formats.ts'

/** The formats that lie in formats/, read once at start. A broken one is named in the log, and the others go on without it. */
export const { slots: formats, broken: brokenFormats } = await discover<Format>(
  new URL('./formats/', import.meta.url),
  'format',
  checkFormat,
)

knowFormats(formats)
