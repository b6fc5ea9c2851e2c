/** A server on this machine's loopback for tests: pages, and the raw sockets of those who mean harm. */
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createSocketServer, type Server, type Socket } from 'node:net'

export interface TestServer {
  /** "http://127.0.0.1:40001" */
  origin: string
  port: number
  /** Paths that were asked for, in order. */
  asked: string[]
  close(): Promise<void>
}

export type Page = (request: IncomingMessage, response: ServerResponse) => void

/** Serves pages by their path; what has none is answered with 404. */
export async function servePages(pages: Record<string, Page | string>): Promise<TestServer> {
  const asked: string[] = []
  const listener: RequestListener = (request, response) => {
    asked.push(request.url!)
    const page = pages[request.url!] ?? pages[request.url!.split('?')[0]!]
    if (typeof page === 'function') return page(request, response)
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' }).end(page)
  }
  const server = createServer(listener)
  return { ...(await listening(server)), asked }
}

/** Answers every connection with raw bytes, once its request has come. */
export async function serveRaw(answer: (socket: Socket, request: string) => void): Promise<TestServer> {
  const asked: string[] = []
  const server = createSocketServer((socket) => {
    // Clients that end the connection are what these tests are for.
    socket.on('error', () => {})
    socket.once('data', (head) => {
      const request = head.toString('latin1')
      asked.push(request.split(' ')[1]!)
      answer(socket, request)
    })
  })
  return { ...(await listening(server)), asked }
}

async function listening(server: Server): Promise<Omit<TestServer, 'asked'>> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((done) => server.close(done))
    },
  }
}
