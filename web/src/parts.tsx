/** Small parts that pages share. */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { Answer, Fault } from './api.ts'
import { asJsonLd, asMarkdown, asText, type Cited } from './cite.ts'
import { withQuery } from './router.ts'
import { actorPath } from './words.ts'

/** What is there, or that it is awaited, or what went wrong. */
export function When<T>({ answer, children }: { answer: Answer<T>; children: (value: T) => ComponentChildren }) {
  if (answer.state === 'waiting')
    return (
      <p class="waiting" aria-busy="true">
        …
      </p>
    )
  if (answer.state === 'fault') return <Trouble fault={answer.fault} />
  return <>{children(answer.value)}</>
}

export function Trouble({ fault }: { fault: Fault }) {
  return (
    <div class="trouble" role="alert">
      <pre>{fault.message}</pre>
      <code>{fault.code}</code>
    </div>
  )
}

/** Somebody: a link where they are an actor on record. */
export function Who({ id, name, fallback = 'somebody' }: { id?: unknown; name?: unknown; fallback?: string }) {
  const words = name ? String(name) : fallback
  return id ? <a href={actorPath(String(id))}>{words}</a> : <span>{words}</span>
}

/** The files of a list, and its question. */
export function Files({ name, query, sql }: { name: string; query: Record<string, string | undefined>; sql?: string }) {
  const { cursor: _, limit: __, ...asked } = query
  return (
    <p class="files">
      <span>All of it as</span>
      {['csv', 'json', 'ndjson', 'parquet'].map((format) => (
        <a key={format} href={withQuery(`/api/${name}.${format}`, asked)} download>
          {format}
        </a>
      ))}
      {sql && <a href={withQuery('/sql', { q: sql })}>SQL for this view</a>}
    </p>
  )
}

export function Meter({ value }: { value: unknown }) {
  const share = Number(value)
  return (
    <span class="confidence">
      <meter value={share} min={0} max={1} aria-label="confidence" />
      {share.toFixed(2)}
    </span>
  )
}

export function Cite({ cited }: { cited: Cited }) {
  const [copied, set] = useState('')
  const copy = (name: string, text: string) => async () => {
    await navigator.clipboard.writeText(text).catch(() => {})
    set(name)
  }
  const forms = [
    ['text', asText(cited)],
    ['Markdown', asMarkdown(cited)],
    ['JSON-LD', asJsonLd(cited)],
  ] as const
  return (
    <p class="cite">
      <span>Copy as</span>
      {forms.map(([name, text]) => (
        <button key={name} type="button" class="plain" onClick={copy(name, text)}>
          {name}
        </button>
      ))}
      <span role="status">{copied && `${copied} copied`}</span>
    </p>
  )
}

/** A field that narrows a list: choosing changes the address. */
export function Choice({
  label,
  value,
  options,
  onChange,
  otherwise = 'any',
}: {
  label: string
  value: string
  options: readonly (readonly [value: string, words: string])[]
  onChange: (value: string) => void
  /** What choosing nothing is called. */
  otherwise?: string
}) {
  return (
    <label class="field">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{otherwise}</option>
        {options.map(([code, words]) => (
          <option key={code} value={code}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}

/** A text field that narrows a list when it is left or Enter is pressed. */
export function Words({
  label,
  value,
  onChange,
  type = 'text',
  list,
}: {
  label: string
  value: string
  onChange: (value: string) => void
  type?: 'text' | 'date' | 'month'
  list?: string
}) {
  return (
    <label class="field">
      <span>{label}</span>
      <input
        type={type}
        defaultValue={value}
        key={value}
        list={list}
        onChange={(event) => onChange(event.currentTarget.value.trim())}
      />
    </label>
  )
}

/** What may be wider than the page: it is scrolled by itself, by keyboard too. */
export function Scrolled({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse
    <section class="wide" tabIndex={0} aria-label={label}>
      {children}
    </section>
  )
}
