/**
 * Draws docs/onrecord-read.svg, the README's picture: what `onrecord read` prints of one example, as a terminal shows it.
 * Run `npx tsx scripts/picture.ts` when the page's layout changes.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pageOf, styles } from '../src/cli/page.ts'
import { packageRoot } from '../src/package-root.ts'
import { read } from '../src/read.ts'
import { openSources } from '../src/sources/index.ts'

const EXAMPLE = 'examples/briefs/2012-08-20-red-line.html'
const LINES = 34
const COLUMNS = 100
const FONT = { size: 14, width: 8.43, line: 19 }

const attributes: Record<string, string> = {
  '1': 'font-weight="bold"',
  '2': 'fill="#7d8590"',
  '3': 'font-style="italic"',
  '32': 'fill="#3fb950"',
  '35': 'fill="#d2a8ff"',
  '36': 'fill="#39c5cf"',
}
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** One line with escape codes as runs of text, each at its column. */
function runsOf(line: string, y: number): string {
  let column = 0
  let style = ''
  return line
    .split(/(\u001b\[\d+m)/)
    .map((piece) => {
      const code = /^\u001b\[(\d+)m$/.exec(piece)?.[1]
      if (code) {
        style = attributes[code] ?? ''
        return ''
      }
      const x = 20 + column * FONT.width
      column += [...piece].length
      return piece.trim() === ''
        ? ''
        : `<text x="${x.toFixed(1)}" y="${y}" ${style} xml:space="preserve">${escaped(piece)}</text>`
    })
    .join('')
}

for await (const input of openSources([EXAMPLE])) {
  const page = pageOf(await read(input), { width: COLUMNS, style: styles(true) })
  const lines = [`\u001b[32m$\u001b[39m onrecord read ${EXAMPLE}`, '', ...page.split('\n').slice(0, LINES)]
  const width = Math.round(40 + COLUMNS * FONT.width)
  const height = 30 + (lines.length + 1) * FONT.line
  const body = lines.map((line, i) => runsOf(line, 34 + i * FONT.line)).filter(Boolean)
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="What onrecord read prints of an example brief">`,
    `<rect width="100%" height="100%" rx="10" fill="#0d1117"/>`,
    `<g font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="${FONT.size}" fill="#e6edf3">`,
    ...body,
    '</g></svg>',
  ]
  writeFileSync(join(packageRoot, 'docs', 'onrecord-read.svg'), `${svg.join('\n')}\n`)
}
