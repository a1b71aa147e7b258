import { availableParallelism, cpus, totalmem } from 'node:os';

/** The machine that measured, in one line. Times are only comparable on one machine. */
export function machine(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  const memory = `${Math.round(totalmem() / 1024 ** 3)} GB`;
  return `${model}, ${availableParallelism()} cores, ${memory}, Node ${process.versions.node}, ${process.platform} ${process.arch}`;
}
