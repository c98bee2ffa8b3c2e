// Solves the puzzle of a form (altcha, second version: PBKDF2 over nonce and counter until the key begins as wanted) and fills its
// hidden field. In small steps, so that the page stays usable.
interface Challenge {
  readonly parameters: {
    readonly nonce: string
    readonly salt: string
    readonly cost: number
    readonly keyLength: number
    readonly keyPrefix: string
  }
}

const bytes = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
const hex = (buffer: ArrayBuffer): string =>
  Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('')

async function keyFor(challenge: Challenge, counter: number): Promise<string> {
  const { nonce, salt, cost, keyLength } = challenge.parameters
  const start = bytes(nonce)
  const password = new Uint8Array(start.length + 4)
  password.set(start)
  new DataView(password.buffer).setUint32(start.length, counter)
  const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits'])
  return hex(
    await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt: bytes(salt), iterations: cost }, key, keyLength * 8),
  )
}

async function solve(challenge: Challenge): Promise<{ counter: number; derivedKey: string }> {
  for (let counter = 0; counter < 1_000_000; counter++) {
    const derivedKey = await keyFor(challenge, counter)
    if (derivedKey.startsWith(challenge.parameters.keyPrefix)) return { counter, derivedKey }
  }
  throw new Error('no solution')
}

function enhance(box: HTMLElement): void {
  const field = box.querySelector<HTMLInputElement>('input[name=puzzle]')
  const told = box.querySelector('[role=status]')
  const { puzzle, working, done, failed } = box.dataset
  if (!field || !told || !puzzle) return
  // Without a safe connection the browser offers no keys: then the sentence about waiting stays.
  if (!globalThis.crypto?.subtle) return
  const button = box.closest('form')?.querySelector<HTMLButtonElement>('button[type=submit]')
  told.textContent = working ?? ''
  if (button) button.disabled = true
  const challenge = JSON.parse(puzzle) as Challenge
  solve(challenge)
    .then((solution) => {
      field.value = JSON.stringify({ challenge, solution })
      told.textContent = done ?? ''
    })
    .catch(() => {
      told.textContent = failed ?? ''
    })
    .finally(() => {
      if (button) button.disabled = false
    })
}

document.querySelectorAll<HTMLElement>('[data-puzzle]').forEach(enhance)
