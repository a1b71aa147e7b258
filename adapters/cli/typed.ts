/** How the one command of the package is started: by its name, or by its file where a system has no links. */
const PACKAGED = /[\\/](?:gov-report-bot|cli[\\/]main\.js)$/u;

/** How the program that is running is typed, for its help: as the command of the package, or as a script of the project. */
export function typed(
  command: string,
  script = `npm run --silent ${command} --`,
  path = process.argv[1] ?? '',
): string {
  return PACKAGED.test(path) ? `gov-report-bot ${command}` : script;
}
