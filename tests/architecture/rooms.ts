import path from 'node:path'

/** A place with walls: `kernel`, `standards/rdf`, `platform/db`, `ui`, `modules/catalogue`, `interop/ckan`, `shell`, `app`, `tests`, `tools`, `bench`. */
export type Room = string

const divided = new Set(['standards', 'platform', 'modules', 'interop'])
const whole = new Set(['kernel', 'ui', 'shell'])

/** The slots a module may have; each folder below one is an addition that nobody else knows. */
export const slotNames = ['harvesters', 'checks', 'formats', 'decoders'] as const

/** The room a file lies in, or undefined where the house has no such floor. */
export function roomOf(file: string): Room | undefined {
  const [top, floor, room, rest] = file.split('/')
  if (top === 'tests' || top === 'tools' || top === 'bench') return top
  if (top !== 'src' || !floor) return undefined
  if (room === undefined) return 'app'
  if (whole.has(floor)) return floor
  return divided.has(floor) && rest !== undefined ? `${floor}/${room}` : undefined
}

/** The slot a file lies in (`src/modules/catalogue/harvesters/ckan`), or undefined. */
export function slotOf(file: string): string | undefined {
  const parts = file.split('/')
  const [src, modules, , slot] = parts
  if (src !== 'src' || modules !== 'modules' || !slotNames.some((name) => name === slot) || parts.length < 6) return undefined
  return parts.slice(0, 5).join('/')
}

export const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file)

/** The room behind a door such as `#platform/db`, or undefined when no such door can be. */
export function roomBehind(door: string, modules: ReadonlySet<string>): Room | undefined {
  const [head = '', name = ''] = door.slice(1).split('/')
  if (head === 'kernel' || head === 'ui') return head
  if (head === 'standards' || head === 'platform' || head === 'interop') return `${head}/${name}`
  if (head === 'plaques') return `modules/${name}`
  if (head === 'shell' || head === 'app') return head
  if (head === 'support') return 'tests'
  return modules.has(head) ? `modules/${head}` : undefined
}

const everything = ['kernel', 'standards', 'platform', 'ui', 'modules', 'interop', 'shell', 'app', 'tests', 'tools']
const module = ['kernel', 'platform', 'ui']
const upper = [...module, 'standards', 'modules/identity', 'modules/catalogue']

/**
 * Who may knock at whose door. A floor's name stands for all its rooms.
 * Inside `standards` and inside `platform` a room may use its neighbour's door, as long as no circle arises.
 */
const grants: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  standards: ['kernel', 'standards'],
  platform: ['kernel', 'platform'],
  ui: ['kernel'],
  'modules/identity': module,
  'modules/catalogue': [...module, 'standards', 'modules/identity'],
  'modules/cockpit': upper,
  'modules/participation': upper,
  'modules/sensors': upper,
  'modules/harvest': upper,
  'modules/quality': upper,
  'modules/webhooks': upper,
  'modules/network': [...module, 'modules/identity', 'modules/catalogue', 'modules/participation'],
  interop: ['kernel', 'standards', 'platform', 'ui', 'modules'],
  shell: [...module, 'modules/identity'],
  app: everything,
  tests: everything,
  tools: everything,
  bench: everything,
}

export const floorOf = (room: Room): string => room.split('/')[0] ?? room

/** Whether the house's table lets `from` use `to`. A room without a line in the table may use nothing. */
export function mayUse(from: Room, to: Room): boolean {
  if (from === to) return true
  const granted = grants[from] ?? grants[floorOf(from)] ?? []
  return granted.includes(to) || granted.includes(floorOf(to))
}

/** The file a relative import points at, relative to the root. */
export const pointsAt = (file: string, specifier: string): string => path.posix.join(path.posix.dirname(file), specifier)
