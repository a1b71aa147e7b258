/** A config file that cannot be used. The message names the file, the place in it and what is wrong, in Chinese. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(
    readonly file: string,
    /** Where in the file: indicators[3].aliases[1]. Empty for the file as a whole. */
    readonly place: string,
    readonly problem: string,
  ) {
    super(`${file}${place === '' ? '' : ` ${place}`}：${problem}`);
  }
}
