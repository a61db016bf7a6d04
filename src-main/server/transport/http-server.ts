import type { IncomingMessage } from 'node:http';
import fastify from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Logger } from 'pino';
import type { z } from 'zod';
import { AppError } from '#shared/errors/app-error.ts';
import { canonicalUrl } from './address.ts';
import { answerHeaders } from './answer-headers.ts';
import { allowOrigins } from './cross-origin.ts';
import { type GuardDeps, guard } from './guard.ts';
import { methodGuard, nothingThere } from './method-guard.ts';
import { answerRaw, invalid, sendProblem } from './problem.ts';
import { watchRush } from './request-rush.ts';
import type { Door } from './routes/door.ts';
import type { Tls } from './tls.ts';

/** Every limit is set by hand: the defaults are made for the open internet or for nothing at all. */
const bodyBytes = 256 * 1024;

export type HttpServerDeps = GuardDeps & { readonly log: Logger; readonly tls?: Tls | undefined };

/** fastify with our errors, our checks and nobody let in, with the routes that `addRoutes` brings. */
export function createHttpServer(deps: HttpServerDeps, addRoutes: (app: Door) => void): Door {
  const app = fastify({
    bodyLimit: bodyBytes,
    requestTimeout: 30_000,
    // Nothing read and nothing taken for so long: an answer that nobody reads is let go. Streams have heartbeats.
    connectionTimeout: 80_000,
    // After a change of address an idle connection is dead without a word, and a request on it hangs.
    keepAliveTimeout: 5000,
    forceCloseConnections: 'idle',
    exposeHeadRoutes: true,
    routerOptions: { maxParamLength: 200 },
    return503OnClosing: false,
    clientErrorHandler: (error, socket) => answerRaw(socket, error),
    ...wireOf(deps.tls),
    schemaController: { compilersFactory: { buildValidator: neverAsked, buildSerializer: neverAsked } },
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    rewriteUrl: (request) => canonicalUrl(request.url ?? '/'),
    frameworkErrors: (error, _request, reply) => {
      sendProblem(reply.headers(answerHeaders), error, deps.log);
    },
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler<z.ZodType>(({ schema, httpPart }) => (value) => {
    const checked = schema.safeParse(value);
    return checked.success ? { value: checked.data } : { error: invalid(checked.error, httpPart) };
  });
  app.setErrorHandler((error, _request, reply) => sendProblem(reply, error, deps.log));
  parseJson(app);
  app.addHook('onRequest', (_request, reply, next) => {
    reply.headers(answerHeaders);
    next();
  });
  // An expectation that we do not know is no reason to answer without a word.
  app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response));
  deps.gate.strangers.watch(app.server);
  watchRush(app.server, deps.gate.strangers);
  allowOrigins(app, deps.gate);
  guard(app, deps);
  const refuseOtherMethods = methodGuard(app);
  app.setNotFoundHandler(nothingThere);
  addRoutes(app);
  app.after(refuseOtherMethods);
  return app;
}

const wire = {
  headersTimeout: 10_000,
  connectionsCheckingInterval: 2000,
  shouldUpgradeCallback: isWebSocket,
  maxHeaderSize: 16 * 1024,
  // Node's own answer to a request without a Host is empty.
  requireHostHeader: false,
};

/** The same limits, in the open or encrypted. fastify's types tell the two apart; nothing that is done here does. */
const wireOf = (tls: Tls | undefined): { readonly http: typeof wire } =>
  (tls ? { https: { ...wire, ...tls.options } } : { http: wire }) as { readonly http: typeof wire };

/** Zod checks what comes in. fastify's own compilers would be loaded at every start, a tenth of its time. */
const neverAsked = (): never => {
  throw new Error('a route has a schema that is not of zod');
};

/** HTTP/1.1 says to ignore an upgrade that one does not know; some HTTP clients ask for h2c with every request. */
function isWebSocket(request: IncomingMessage): boolean {
  return /^websocket$/i.test(request.headers.upgrade ?? '');
}

/** An empty body is "nothing said", which a route may allow; plain text is never taken for JSON, nor broken text repaired. */
function parseJson(app: Door): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    if (body.length === 0) return done(null, undefined);
    try {
      return parse(request, utf8.decode(body as Buffer), done);
    } catch {
      return done(new AppError('malformed', 'The body is not UTF-8.'));
    }
  });
}

/** A request that is not whole by then keeps nobody waiting. */
const closeWithinMs = 2000;

/** Answers what was accepted, then closes; whoever dawdles is cut. */
export async function closeHttpServer(app: Door): Promise<void> {
  const cut = setTimeout(() => app.server.closeAllConnections(), closeWithinMs);
  await app.close();
  clearTimeout(cut);
}
