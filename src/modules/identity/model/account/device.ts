const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bChrome\/|\bCriOS\/|\bChromium\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]
const systems: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bLinux\b|\bX11\b/, 'Linux'],
]
const named = (list: typeof browsers, agent: string) => list.find(([sign]) => sign.test(agent))?.[1]

/** Browser and system by the User-Agent, for people to recognise their own: `Firefox, Windows`; '' when neither is known. Nothing else of it is kept. */
export const deviceOf = (agent: string | undefined): string =>
  [named(browsers, agent ?? ''), named(systems, agent ?? '')].filter(Boolean).join(', ')
