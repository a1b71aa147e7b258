/** A store that cannot be used: what is wrong and what to do, in Chinese, one line; no secret is in it. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  /** True where waiting may help: the database is away, the disk is full. */
  readonly passing: boolean;

  constructor(
    message: string,
    { passing = false, cause }: { readonly passing?: boolean; readonly cause?: unknown } = {},
  ) {
    super(message, cause === undefined ? {} : { cause });
    this.passing = passing;
  }
}
