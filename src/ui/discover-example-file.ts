import { pathToFileURL } from 'node:url'

/** Loads a file of examples. In the bundle (tools/bundle.mjs) another stands in its place, which takes them from there: HTML of two houses does not mix. */
export const exampleFile = (file: string): Promise<{ examples?: unknown }> => import(pathToFileURL(file).href)
