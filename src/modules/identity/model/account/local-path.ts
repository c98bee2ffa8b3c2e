/**
 * Where somebody wants to go on after signing in, as a path of this site; undefined for everything that could lead elsewhere:
 * another host (`//x`, `/\x`, also encoded), a scheme, control characters.
 */
export function localPath(wanted: string | null | undefined): string | undefined {
  if (!wanted || wanted.length > 2000 || !/^\/(?![/\\]|%2f|%5c)[\x21-\x7e]*$/i.test(wanted) || wanted.includes('\\'))
    return undefined
  // The browser's own reading has the last word.
  const read = URL.parse(wanted, 'http://site.invalid')
  return read?.origin === 'http://site.invalid' && !read.pathname.startsWith('//') ? wanted : undefined
}
