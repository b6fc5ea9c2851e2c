/** The HTTP API over a record, and the workbench that stands on it. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'
import { z } from 'zod'
import { OnrecordError } from '../errors.ts'
import { packageRoot } from '../package-root.ts'
import { ask, statusOf } from '../record/index.ts'
import { actorOf, actorsSql } from './actor.ts'
import { keptAnswers } from './answers.ts'
import { addCorrections } from './corrections.ts'
import { documentOf } from './document.ts'
import { download, splitName } from './download.ts'
import { answerFault } from './fault.ts'
import { type GuardOptions, guard, headers } from './guard.ts'
import { type Held, type HeldRecord, holdRecord } from './held.ts'
import { askedOf, pageOf, sqlOf } from './list-page.ts'
import { isListName, type List, lists } from './lists.ts'
import { openApi } from './openapi.ts'
import { pairOf, pairSql } from './pair.ts'
import { parametersOf } from './parameters.ts'
import { searchFeed, searchFile, searchPage } from './search.ts'
import { addSite } from './site.ts'
import { storyOf } from './story.ts'

export interface WorkbenchOptions extends GuardOptions {
  /** The record's folder. */
  record: string
  /** Folder of the built pages; those of the package unless told otherwise. */
  site?: string
}

/** Bytes of a request's body: a correction is a few words. */
const BODY = 64 * 1024
/** A question on the SQL page: seconds, and rows shown. */
const SQL_LIMITS = { seconds: 20, rows: 1000 }
/** A download may be the whole of a list. */
const FILE_LIMITS = { seconds: 120 }

export interface Workbench {
  readonly app: Hono
  close(): void
}

/** Makes the workbench of a record. */
export function workbench({
  record: folder,
  site = join(packageRoot, 'dist/web'),
  ...options
}: WorkbenchOptions): Workbench {
  const record = holdRecord(folder)
  const app = new Hono()
  app.onError((error, c) => answerFault(c, error))
  app.use(headers)
  app.use(guard(options))
  app.use(
    bodyLimit({
      maxSize: BODY,
      onError: (c) => answerFault(c, new OnrecordError('E_BODY', `A request may hold ${BODY} bytes.`)),
    }),
  )
  app.use(compress({ threshold: 1024 }))
  addApi(app, record)
  app.use(etag({ weak: true }))
  addSite(app, site)
  app.notFound((c) => answerFault(c, noPage(c.req.path)))
  return { app, close: () => record.close() }
}

const noPage = (path: string) =>
  new OnrecordError('E_NO_PAGE', `${path}: there is nothing here. What there is: /api/openapi.json`)

function addApi(app: Hono, record: HeldRecord): void {
  app.get('/api/openapi.json', (c) => c.json(openApi()))
  app.get('/api/status', (c) => record.use(async (held) => fresh(c, held.revision, () => statusOf(held.snapshot))))

  /** One thing by its id. */
  const one = (kind: string, what: string, find: (held: Held, id: string) => Promise<unknown>) =>
    app.get(`/api/${kind}/:id`, (c) =>
      record.use((held) =>
        fresh(c, held.revision, async () => {
          const id = c.req.param('id')!
          const found = await find(held, id)
          if (!found) throw new OnrecordError('E_NO_PAGE', `There is no ${what} ${id} on record.`)
          return found
        }),
      ),
    )
  one('documents', 'document', documentOf)
  one('actors', 'actor', actorOf)
  one('stories', 'document', storyOf)
  addCorrections(app, record)

  app.get('/api/:name', (c, next) => {
    const { name, format } = splitName(c.req.param('name'))
    const asked = queryOf(c)
    const file = (sql: string, limits = FILE_LIMITS) =>
      record.use((held) => download(c, held.snapshot, sql, { name, format: format!, limits }))
    if (isListName(name)) {
      const list: List = lists[name]
      const wanted = askedOf(list, asked)
      const sql = sqlOf(list, wanted)
      if (format) return file(sql)
      return record.use((held) => fresh(c, held.revision, async () => ({ ...(await pageOf(held, list, wanted)), sql })))
    }
    if (name === 'actors') {
      const { q } = parametersOf({ q: z.string().max(200).optional() }, asked)
      const sql = actorsSql(q)
      if (format) return file(sql)
      return record.use((held) =>
        fresh(c, held.revision, async () => ({ rows: await held.rows(`FROM (${sql}) LIMIT 200`), sql })),
      )
    }
    if (name === 'pairs') {
      const { a, b } = parametersOf({ a: z.string().min(1).max(200), b: z.string().min(1).max(200) }, asked)
      const sql = pairSql(a, b)
      if (format) return file(sql)
      return record.use((held) => fresh(c, held.revision, async () => ({ ...(await pairOf(held, a, b)), sql })))
    }
    if (name === 'search') {
      if (format) return record.use((held) => searchFile(c, held, asked, format))
      return record.use((held) => fresh(c, held.revision, () => searchPage(held, asked)))
    }
    if (name === 'search.atom') return record.use((held) => searchFeed(c, held, asked))
    if (name === 'sql') {
      const { q } = parametersOf({ q: z.string().min(1).max(20_000) }, asked)
      if (format) return file(q, SQL_LIMITS)
      return record.use(async ({ snapshot }) => {
        const answer = await ask(snapshot, q, SQL_LIMITS)
        try {
          const rows = []
          for await (const row of answer.rows) rows.push(row)
          c.header('cache-control', 'no-store')
          return c.json({ columns: answer.columns, rows, more: answer.more() })
        } finally {
          answer.close()
        }
      })
    }
    return next()
  })
  app.all('/api/*', (c) => answerFault(c, noPage(c.req.path)))
}

function queryOf(c: Context): Record<string, string> {
  const { token: _, ...asked } = c.req.query()
  return asked
}

const kept = keptAnswers()

/** Answers in JSON, or that nothing has changed since the asker had the answer; then nothing is asked of the record. */
async function fresh(c: Context, revision: string, answer: () => Promise<unknown>): Promise<Response> {
  const tag = `W/"${createHash('sha256').update(`${revision} ${c.req.url}`).digest('base64url').slice(0, 22)}"`
  const known = (c.req.header('if-none-match') ?? '').split(',').map((it) => it.trim())
  // A fault has no tag: it is asked for anew.
  const body = known.includes(tag) ? undefined : await kept(tag, answer)
  c.header('etag', tag)
  c.header('cache-control', 'no-cache')
  if (body === undefined) return c.body(null, 304)
  c.header('content-type', 'application/json')
  return c.body(body)
}
