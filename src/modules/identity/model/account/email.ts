/** What an e-mail address is compared by: case, width and blanks around it make no difference. */
export const emailKey = (email: string): string => email.normalize('NFKC').trim().toLowerCase()

/** Whether it could be written to: one @, a host with a dot, no blanks or signs that end a header line, at most 254 characters (RFC 5321). */
export const isEmail = (email: string): boolean =>
  email.length <= 254 && /^[^\s@<>()",;:\\[\]\p{Cc}]+@[^\s@<>()",;:\\[\]\p{Cc}]+\.[^\s@.<>()",;:\\[\]\p{Cc}]{2,}$/u.test(email)
