import { isObject } from '#kernel/json.ts'

/** What a CKAN answer holds. Accepts `package_search`, `package_show`, `current_package_list_with_resources`, and bare lists of packages. */
export interface CkanAnswer {
  packages: unknown[]
  /** Address of the portal, where the answer names it. */
  base?: string
}

/** Whether something looks like a CKAN package: it has a name or title beside resources or an owner. */
export const isPackage = (value: unknown): value is Record<string, unknown> =>
  isObject(value) &&
  ('name' in value || 'title' in value) &&
  ('resources' in value || 'owner_org' in value || 'license_id' in value || 'extras' in value)

function packagesIn(result: unknown): unknown[] | undefined {
  if (isPackage(result)) return [result]
  // DKAN 7 wraps its list once more.
  const list =
    isObject(result) && Array.isArray(result.results) ? result.results : Array.isArray(result) ? result.flat(1) : undefined
  return list && (list.length === 0 || list.some(isPackage)) ? list : undefined
}

/** Takes the packages out of a CKAN answer; undefined when it is none. */
export function readPackageSearch(json: unknown): CkanAnswer | undefined {
  const wrapped = isObject(json) && 'result' in json && ('success' in json || 'help' in json)
  const packages = packagesIn(wrapped ? json.result : json)
  // An empty list means nothing found only where CKAN says so.
  if (!packages || (packages.length === 0 && !wrapped)) return undefined
  const help = wrapped && typeof json.help === 'string' && URL.canParse(json.help) ? new URL(json.help) : undefined
  const base = help && /^https?:$/.test(help.protocol) ? help.origin + help.pathname.replace(/\/api\/.*$/, '') : undefined
  return { packages, ...(base === undefined ? {} : { base: base.replace(/\/$/, '') }) }
}
