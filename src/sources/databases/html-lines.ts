/** A page of an export as lines: each block a line with an empty one after it, each `<br>` the end of a line. */
import { Parser } from 'htmlparser2'

const BLOCKS = new Set(
  'p div tr td th li ul ol dl dt dd h1 h2 h3 h4 h5 h6 table tbody center blockquote hr section article header footer pre body html'.split(
    ' ',
  ),
)
const SILENT = new Set(['script', 'style', 'title', 'head', 'noscript', 'template'])

/** The lines of a page that comes in pieces. */
export async function* htmlLines(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let ready: string[] = []
  let text = ''
  let silent = 0
  const end = (blank: boolean) => {
    const line = text.replace(/\s+/g, ' ').trim()
    text = ''
    if (line !== '') ready.push(line)
    if (blank && (line !== '' || ready.at(-1) !== '')) ready.push('')
  }
  const parser = new Parser({
    onopentagname(name) {
      if (SILENT.has(name)) silent += 1
      else if (name === 'br') end(false)
      else if (BLOCKS.has(name)) end(true)
    },
    onclosetag(name) {
      if (SILENT.has(name)) silent -= 1
      else if (BLOCKS.has(name)) end(true)
    },
    ontext(data) {
      if (silent === 0) text += data
    },
  })
  for await (const piece of pieces) {
    parser.write(piece)
    yield* ready
    ready = []
  }
  parser.end()
  end(false)
  yield* ready
}
