/** Lines of exports that hold nothing but a date. */
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|[\\p{L}]{3,12})\\p{L}*\\.?'
const DAY = '(?:mon|tues?|wednes|thurs?|fri|satur|sun)day'
const US = `${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}`
const WORLD = `\\d{1,2}\\.? (?:de )?${MONTH}(?: de)?,? \\d{4}`
const TIME = '(?:\\d{1,2}:\\d{2}(?::\\d{2})?(?: ?[ap]\\.?m\\.?)?(?: [A-Z]{1,5})?)'
const LINE = new RegExp(
  `^(?:${DAY},? )?(?:${US}|${WORLD}|\\d{4}-\\d{2}-\\d{2})(?:,? ${DAY})?(?:,? ${TIME})?(?:[ ,]+[\\p{Lu}][\\p{L} ,.-]{0,40})?$`,
  'iu',
)

/** "July 14, 2016 Thursday 10:20 AM GMT", "14 July 2016", also with an edition after it. */
export const isDateLine = (line: string): boolean => line.length <= 90 && LINE.test(line)
