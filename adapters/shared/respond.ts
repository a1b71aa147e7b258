/** What decides whether a message is for the bot. */
export interface Heard {
  /** direct: one person and the bot; group: several people; broadcast: a channel nobody asks in. */
  readonly chat: 'direct' | 'group' | 'broadcast';
  /** Written by a bot (this one included), or sent through this bot's inline mode. */
  readonly fromBot: boolean;
  readonly text: boolean;
  /** A command by its form, and to whom it is addressed. */
  readonly command: 'none' | 'known' | 'unknown';
  readonly addressed: 'nobody' | 'me' | 'other';
  readonly mentionsMe: boolean;
  readonly repliesToMe: boolean;
}

/** answer: treat it as a question; hint: say that only text is read; silent: leave it. */
export type Response = 'answer' | 'hint' | 'silent';

/**
 * When to speak. In a direct chat always; in a group only on commands, replies to the bot and mentions of it; in a channel never;
 * to a bot never. A command addressed to another bot, or one that nobody here knows, is left to the others.
 */
export function respondTo(heard: Heard): Response {
  if (heard.fromBot || heard.chat === 'broadcast') return 'silent';
  if (heard.chat === 'direct') return heard.text ? 'answer' : 'hint';
  if (!heard.text || heard.addressed === 'other') return 'silent';
  if (heard.command === 'known' || heard.addressed === 'me') return 'answer';
  if (heard.mentionsMe) return 'answer';
  if (heard.command === 'unknown') return 'silent';
  return heard.repliesToMe ? 'answer' : 'silent';
}
