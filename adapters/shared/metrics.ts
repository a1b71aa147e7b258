/** Upper ends of the latency buckets, in seconds. */
const BUCKETS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** A gauge read when the metrics are asked for. */
export interface Gauge {
  readonly name: string;
  readonly help: string;
  read(): number;
}

export interface Metrics {
  /** One question answered: its platform, the answer's kind, and the seconds from receipt to the finished answer. */
  question(platform: string, kind: string, seconds: number): void;
  /** One fault: where it happened (ask, send, poll, chart, reload). */
  error(platform: string, where: string): void;
  /** All of it in the text format of Prometheus. */
  render(): string;
}

/** Counts what the bots do. Labels are closed sets, so the number of series stays small. */
export function createMetrics(gauges: readonly Gauge[] = []): Metrics {
  const questions = new Map<string, number>();
  const errors = new Map<string, number>();
  const buckets = new Array<number>(BUCKETS.length + 1).fill(0);
  let seconds = 0;
  let count = 0;

  return {
    question(platform, kind, taken) {
      add(questions, `platform="${platform}",kind="${kind}"`);
      const at = BUCKETS.findIndex((end) => taken <= end);
      buckets[at === -1 ? BUCKETS.length : at]! += 1;
      seconds += taken;
      count += 1;
    },
    error(platform, where) {
      add(errors, `platform="${platform}",where="${where}"`);
    },
    render() {
      const lines = [
        ...head('govreport_questions_total', 'counter', 'Questions answered, by kind of answer.'),
        ...[...questions].map(([labels, value]) => `govreport_questions_total{${labels}} ${value}`),
        ...head('govreport_errors_total', 'counter', 'Faults, by where they happened.'),
        ...[...errors].map(([labels, value]) => `govreport_errors_total{${labels}} ${value}`),
        ...head('govreport_answer_seconds', 'histogram', 'Seconds from receipt to the finished answer.'),
      ];
      let below = 0;
      for (const [index, end] of [...BUCKETS, '+Inf'].entries()) {
        below += buckets[index]!;
        lines.push(`govreport_answer_seconds_bucket{le="${end}"} ${below}`);
      }
      lines.push(`govreport_answer_seconds_sum ${seconds}`, `govreport_answer_seconds_count ${count}`);
      for (const gauge of gauges) lines.push(...head(gauge.name, 'gauge', gauge.help), `${gauge.name} ${gauge.read()}`);
      return `${lines.join('\n')}\n`;
    },
  };
}

function head(name: string, type: string, help: string): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`];
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
