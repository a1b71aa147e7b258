/**
 * A strict reader of RFC 4180: throws on a bare quote, an unclosed one, a line end that is no CRLF, or records of unequal
 * length.
 */
export function readCsv(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let at = 0;
  while (at < text.length) {
    const [field, next] = text[at] === '"' ? quotedField(text, at + 1) : plainField(text, at);
    record.push(field);
    if (text[next] === ',') at = next + 1;
    else if (text.startsWith('\r\n', next)) {
      records.push(record);
      record = [];
      at = next + 2;
    } else throw new Error(`a separator was expected at ${next}`);
  }
  if (record.length > 0) throw new Error('the last record has no line end');
  const lengths = new Set(records.map((fields) => fields.length));
  if (lengths.size > 1) throw new Error(`records of ${[...lengths].join(', ')} fields`);
  return records;
}

function quotedField(text: string, from: number): [string, number] {
  let field = '';
  for (let at = from; at < text.length; at++) {
    if (text[at] !== '"') field += text[at];
    else if (text[at + 1] === '"') {
      field += '"';
      at += 1;
    } else return [field, at + 1];
  }
  throw new Error(`the quote opened before ${from} is not closed`);
}

function plainField(text: string, from: number): [string, number] {
  const end = text.slice(from).search(/[,\r\n"]/);
  if (end < 0) throw new Error('the last field has no line end');
  return [text.slice(from, from + end), from + end];
}
