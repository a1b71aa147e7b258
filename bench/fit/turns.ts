import { createConversation } from '../../src/dialog/conversation.js';
import type { Session } from '../../src/dialog/sessions.js';
import { type TurnTold, turnVector } from '../../src/dialog/turn-acceptance.js';
import { attempt } from '../../src/retrieval/at-hand.js';
import type { GoldSet, GoldTurn } from './gold.js';
import { judged } from './judged.js';
import type { Case } from './logit.js';
import { open } from './opened.js';

/** A turn that leans on the one before, with whether what was found for it is right. */
export interface TurnCase extends Case {
  /** The conversation: folds of the cross-validation part by it. */
  readonly group: string;
  readonly turn: GoldTurn;
  readonly set: string;
  readonly headline: string;
}

/**
 * The turns of a set's conversations whose answer is that of one question that leans on the one before. Every answer is told, so that the cases do not
 * depend on the weights that are fitted to them.
 */
export async function turnCasesOf({ name, corpus, turns }: GoldSet): Promise<TurnCase[]> {
  const { store, lexicon } = open(corpus);
  let offered: TurnTold[] = [];
  const conversation = createConversation(store, lexicon, (turn) => {
    offered.push({ ...turn, session: { ...turn.session } });
    return true;
  });
  const sessions = new Map<string, Session>();
  const cases: TurnCase[] = [];
  for (const turn of turns.filter(({ dialog }) => dialog)) {
    const before = sessions.get(turn.session) ?? { shown: 0 };
    const { answer, session } = await attempt(store, () => {
      offered = [];
      const draft = { ...before };
      return { answer: conversation.turn(draft, turn.question), session: draft };
    });
    sessions.set(turn.session, session);
    // What was tried on the way and not said is no case.
    const told = offered.findLast((one) => one.answer.headline === answer.headline);
    if (!told) continue;
    const yes = judged(turn, answer) === 'right';
    cases.push({
      x: turnVector(told),
      yes,
      group: `${name} ${turn.session}`,
      turn,
      set: name,
      headline: answer.headline,
    });
  }
  return cases;
}
