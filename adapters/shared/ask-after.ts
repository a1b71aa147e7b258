import { randomUUID } from 'node:crypto';
import type { Answer } from '../../src/answer/schema.js';
import type { Assistant } from '../../src/assistant.js';

/**
 * Answers a question that may lean on earlier ones, in a conversation of its own that is forgotten afterwards: whoever asks
 * the same gets the same, and nothing is kept.
 * @param last how the last question is answered; the assistant itself unless given
 */
export async function askAfter(
  assistant: Assistant,
  after: readonly string[],
  question: string,
  last: (session: string) => Answer | Promise<Answer> = (session) => assistant.ask(session, question),
): Promise<Answer> {
  const session = `once:${randomUUID()}`;
  try {
    for (const earlier of after) await assistant.ask(session, earlier);
    return await last(session);
  } finally {
    await assistant.forget(session);
  }
}
