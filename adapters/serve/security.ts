import type { MiddlewareHandler } from 'hono';
import { SCRIPT, STYLE } from './assets.js';

/** Nothing but what this server sends itself: the one script and the one style that its pages hold, no frame, no other host. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  `script-src ${SCRIPT.hash}`,
  `style-src ${STYLE.hash}`,
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * No opener policy: a browser starts a process of its own for a page that has one, which takes longer than the page itself, and
 * there is nothing to keep from a page that opened this one: no account, no cookie.
 */
const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};

/** The headers that every response carries. */
export function securityHeaders(): MiddlewareHandler {
  return async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(HEADERS)) context.res.headers.set(name, value);
  };
}

/**
 * True where a request may come from the page that it says it comes from: none named (a program), this server itself, or one
 * of those allowed by CORS_ORIGINS. Keeps a page in somebody's browser from asking a server on their own machine.
 */
export function originAllowed(
  origin: string | undefined,
  host: string | undefined,
  allowed: readonly string[],
): boolean {
  if (origin === undefined) return true;
  if (allowed.includes('*') || allowed.includes(origin)) return true;
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}
