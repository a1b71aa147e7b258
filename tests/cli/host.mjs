// Runs command-line programs one after another in one process, so that modules and the words of questions are loaded once.
// Each run has its own arguments, folder, environment and streams; the main module is evaluated anew each time.
import { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';

let runs = 0;

/** A stream that keeps what is written to it. */
function kept() {
  const chunks = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(Buffer.from(chunk));
      done();
    },
  });
  return { stream, text: () => Buffer.concat(chunks).toString('utf8') };
}

function replaceEnvironment(values) {
  for (const name of Object.keys(process.env)) if (!(name in values)) delete process.env[name];
  Object.assign(process.env, values);
}

process.on('message', async ({ path, args, input, cwd, env }) => {
  const [stdout, stderr] = [kept(), kept()];
  const streams = { stdin: Readable.from(Buffer.from(input, 'base64')), stdout: stdout.stream, stderr: stderr.stream };
  for (const [name, value] of Object.entries(streams))
    Object.defineProperty(process, name, { value, configurable: true });
  process.argv = [process.execPath, path, ...args];
  process.chdir(cwd);
  replaceEnvironment(env);
  process.exitCode = undefined;
  let fault;
  try {
    await import(`${pathToFileURL(path)}?run=${++runs}`);
  } catch (error) {
    fault = String(error?.stack ?? error);
  }
  const code = process.exitCode ?? 0;
  process.exitCode = undefined;
  process.send({ code, stdout: stdout.text(), stderr: stderr.text(), fault });
});
process.on('disconnect', () => process.exit());
