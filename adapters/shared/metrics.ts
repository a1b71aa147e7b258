/** Upper ends of the latency buckets, in seconds. */
const BUCKETS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** A gauge read when the metrics are asked for. */
export interface Gauge {
  readonly name: string;
  readonly help: string;
  read(): number;
}

export interface Metrics {
  /**
   * One question answered: its platform, the answer's kind, and the seconds from receipt to the finished answer;
   * for a refusal which no it was, and how sure the answer is where it says so.
   */
  question(platform: string, kind: string, seconds: number, more?: { reason?: string; confidence?: number }): void;
  /** A request to a platform that has to be sent again. */
  retry(platform: string): void;
  reload(done: boolean): void;
  /** One fault: where it happened (ask, send, poll, chart, reload). */
  error(platform: string, where: string): void;
  /** All of it in the text format of Prometheus. */
  render(): string;
}

export interface MetricsOptions {
  /** The platforms that run: what can happen on them is shown as 0 from the first look on. */
  readonly platforms?: readonly string[];
  /** What this program is and what it answers from, as labels of a gauge that is always 1. */
  readonly info?: () => Readonly<Record<string, string>>;
}

/** Upper ends of the buckets of confidence. */
const SHARES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
const REASONS = ['not-held', 'not-said', 'not-sure', 'not-understood', 'limit'];
const PLACES_OF_FAULT = ['ask', 'send'];

/** Counts what the bots do. Labels are closed sets, so the number of series stays small. */
export function createMetrics(gauges: readonly Gauge[] = [], { platforms = [], info }: MetricsOptions = {}): Metrics {
  const zeros = (labels: readonly string[]) => new Map(labels.map((label) => [label, 0]));
  const questions = zeros(platforms.map((platform) => `platform="${platform}",kind="figure"`));
  const refusals = zeros(REASONS.map((reason) => `reason="${reason}"`));
  const retries = zeros(platforms.map((platform) => `platform="${platform}"`));
  const reloads = zeros(['result="done"', 'result="failed"']);
  const errors = zeros(
    platforms.flatMap((platform) => PLACES_OF_FAULT.map((where) => `platform="${platform}",where="${where}"`)),
  );
  const sure = createHistogram('govreport_answer_confidence', 'How sure the answers are that say so.', SHARES);
  const taking = createHistogram('govreport_answer_seconds', 'Seconds from receipt to the finished answer.', BUCKETS);

  return {
    question(platform, kind, taken, { reason, confidence } = {}) {
      if (reason !== undefined) add(refusals, `reason="${reason}"`);
      if (confidence !== undefined) sure.observe(confidence);
      add(questions, `platform="${platform}",kind="${kind}"`);
      taking.observe(taken);
    },
    error(platform, where) {
      add(errors, `platform="${platform}",where="${where}"`);
    },
    retry: (platform) => add(retries, `platform="${platform}"`),
    reload: (done) => add(reloads, `result="${done ? 'done' : 'failed'}"`),
    render() {
      const lines = [
        ...counters('govreport_questions_total', 'Questions answered, by kind of answer.', questions),
        ...counters('govreport_errors_total', 'Faults, by where they happened.', errors),
        ...counters('govreport_refusals_total', 'Refusals, by which no it was.', refusals),
        ...counters('govreport_send_retries_total', 'Requests to a platform that were sent again.', retries),
        ...counters('govreport_reloads_total', 'Reloads of corpus and settings.', reloads),
        ...sure.render(),
        ...taking.render(),
      ];
      for (const gauge of gauges) lines.push(...head(gauge.name, 'gauge', gauge.help), `${gauge.name} ${gauge.read()}`);
      if (info !== undefined) {
        const labels = Object.entries(info()).map(([name, value]) => `${name}="${value.replace(/["\\\n]/g, '')}"`);
        lines.push(
          ...head('govreport_info', 'gauge', 'Version of the program and of the corpus.'),
          `govreport_info{${labels.join(',')}} 1`,
        );
      }
      return `${lines.join('\n')}\n`;
    },
  };
}

function counters(name: string, help: string, counts: ReadonlyMap<string, number>): string[] {
  return [...head(name, 'counter', help), ...[...counts].map(([labels, value]) => `${name}{${labels}} ${value}`)];
}

function createHistogram(name: string, help: string, ends: readonly number[]) {
  const counts = new Array<number>(ends.length + 1).fill(0);
  let sum = 0;
  let count = 0;
  return {
    observe(value: number): void {
      const at = ends.findIndex((end) => value <= end);
      counts[at === -1 ? ends.length : at]! += 1;
      sum += value;
      count += 1;
    },
    render(): string[] {
      let below = 0;
      const lines = [...ends, '+Inf'].map((end, index) => {
        below += counts[index]!;
        return `${name}_bucket{le="${end}"} ${below}`;
      });
      return [...head(name, 'histogram', help), ...lines, `${name}_sum ${sum}`, `${name}_count ${count}`];
    },
  };
}

function head(name: string, type: string, help: string): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`];
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
