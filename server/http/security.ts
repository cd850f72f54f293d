import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'
import type { Config } from '../config.ts'

const hostPattern = /^[\w.-]+(:\d+)?$|^\[[\da-f:.]+\](:\d+)?$/i

const permissions = [
  ...['fullscreen', 'clipboard-write', 'screen-wake-lock'].map((name) => `${name}=(self)`),
  ...['camera', 'microphone', 'geolocation', 'payment', 'usb', 'serial', 'midi'].map(
    (name) => `${name}=()`,
  ),
].join(', ')

/** Headers that keep a page to its own server: nothing inline, nothing from elsewhere, no framing, no referrer. */
export async function secureHeaders(
  app: FastifyInstance,
  { publicUrl }: Pick<Config, 'publicUrl'>,
): Promise<void> {
  const self = ["'self'"]
  const none = ["'none'"]
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: self,
        scriptSrc: self,
        scriptSrcAttr: none,
        styleSrc: self,
        imgSrc: [...self, 'data:', 'blob:'],
        fontSrc: self,
        workerSrc: self,
        connectSrc: [
          ...self,
          // Browsers before 2022 don't take a WebSocket of the same host for 'self'.
          (request) => {
            const host = publicUrl === undefined ? request.headers.host : new URL(publicUrl).host
            return host !== undefined && hostPattern.test(host)
              ? `ws://${host} wss://${host}`
              : "'self'"
          },
        ],
        objectSrc: none,
        baseUri: self,
        formAction: self,
        frameAncestors: none,
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    // Its own opener group gives the page a process already: asked for both, Chromium begins a second one for each visitor.
    originAgentCluster: false,
    // Only where the operator says that the public address is https; other hosts of the domain are not ours.
    strictTransportSecurity: publicUrl?.startsWith('https:') === true && {
      maxAge: 31_536_000,
      includeSubDomains: false,
    },
    xFrameOptions: { action: 'deny' },
  })
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('permissions-policy', permissions)
  })
}
