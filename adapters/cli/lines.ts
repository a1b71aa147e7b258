import { StringDecoder } from 'node:string_decoder';

/** Longer lines are cut: nothing that is asked is as long. */
const MAX_LINE = 2_000_000;

/**
 * The lines of a stream of UTF-8, ended by \n or \r\n alone (readline would also end them at U+2028 and at a bare \r,
 * which may stand in a JSON string). A last line without an end is a line; an empty one is not. Longer than two million
 * characters, a line is cut there.
 */
export async function* readLines(input: AsyncIterable<Buffer | string>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let parts: string[] = [];
  let length = 0;
  const keep = (piece: string) => {
    if (length < MAX_LINE) parts.push(piece.slice(0, MAX_LINE - length));
    length += piece.length;
  };
  const take = () => {
    const line = parts.join('');
    parts = [];
    length = 0;
    return line.endsWith('\r') ? line.slice(0, -1) : line;
  };
  for await (const chunk of input) {
    const text = typeof chunk === 'string' ? chunk : decoder.write(chunk);
    let from = 0;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
      keep(text.slice(from, at));
      from = at + 1;
      yield take();
    }
    keep(text.slice(from));
  }
  keep(decoder.end());
  if (length > 0) yield take();
}
