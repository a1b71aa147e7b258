/** How parts of a reply are set off; each returns the text with or without terminal codes. */
export interface Style {
  readonly strong: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly mark: (text: string) => string;
  readonly accent: (text: string) => string;
}

const same = (text: string) => text;
const codes = (on: number, off: number) => (text: string) => `\u001b[${on}m${text}\u001b[${off}m`;

export const plainStyle: Style = { strong: same, dim: same, mark: same, accent: same };
export const terminalStyle: Style = {
  strong: codes(1, 22),
  dim: codes(2, 22),
  mark: codes(33, 39),
  accent: codes(36, 39),
};

/** True where colour belongs: a terminal that can show it, and NO_COLOR (https://no-color.org) not set. */
export function colourOf(stream: { isTTY?: boolean }, env: Readonly<Record<string, string | undefined>>): boolean {
  return stream.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb';
}
