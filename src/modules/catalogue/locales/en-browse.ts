import type { Messages } from '#kernel/locale.ts'

/** Home, themes, publishers, places, metadata quality. */
export const enBrowse: Messages = {}
