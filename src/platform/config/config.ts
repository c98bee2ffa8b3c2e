import { availableParallelism, totalmem } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { readAllowedHosts } from '#platform/outbound-fetch'

const port = z.coerce
  .number('is a number from 0 to 65535')
  .int('is a whole number from 0 to 65535')
  .min(0, 'is a number from 0 to 65535')
  .max(65_535, 'is a number from 0 to 65535')
/** Name and password can be read: special characters in them are percent-encoded. */
function decodable(address: string): boolean {
  try {
    return decodeURIComponent(address) !== ''
  } catch {
    return false
  }
}
const defaultSecret = 'nur-fuer-die-entwicklung-nur-fuer-die-entwicklung'

/** Every setting, with the sentence that `config/example.env` prints above it. */
export const settings = z.object({
  ALLMENDE_MODE: z
    .enum(['production', 'demonstration'], 'is production or demonstration')
    .default('demonstration')
    .describe('production refuses defaults that are only safe on a laptop.'),
  ALLMENDE_DATA: z
    .string()
    .min(1)
    .default('data')
    .describe('Folder for files, search index, reference data and the built-in PostgreSQL.'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'begins with postgres://')
    .optional()
    .describe('A PostgreSQL 15 or later. Empty: the built-in one inside the data folder.'),
  PORT: port.default(8080).describe('Port of pages and interfaces.'),
  HOST: z.string().default('127.0.0.1').describe('Address to listen on. 0.0.0.0 for all; put a reverse proxy with TLS in front.'),
  PUBLIC_URL: z
    .string()
    .refine(
      (address) => /^https?:\/\/[^/?#]+\/?$/i.test(address) && URL.canParse(address),
      'is https:// or http:// and a host without a path, for example https://daten.example.de',
    )
    .optional()
    .describe(
      'Address under which the public reaches this instance, without a slash at the end. It becomes part of the identifiers of your records. Empty: http://localhost:PORT.',
    ),
  METRICS_PORT: port
    .default(9464)
    .describe('Port of /metrics, /livez and /readyz for monitoring, never to be public. 0 switches it off.'),
  METRICS_HOST: z.string().default('127.0.0.1').describe('Address that the monitoring port listens on.'),
  ALLMENDE_SECRET: z
    .string()
    .min(32, 'has at least 32 characters')
    .default(defaultSecret)
    .describe('Signs forms. At least 32 random characters, the same in all processes.'),
  OIDC_ISSUER: z
    .string()
    .refine(
      (address) =>
        URL.canParse(address) && /^(?:https:\/\/|http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?(?:\/|$))/i.test(address),
      'is the https address of an OpenID Connect provider',
    )
    .optional()
    .describe(
      'Your own sign-in service for staff (OpenID Connect): its issuer, for example https://login.example.de/realms/stadt. Empty: there is none.',
    ),
  OIDC_CLIENT_ID: z.string().optional().describe('Name under which this instance is registered there.'),
  OIDC_CLIENT_SECRET: z.string().optional().describe('Secret of that registration.'),
  OIDC_NAME: z.string().max(80).default('Dienstkonto').describe('What the button on the sign-in page calls it.'),
  BUNDID_URL: z
    .string()
    .refine(
      (address) =>
        URL.canParse(address) && /^(?:https:\/\/|http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?\/)/i.test(address),
      'is the https address at which BundID takes requests (HTTP-Redirect)',
    )
    .optional()
    .describe(
      'BundID, for procedures in which each person counts once: the SingleSignOnService address (HTTP-Redirect) of its metadata. Empty: nobody can choose BundID.',
    ),
  BUNDID_ISSUER: z.string().max(500).optional().describe('Name of BundID in SAML: the entityID of its metadata.'),
  BUNDID_IDP_CERTIFICATE: z
    .string()
    .optional()
    .describe('File with the certificates that BundID signs with (PEM); several while one is replaced.'),
  BUNDID_KEY: z
    .string()
    .optional()
    .describe('File with the private key of this instance (PEM, RSA): signs requests and opens answers.'),
  BUNDID_CERTIFICATE: z.string().optional().describe('File with the certificate that belongs to it (PEM).'),
  BUNDID_SERVICE: z
    .string()
    .max(200)
    .optional()
    .describe('Id of the online service, as BundID gave it at registration. Empty: none is sent.'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'is fatal, error, warn, info, debug, trace or silent')
    .default('info')
    .describe('How much is logged on standard error.'),
  TRUST_PROXY: z
    .string()
    .regex(/^(?:true|false|[0-9])$/, 'is true, false or how many proxies stand in front')
    .default('false')
    .transform((text) => (text === 'true' ? 1 : text === 'false' ? 0 : Number(text)))
    .describe(
      'true when a reverse proxy in front sets X-Forwarded-For and X-Forwarded-Proto; 2 when there are two, and so on. What a visitor sends himself is never believed.',
    ),
  STATEMENT_TIMEOUT_MS: z.coerce
    .number('is a number of milliseconds')
    .int('is a whole number of milliseconds')
    .min(100, 'is at least 100')
    .default(15_000)
    .describe('Longest time one database statement may take, in milliseconds.'),
  WEB_PROCESSES: z.coerce
    .number('is a number from 1 to 64')
    .int('is a whole number from 1 to 64')
    .min(1, 'is at least 1')
    .max(64, 'is at most 64')
    .optional()
    .describe(
      'Processes that answer requests, each with a copy of the index in memory. Empty: as many as processors, at most 4, and one for each 1.5 GB of memory.',
    ),
  SEARCH_READERS: z.coerce
    .number()
    .int()
    .min(1)
    .max(16)
    .optional()
    .describe(
      'Threads of each web process that answer searches; they share the snapshot of the index in memory. Empty: 2 for a single process, else 1.',
    ),
  SMTP_URL: z
    .string()
    .refine(
      (address) => /^smtps?:\/\/[^\s/?#]+\/?$/i.test(address) && URL.canParse(address) && decodable(address),
      'is smtp:// or smtps://, a host and a port, for example smtp://name:password@mail.example.de:587 with special characters percent-encoded',
    )
    .optional()
    .describe(
      'Mail server, smtp://name:password@host:587 (STARTTLS is required, except on this machine) or smtps://. Empty: nothing is sent; the demonstration shows mails under /_post.',
    ),
  MAIL_FROM: z
    .string()
    .regex(
      /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[a-z0-9-]+\.)*[a-z0-9-]+$/i,
      'is an address without a name, for example portal@example.de',
    )
    .optional()
    .describe('Address that mails come from. Needed with SMTP_URL.'),
  OUTBOUND_ALLOWED_HOSTS: z
    .string()
    .refine((text) => !('fault' in readAllowedHosts(text)), 'is a list of hosts, for example katalog.intern, 10.1.2.3:8080')
    .default('')
    .describe(
      'Hosts inside your own network that may be asked for catalogues and told of changes, with or without a port, separated by commas; they may be told without encryption, too. Everything else that lies in a private network is refused.',
    ),
  HARVEST_FOLDER: z
    .string()
    .regex(/^(?!\/)(?!.*\.\.)[\w./ -]*$/, 'is a folder below the data folder, for example abgabe')
    .default('')
    .describe(
      'Folder below ALLMENDE_DATA from which catalogues may be taken in. Each tenant has a folder of its own in it, named like its address (abgabe/lindenrode); it reads no other. Empty: nobody reads files of this machine.',
    ),
  SPARQL_MEMORY_MB: z.coerce
    .number()
    .int()
    .refine((mb) => mb === 0 || (mb >= 256 && mb <= 4096), 'is 0 (no SPARQL) or from 256 to 4096')
    .default(1024)
    .describe(
      'Memory that the process which answers SPARQL may take in MB, once for each web process that is asked. 1024 carry about 30,000 datasets; 0 switches SPARQL off.',
    ),
  BASEMAP_URL: z
    .string()
    .regex(/^https:\/\/.*\{z\}.*\{x\}|^https:\/\/.*\{z\}.*\{y\}/, 'is an https address with {z}, {x} and {y}')
    .optional()
    .describe('Tiles for maps. Empty: maps show a plain ground, and no page asks anybody else for anything.'),
  BASEMAP_CREDIT: z.string().default('© GeoBasis-DE / BKG, CC BY 4.0').describe('Credit line of the map tiles.'),
})

export type Settings = z.infer<typeof settings>

export interface Config extends Settings {
  readonly dataDir: string
  readonly publicUrl: string
  readonly webProcesses: number
  readonly searchReaders: number
}

/** All faults of the environment at once, one line each. */
export class ConfigFault extends Error {
  override name = 'ConfigFault'
  readonly lines: readonly string[]
  constructor(lines: readonly string[]) {
    super(`These settings need attention (see config/example.env):\n${lines.map((line) => `  ${line}`).join('\n')}`)
    this.lines = lines
  }
}

/** Settings whose value never goes to a screen or a log: they hold passwords. */
const secret: ReadonlySet<string> = new Set(['ALLMENDE_SECRET', 'OIDC_CLIENT_SECRET', 'DATABASE_URL', 'SMTP_URL'])
const shown = (name: string, given: Readonly<Record<string, string | undefined>>) =>
  secret.has(name) ? '' : ` (now: ${JSON.stringify(given[name] ?? '')})`

const bundIdNames = ['BUNDID_URL', 'BUNDID_ISSUER', 'BUNDID_IDP_CERTIFICATE', 'BUNDID_KEY', 'BUNDID_CERTIFICATE'] as const

/** How many web processes this machine carries well. */
const fittingProcesses = () => Math.max(1, Math.min(availableParallelism(), 4, Math.floor(totalmem() / 1.5e9)))

/** Reads and checks the environment. Throws a ConfigFault that lists every fault with what to do. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const read = settings.safeParse(given)
  const lines = read.success
    ? []
    : read.error.issues.map(({ path: [name], message }) => `${String(name)}: ${message}${shown(String(name), given)}`)
  if (given.SMTP_URL && !given.MAIL_FROM)
    lines.push('MAIL_FROM: is missing; name the address that mails come from, for example portal@example.de')
  const provider = (['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const).filter((name) => !given[name])
  if (provider.length === 1 || provider.length === 2)
    for (const name of provider) lines.push(`${name}: is missing; the sign-in service wants issuer, client and secret together`)
  const bundId = bundIdNames.filter((name) => !given[name])
  if (bundId.length > 0 && bundId.length < bundIdNames.length)
    for (const name of bundId)
      lines.push(`${name}: is missing; BundID wants address, issuer, both certificates and the key together`)
  const mode = given.ALLMENDE_MODE
  if (mode === 'production') {
    if (!given.ALLMENDE_SECRET || given.ALLMENDE_SECRET === defaultSecret)
      lines.push('ALLMENDE_SECRET: is missing or the default; make one with: openssl rand -hex 32')
    if (given.OIDC_ISSUER?.startsWith('http:')) lines.push('OIDC_ISSUER: begins with https:// in production')
    if (given.BUNDID_URL?.startsWith('http:')) lines.push('BUNDID_URL: begins with https:// in production')
    if (!given.PUBLIC_URL) lines.push('PUBLIC_URL: is missing; name the public address, for example https://daten.example.de')
  }
  if (!read.success || lines.length > 0) throw new ConfigFault(lines)
  const config = read.data
  const webProcesses = config.WEB_PROCESSES ?? fittingProcesses()
  return {
    ...config,
    webProcesses,
    searchReaders: config.SEARCH_READERS ?? (webProcesses > 1 ? 1 : 2),
    dataDir: path.resolve(config.ALLMENDE_DATA),
    publicUrl: (config.PUBLIC_URL ?? `http://localhost:${config.PORT}`).replace(/\/+$/, ''),
  }
}

/** The text of config/example.env: every setting, commented out, with its default. */
export function exampleEnv(): string {
  const lines = Object.entries(settings.shape).map(([name, schema]) => {
    const unwrapped = settings.shape[name as keyof typeof settings.shape].safeParse(undefined)
    const value = unwrapped.success && name !== 'ALLMENDE_SECRET' ? String(unwrapped.data ?? '') : ''
    return `# ${schema.description}\n#${name}=${value}\n`
  })
  return `# Every setting of Allmende. Generated from src/platform/config/config.ts by: ./allmende config example\n\n${lines.join('\n')}`
}
