/** How parts of a reply are set off: each returns the text with terminal codes around it. */
export interface Style {
  readonly strong: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly mark: (text: string) => string;
}

const codes = (on: number, off: number) => (text: string) => `\u001b[${on}m${text}\u001b[${off}m`;

const terminalStyle: Style = { strong: codes(1, 22), dim: codes(2, 22), mark: codes(33, 39) };

/** The style for a stream: none unless it is a terminal that can show one and NO_COLOR (https://no-color.org) is not set. */
export function styleFor(
  stream: { readonly isTTY?: boolean },
  env: Readonly<Record<string, string | undefined>>,
): Style | undefined {
  return stream.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb' ? terminalStyle : undefined;
}
