/** `export --all` writes every figure that was read, `export "…"` the table of an answer. */
await (process.argv.includes('--all') ? import('./export-all.js') : import('./export-answer.js'));

export {};
