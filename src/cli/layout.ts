/** Laying words out in the columns of a terminal. Escape codes of colours take no room. */
import { stripVTControlCharacters } from 'node:util'

const widthOf = (text: string) => [...stripVTControlCharacters(text)].length

/** Lines of at most `width` characters, broken at white space; a longer word stands alone. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/)) {
    if (line !== '' && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return [...lines, line]
}

/** At most `width` characters, the middle left out: the ends of a statement say more than its middle. */
export function clip(text: string, width: number): string {
  const characters = [...text]
  if (characters.length <= width) return text
  const half = Math.max(1, Math.floor((width - 3) / 2))
  return `${characters.slice(0, half).join('')} … ${characters.slice(-half).join('')}`
}

/** A label, then `left` and at the right edge `right`; when they do not fit in one line, `right` goes under it. */
export function columns(label: string, left: string, right: string, width: number): string[] {
  const room = width - widthOf(label) - widthOf(left) - widthOf(right)
  if (right === '') return [`${label}${left}`]
  if (room >= 2) return [`${label}${left}${' '.repeat(room)}${right}`]
  return [`${label}${left}`, `${' '.repeat(Math.max(0, width - widthOf(right)))}${right}`]
}
