/** Whether an operator named a host as one that may be asked although it lies inside: by name or address, with or without a port. */
export type AllowedHosts = (host: string, port: string) => boolean

const hostAndPort = /^(\[[^\]]+\]|[^:[\]]+)(?::(\d{1,5}))?$/

/** Reads `intern.example.de, 10.1.2.3:8080, [fd00::1]`; gives the first part that is none as a fault. */
export function readAllowedHosts(text: string): { allowed: AllowedHosts } | { fault: string } {
  const parts = text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((part) => part.toLowerCase())
  const fault = parts.find((part) => !hostAndPort.test(part))
  if (fault !== undefined) return { fault }
  const known = new Set(parts)
  return { allowed: (host, port) => known.has(host.toLowerCase()) || known.has(`${host.toLowerCase()}:${port}`) }
}
