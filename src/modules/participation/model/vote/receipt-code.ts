// Digits and letters that nobody confuses: neither 0 and O nor 1 and I.
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** How many signs a code has: 60 bits. */
export const codeLength = 12

/** Twelve signs from at least eight random bytes: `LR274K8M9TQX`. */
export function codeFrom(random: Uint8Array): string {
  let bits = 0n
  for (const byte of random.subarray(0, 8)) bits = (bits << 8n) | BigInt(byte)
  return Array.from({ length: codeLength }, (_, i) => alphabet[Number((bits >> BigInt(5 * i)) & 31n)]).join('')
}

/** As people read it: `LR27 4K8M 9TQX`. */
export const spacedCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ')

/** As somebody typed it: small letters, spaces and hyphens do not matter. Undefined for what is none. */
export function readCode(text: string): string | undefined {
  const code = text.toUpperCase().replace(/[\s-]/g, '')
  return code.length === codeLength && [...code].every((sign) => alphabet.includes(sign)) ? code : undefined
}
