/**
 * Rich Text Format -> lines, a paragraph each with an empty line after it. The packages that read RTF have been left alone for years, and
 * all that is wanted here is the text: groups, character sets, paragraphs (Microsoft, RTF specification 1.9.1).
 */

import { pieceDecoder } from '../../charset.ts'

/** Groups whose content is no text of the document. */
const SILENT = new Set(
  'fonttbl colortbl stylesheet info pict object themedata colorschememapping latentstyles datastore listtable listoverridetable rsidtbl generator header headerl headerr headerf footer footerl footerr footerf footnote xmlnstbl fldinst bkmkstart bkmkend private filetbl revtbl'.split(
    ' ',
  ),
)
const SYMBOLS: Record<string, string> = {
  par: '\n\n',
  sect: '\n\n',
  page: '\n\n',
  row: '\n\n',
  cell: '\n\n',
  line: '\n',
  tab: '\t',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
}

interface Group {
  silent: boolean
  /** How many characters after a `\u` stand in for it. */
  skip: number
}

/** Groups nest no deeper in any document that a program writes. */
const MAX_DEPTH = 1000

const TOKEN = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z0-9])|([{}])|[\r\n]+|([^\\{}\r\n]+)|\\/gi

/** The lines of a document, given as its bytes in latin1. */
export function rtfLines(rtf: string): string[] {
  const codepage = /\\ansicpg(\d+)/.exec(rtf.slice(0, 4096))?.[1] ?? '1252'
  const decoder = decoderFor(codepage)
  const groups: Group[] = []
  let group: Group = { silent: false, skip: 1 }
  let out = ''
  let bytes: number[] = []
  let toSkip = 0
  const flush = () => {
    if (bytes.length > 0) out += decoder(Uint8Array.from(bytes))
    bytes = []
  }
  const put = (text: string) => {
    if (group.silent) return
    flush()
    out += text
  }

  TOKEN.lastIndex = 0
  for (let token = TOKEN.exec(rtf); token; token = TOKEN.exec(rtf)) {
    const [, word, number, hex, symbol, brace, plain] = token
    if (brace === '{') {
      if (groups.length < MAX_DEPTH) groups.push(group)
      group = { ...group }
      toSkip = 0
    } else if (brace === '}') {
      flush()
      group = groups.pop() ?? { silent: false, skip: 1 }
      toSkip = 0
    } else if (word === 'bin') {
      TOKEN.lastIndex += Math.max(0, Number(number ?? 0))
    } else if (word === 'u' && number !== undefined) {
      put(String.fromCharCode(Number(number) & 0xffff))
      toSkip = group.skip
    } else if (word === 'uc') {
      group.skip = Number(number ?? 1)
    } else if (word !== undefined) {
      if (SILENT.has(word)) group.silent = true
      else if (SYMBOLS[word] !== undefined) put(SYMBOLS[word])
    } else if (hex !== undefined) {
      if (toSkip > 0) toSkip -= 1
      else if (!group.silent) bytes.push(Number.parseInt(hex, 16))
    } else if (symbol === '*') {
      // "\*" opens a group that readers who do not know it shall pass over; fields' results stand outside.
      group.silent = true
    } else if (symbol !== undefined) {
      put(symbol === '~' ? ' ' : symbol === '_' ? '-' : symbol === '-' ? '' : /[\r\n]/.test(symbol) ? '\n\n' : symbol)
    } else if (plain !== undefined) {
      put(plain.slice(toSkip))
      toSkip = Math.max(0, toSkip - plain.length)
    }
  }
  flush()
  return out.split('\n').map((line) => line.replace(/\s+/g, ' ').trim())
}

function decoderFor(codepage: string): (bytes: Uint8Array) => string {
  const label = codepage === '65001' ? 'utf-8' : codepage === '10000' ? 'macintosh' : `windows-${codepage}`
  try {
    return pieceDecoder(label)
  } catch {
    return pieceDecoder('windows-1252')
  }
}
