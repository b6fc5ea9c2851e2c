/** Where the reader is: every state of a page stands in its address, so that a link shows what its sender saw. */
import { useEffect, useState } from 'preact/hooks'

const listeners = new Set<() => void>()
const tell = () => {
  for (const listener of listeners) listener()
}

/** Goes to an address of the workbench; `replace` where going back should pass over this one. */
export function go(to: string, { replace = false } = {}): void {
  const before = location.pathname
  history[replace ? 'replaceState' : 'pushState'](null, '', to)
  tell()
  if (location.pathname !== before) scrollTo(0, 0)
}

export function useLocation(): URL {
  const [href, set] = useState(location.href)
  useEffect(() => {
    const update = () => set(location.href)
    listeners.add(update)
    return () => void listeners.delete(update)
  }, [])
  return new URL(href)
}

/** The address of a page with some parameters; those without a value are left out. */
export function withQuery(path: string, query: Record<string, string | number | undefined>): string {
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== '') asked.set(name, String(value))
  const text = asked.toString()
  return text ? `${path}?${text}` : path
}

export const queryOf = (url: URL): Record<string, string> => Object.fromEntries(url.searchParams)

/** A part of an address in plain characters; as it stands where it is no valid escape. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** Takes links within the workbench over from the browser. Call once. */
export function followLinks(): void {
  addEventListener('popstate', tell)
  document.addEventListener('click', (event) => {
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return
    const link = (event.target as Element).closest?.('a')
    if (
      !link ||
      link.target ||
      link.classList.contains('skip') ||
      link.hasAttribute('download') ||
      link.origin !== location.origin
    )
      return
    if (link.pathname.startsWith('/api/')) return
    event.preventDefault()
    go(link.href)
  })
}
