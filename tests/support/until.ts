/** Asks again and again until the answer is yes; throws after `seconds`. */
export async function until(
  question: () => boolean | Promise<boolean>,
  seconds = 15,
  what = 'what was waited for',
): Promise<void> {
  const end = performance.now() + seconds * 1000
  while (!(await question())) {
    if (performance.now() > end) throw new Error(`${what} did not happen within ${seconds} s`)
    await new Promise((resolve) => setTimeout(resolve, 15))
  }
}
