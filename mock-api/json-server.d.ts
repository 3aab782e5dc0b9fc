/** The part of json-server and its Express that the mock uses. */
declare module 'json-server' {
  import type { IncomingMessage, Server, ServerResponse } from 'node:http';

  export type Request = IncomingMessage & { method: string; path: string; originalUrl: string; url: string; query: Record<string, string | string[]>; params: Record<string, string>; body: unknown };
  export type Response = ServerResponse & { locals: { data?: unknown }; send(body: Buffer): Response; status(code: number): Response; json(body: unknown): Response; set(name: string, value: string): Response; sendFile(path: string): void };
  export type Next = (error?: unknown) => void;
  export type Handler = (request: Request, response: Response, next: Next) => unknown;
  export type App = Handler & { use(...handlers: Handler[]): void; use(path: string, ...handlers: Handler[]): void; all(path: string, ...handlers: Handler[]): void; get(path: string, ...handlers: Handler[]): void; post(path: string, ...handlers: Handler[]): void; delete(path: string, ...handlers: Handler[]): void; set(name: string, value: unknown): void; listen(port: number, host: string, done: () => void): Server };
  export type Router = Handler & { render: (request: Request, response: Response) => void };

  const jsonServer: { create(): App; router(data: Record<string, unknown>): Router; bodyParser: Handler[]; defaults(options: { static?: string; logger?: boolean; bodyParser?: boolean; noCors?: boolean }): Handler[] };
  export default jsonServer;
}
