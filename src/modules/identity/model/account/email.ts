/** What an e-mail address is compared by: case, width and blanks around it make no difference. */
export const emailKey = (email: string): string => email.normalize('NFKC').trim().toLowerCase()
