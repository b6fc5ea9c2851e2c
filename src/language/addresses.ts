/** Addresses of the web and of mail, names of files, newsgroups and telephone numbers: one token each, whatever marks they hold. */
import { DIGIT } from './characters.ts'
import { matchEnd } from './scan.ts'

// Bounded, so that a failed try costs a bounded number of steps.
const URL =
  /(?:(?:https?|ftp):\/\/|www\.|mailto:)[^\s<>"“”]{1,2000}|[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.(?:com|org|net|edu|gov|mil|int|info|co\.uk|gov\.uk|ac\.uk|io|tv|eu|ru|de|uk|ca)(?![\w-])(?:\/[^\s<>"“”]{0,2000})?/iy
const EMAIL = /[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,5}/y
const FILE = /[\w#~-]{1,80}\.(?:docx?|xlsx?|pptx?|pdf|txt|html?|jpe?g|png|gif|zip|csv|exe|mp[34])(?!\w)/iy
/** "comp.sources.unix" */
const GROUP = /[a-z]{2,20}(?:\.[a-z]{2,20}){2,4}(?![\w.])/y
const PHONE =
  /(?:\+?\d{1,2}[-.])?(?:\(\d{3}\)|\d{3})[-./]\d{3}[-.]\d{4}(?![\d-])|\d{3}-\d{4}(?![\d-])|\d{5}-\d{4}(?![\d-])/y
const TRAILING = /[.,;:!?'"”’)\]}*]+$/

/** End of an address, file name or telephone number that begins here, or -1. */
export function addressEnd(text: string, at: number, end: number, kind: number): number {
  if (kind === DIGIT) {
    const phone = matchEnd(PHONE, text, at)
    if (phone > 0) return phone
  }
  let found = matchEnd(EMAIL, text, at)
  if (found < 0) found = matchEnd(URL, text, at)
  if (found < 0) found = matchEnd(FILE, text, at)
  if (found < 0) found = matchEnd(GROUP, text, at)
  if (found < 0) return -1
  found = Math.min(found, end)
  const tail = TRAILING.exec(text.slice(Math.max(at, found - 20), found))
  return tail ? found - tail[0].length : found
}
