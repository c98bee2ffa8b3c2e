const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether a text is an id as we write it: a UUID in small letters. What is none, the database is not asked for. */
export const isId = (text: string | undefined): text is string => uuid.test(text ?? '')

/** Whether a text from an address that others write, too, is an id: a UUID in letters of any case (RFC 9562, section 4). */
export const isIdInAnyCase = (text: string): boolean => uuid.test(text.toLowerCase())
