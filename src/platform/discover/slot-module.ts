import { pathToFileURL } from 'node:url'

/** Loads the entry file of a slot. In the bundle (tools/bundle.mjs) another stands in its place, which takes the slot from there. */
export const slotModule = (file: string): Promise<{ default?: unknown }> => import(pathToFileURL(file).href)
