/** A plot of how costs grow, as SVG: one line a figure, both axes logarithmic. */
export interface Line {
  name: string
  unit: string
  points: [x: number, y: number][]
}

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [860, 400, 70, 290, 20, 50]
/** Told apart by people who see colours differently (Okabe and Ito 2008). */
const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#000000']

export function plotOf(lines: readonly Line[], xs: readonly number[]): string {
  const ys = lines.flatMap(({ points }) => points.map(([, y]) => Math.max(y, 0.1)))
  const [low, high] = [Math.floor(Math.log10(Math.min(...ys))), Math.ceil(Math.log10(Math.max(...ys)))]
  const [first, last] = [Math.log10(xs[0]!), Math.log10(xs.at(-1)!)]
  const x = (value: number) => LEFT + ((Math.log10(value) - first) / (last - first)) * (WIDTH - LEFT - RIGHT)
  const y = (value: number) =>
    HEIGHT - BOTTOM - ((Math.log10(Math.max(value, 0.1)) - low) / (high - low)) * (HEIGHT - TOP - BOTTOM)
  const text = (at: [number, number], words: string, more = '') =>
    `<text x="${at[0].toFixed(1)}" y="${at[1].toFixed(1)}" ${more}>${words}</text>`
  const powers = Array.from({ length: high - low + 1 }, (_, n) => 10 ** (low + n))
  // Names beside the last points, none over another.
  const labels = lines
    .map(({ points }, n) => ({ n, at: y(points.at(-1)![1]) }))
    .sort((a, b) => a.at - b.at)
    .reduce<{ n: number; at: number }[]>(
      (put, { n, at }) => [...put, { n, at: Math.max(at, (put.at(-1)?.at ?? 0) + 16) }],
      [],
    )
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" role="img">`,
    '<title>CPU milliseconds by articles in the record</title>',
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    ...powers.flatMap((power) => [
      `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(power).toFixed(1)}" y2="${y(power).toFixed(1)}" stroke="#ddd"/>`,
      text([LEFT - 8, y(power) + 4], `${power.toLocaleString('en')} ms`, 'text-anchor="end"'),
    ]),
    ...xs.map((value) => text([x(value), HEIGHT - BOTTOM + 20], value.toLocaleString('en'), 'text-anchor="middle"')),
    text([(LEFT + WIDTH - RIGHT) / 2, HEIGHT - 10], 'articles in the record', 'text-anchor="middle"'),
    ...lines.flatMap(({ points }, n) => [
      `<polyline fill="none" stroke="${COLOURS[n % COLOURS.length]}" stroke-width="2" points="${points.map(([a, b]) => `${x(a).toFixed(1)},${y(b).toFixed(1)}`).join(' ')}"/>`,
      ...points.map(
        ([a, b]) =>
          `<circle cx="${x(a).toFixed(1)}" cy="${y(b).toFixed(1)}" r="3" fill="${COLOURS[n % COLOURS.length]}"/>`,
      ),
    ]),
    ...labels.map(({ n, at }) =>
      text([WIDTH - RIGHT + 10, at + 4], lines[n]!.name, `fill="${COLOURS[n % COLOURS.length]}"`),
    ),
    '</svg>\n',
  ].join('\n')
}
