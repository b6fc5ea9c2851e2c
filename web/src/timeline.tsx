/**
 * Months of an actor as bars, with a brush: a stretch of months is chosen by dragging, by clicking a month, or by two sliders for
 * those who use no mouse. What is chosen stands in the address.
 */
import { useRef, useState } from 'preact/hooks'
import { monthWords } from './words.ts'

export interface TimelineMonth {
  readonly month: string
  readonly said: number
  readonly did: number
  readonly promised: number
}

const KINDS = [
  ['said', 'statement'],
  ['did', 'event'],
  ['promised', 'commitment'],
] as const
/** Units of the drawing, which is stretched to the width there is. */
const WIDTH = 1000
const HEIGHT = 120

interface Props {
  months: readonly TimelineMonth[]
  /** Every month from the first to the last, those without rows too. */
  domain: readonly string[]
  /** The months that are chosen; all where there are none. */
  from?: string
  to?: string
  choose: (from: string | undefined, to: string | undefined) => void
}

export function Timeline({ months, domain, from, to, choose }: Props) {
  const drawing = useRef<SVGSVGElement>(null)
  const [drag, setDrag] = useState<{ start: number; end: number }>()
  const last = domain.length - 1
  const at = (month: string | undefined, otherwise: number) => {
    const n = month === undefined ? -1 : domain.indexOf(month)
    return n < 0 ? otherwise : n
  }
  const chosen = drag
    ? { start: Math.min(drag.start, drag.end), end: Math.max(drag.start, drag.end) }
    : { start: at(from, 0), end: at(to, last) }
  const take = (start: number, end: number) =>
    start <= 0 && end >= last ? choose(undefined, undefined) : choose(domain[start], domain[end])
  const under = (event: PointerEvent) => {
    const { left, width } = drawing.current!.getBoundingClientRect()
    return Math.max(0, Math.min(last, Math.floor(((event.clientX - left) / width) * domain.length)))
  }
  const most = Math.max(1, ...months.map(({ said, did, promised }) => said + did + promised))
  const step = WIDTH / domain.length
  const whole = chosen.start === 0 && chosen.end === last
  const words = (n: number) => monthWords(domain[n]!)
  return (
    <figure class="timeline">
      <figcaption>
        What is on record of them, by month:{' '}
        {KINDS.map(([what, kind]) => (
          <span key={what} class={`key ${kind}`}>
            {what}
          </span>
        ))}
        <output>
          {whole ? `${words(0)} to ${words(last)}` : `shown: ${words(chosen.start)} to ${words(chosen.end)}`}
        </output>
        {!whole && (
          <button type="button" class="plain" onClick={() => choose(undefined, undefined)}>
            show all
          </button>
        )}
      </figcaption>
      <svg
        ref={drawing}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          setDrag({ start: under(event), end: under(event) })
        }}
        onPointerMove={(event) => drag && setDrag({ ...drag, end: under(event) })}
        onPointerUp={() => {
          if (drag) take(chosen.start, chosen.end)
          setDrag(undefined)
        }}
        onPointerCancel={() => setDrag(undefined)}
      >
        <rect
          class="brush"
          x={chosen.start * step}
          width={(chosen.end - chosen.start + 1) * step}
          y={0}
          height={HEIGHT}
        />
        {months.map((it) => {
          const n = domain.indexOf(it.month)
          let y = HEIGHT
          return (
            <g key={it.month} class={n < chosen.start || n > chosen.end ? 'out' : undefined}>
              <title>{`${monthWords(it.month)}: ${KINDS.map(([what]) => `${what} ${it[what]}`).join(', ')}`}</title>
              {KINDS.map(([what, kind]) => {
                const height = (it[what] / most) * (HEIGHT - 4)
                y -= height
                return (
                  <rect key={what} class={kind} x={n * step + step * 0.1} width={step * 0.8} y={y} height={height} />
                )
              })}
            </g>
          )
        })}
      </svg>
      <p class="years" aria-hidden="true">
        <span>{words(0)}</span>
        <span class="number">at most {most} a month</span>
        <span>{words(last)}</span>
      </p>
      <div class="sliders">
        <Slider
          label="From month"
          value={chosen.start}
          max={last}
          words={words}
          onChange={(n) => take(Math.min(n, chosen.end), chosen.end)}
        />
        <Slider
          label="To month"
          value={chosen.end}
          max={last}
          words={words}
          onChange={(n) => take(chosen.start, Math.max(n, chosen.start))}
        />
      </div>
    </figure>
  )
}

interface SliderProps {
  label: string
  value: number
  max: number
  words: (n: number) => string
  onChange: (n: number) => void
}

function Slider({ label, value, max, words, onChange }: SliderProps) {
  return (
    <input
      type="range"
      aria-label={label}
      aria-valuetext={words(value)}
      min={0}
      max={max}
      value={value}
      onChange={(event) => onChange(Number(event.currentTarget.value))}
    />
  )
}
