/** The HTTP API over a record, and the workbench that stands on it. */
import { join } from 'node:path'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'
import { OnrecordError } from '../errors.ts'
import { packageRoot } from '../package-root.ts'
import { statusOf } from '../record/index.ts'
import { actorOf } from './actor.ts'
import { fresh } from './answer.ts'
import { addCorrections } from './corrections.ts'
import { documentOf } from './document.ts'
import { answerFault } from './fault.ts'
import { type GuardOptions, guard, headers } from './guard.ts'
import { type Held, type HeldRecord, holdRecord } from './held.ts'
import { openApi } from './openapi.ts'
import { addQuestions } from './questions.ts'
import { addSearch } from './search.ts'
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

  addQuestions(app, record)
  addSearch(app, record)
  app.all('/api/*', (c) => answerFault(c, noPage(c.req.path)))
}
