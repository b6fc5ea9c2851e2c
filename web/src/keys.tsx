/** The keyboard: `/` to search, j and k through rows, Enter opens, Esc lets go, ? tells. */
import { useLayoutEffect, useRef } from 'preact/hooks'

const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/**
 * Answers keys while the component is there; not while somebody types, but for Escape. Before the browser paints, not
 * after, so that no key is lost of a reader who is quicker than the page.
 */
export function useKeys(keys: Record<string, () => void>): void {
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      if (isField(event.target)) {
        if (event.key === 'Escape') (event.target as HTMLElement).blur()
        return
      }
      if (document.querySelector('dialog[open]')) return
      const does = keys[event.key]
      if (!does) return
      event.preventDefault()
      does()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  })
}

/** Moves the focus among the links of a list's rows. */
export function useRowKeys(): void {
  const move = (step: number) => () => {
    const rows = [...document.querySelectorAll<HTMLElement>('[data-row-link]')]
    const at = rows.indexOf(document.activeElement as HTMLElement)
    const next = rows[at < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + step))]
    next?.focus()
    next?.scrollIntoView({ block: 'nearest' })
  }
  useKeys({ j: move(1), k: move(-1) })
}

const keys = [
  ['/', 'search'],
  ['j', 'next row'],
  ['k', 'row before'],
  ['Enter', 'open the row'],
  ['Esc', 'let go of the row, leave a field'],
  ['1 2 3', 'on an article: show or hide statements, events, commitments'],
  ['?', 'this help'],
] as const

export function KeyHelp({ close }: { close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} aria-labelledby="keys" onClose={close}>
      <h2 id="keys">Keys</h2>
      <dl class="keys">
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit">Close</button>
      </form>
    </dialog>
  )
}
