export { commandErrorText, type HelpLanguage, helpText, usage } from './help.js';
export { namesOf } from './names.js';
export { formatCommand, parseCommand } from './parse.js';
export { toQuestion } from './question.js';
export { COMMANDS, EXPORT_FORMATS, type ExportFormat, FACET_WORDS, findCommand } from './table.js';
export type {
  Argument,
  Arguments,
  ArgumentType,
  Command,
  CommandError,
  Invocation,
  KnownNames,
  Parsed,
} from './types.js';
