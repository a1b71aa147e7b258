import { DefaultRestOptions, type RESTOptions } from 'discord.js';

/** Ways in which a connection fails before an answer has come. */
const BROKEN = new Set(['UND_ERR_SOCKET', 'UND_ERR_CONNECT_TIMEOUT', 'ECONNREFUSED', 'EPIPE', 'EAI_AGAIN']);

/**
 * Sends a request as discord.js does, and gives every broken connection the one name under which discord.js tries again (ECONNRESET).
 * A message that was taken although its answer was lost is not doubled: messages carry a nonce, and an interaction is answered once.
 */
export const makeRequest: RESTOptions['makeRequest'] = async (url, init) => {
  try {
    return await DefaultRestOptions.makeRequest(url, init);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (BROKEN.has(code))
      throw Object.assign(new Error(`connection failed: ${code}`, { cause: error }), { code: 'ECONNRESET' });
    throw error;
  }
};
