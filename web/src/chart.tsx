/** A chart by Observable Plot, which is fetched when the first one is shown. */
import type { PlotOptions } from '@observablehq/plot'
import { useEffect, useRef, useState } from 'preact/hooks'

type Plot = typeof import('@observablehq/plot')

/**
 * Shows what `options` makes, as wide as there is room. The table beside a chart tells the same without it, so that it is hidden from
 * screen readers except for its label; links in it stay links.
 */
export function Chart({
  label,
  options,
  depends,
}: {
  label: string
  options: (plot: Plot, width: number) => PlotOptions
  depends: string
}) {
  const place = useRef<HTMLDivElement>(null)
  const [plot, set] = useState<Plot>()
  useEffect(() => {
    import('@observablehq/plot').then(set)
  }, [])
  useEffect(() => {
    const box = place.current
    if (!plot || !box) return
    const draw = () => {
      const chart = plot.plot({ className: 'plot', ...options(plot, Math.max(280, box.clientWidth)) })
      // Its style stands in our own sheet: the policy of the server lets no page bring one along.
      for (const style of chart.querySelectorAll('style')) style.remove()
      for (const group of chart.querySelectorAll('g[aria-label]')) group.removeAttribute('aria-label')
      // Plot names the bar, not the link around it.
      for (const link of chart.querySelectorAll('a'))
        link.setAttribute('aria-label', link.querySelector('title')?.textContent ?? '')
      box.replaceChildren(chart)
    }
    draw()
    const watch = new ResizeObserver(draw)
    watch.observe(box)
    return () => watch.disconnect()
  }, [plot, depends])
  return (
    <figure class="chart">
      <figcaption>{label}</figcaption>
      <div ref={place} class="chart-place" />
    </figure>
  )
}
