import { type Assistant, createAssistant } from '../../src/assistant.js';

let loaded: Promise<Assistant> | undefined;
let given = 0;

/** The assistant over the reports that come with the program: loaded once in a worker, with new conversations for each who asks for it. */
export async function loadSeeds(): Promise<Assistant> {
  loaded ??= createAssistant({ corpus: [] });
  const assistant = await loaded;
  given += 1;
  const number = given;
  // `once:` begins the ids of conversations that are never kept.
  const own = (session: string): string => session.replace(/^(?:once:)?/u, `$&${number}/`);
  return {
    ...assistant,
    ask: (session, text) => assistant.ask(own(session), text),
    last: (session) => assistant.last(own(session)),
    forget: (session) => assistant.forget(own(session)),
    explain: async (session) => (await assistant.explain?.(own(session))) ?? [],
  };
}
