import type { Answer } from '../../src/answer/schema.js';
import { type Command, helpText } from '../../src/commands/index.js';
import type { Dispute } from './disputes.js';
import type { ReloadResult, Status } from './host.js';
import { TEXTS } from './texts.js';
import type { Unread } from './unread.js';

/** An answer that says something about the bot itself: no figures, no citations. */
export function notice(headline: string, lines: readonly string[] = []): Answer {
  return {
    kind: 'notice',
    headline,
    text: [headline, ...lines].join('\n'),
    understood: {
      places: [],
      years: [],
      indicator: null,
      facet: null,
      operation: { value: 'notice', source: 'question' },
      line: '',
    },
    figures: [],
    citations: [],
    suggestions: [],
    elapsedMs: 0,
  };
}

/** Help in English, over all commands or over one. */
export function englishHelp(command?: Command): Answer {
  const [headline = '', ...lines] = helpText('en', command === undefined ? {} : { command }).split('\n');
  return notice(headline, lines);
}

/** Version, corpus, counts, memory and uptime, for administrators. */
export function statusNotice({ version, stats, memory, uptime, loaded }: Status): Answer {
  const years = stats.years === null ? '' : `，${stats.years[0]}–${stats.years[1]}年`;
  return notice(`运行中 · 版本 ${version}`, [
    `语料：${stats.corpus.map(lastPart).join('、')}`,
    `报告 ${stats.reports} 份，地区 ${stats.places} 个${years}`,
    `数字 ${stats.facts} 个，段落 ${stats.passages} 个`,
    `内存 ${Math.round(memory / 1_000_000)} MB，已运行 ${duration(uptime)}`,
    `加载于 ${loaded.toISOString().slice(0, 19)}Z，用时 ${Math.round(stats.loadMs)} 毫秒${stats.snapshot ? '（用快照）' : ''}`,
  ]);
}

export function reloadNotice(result: ReloadResult): Answer {
  return result.ok
    ? notice(TEXTS.reloaded, [`报告 ${result.stats.reports} 份，数字 ${result.stats.facts} 个。`])
    : notice(TEXTS.reloadFailed, [result.message]);
}

/** The newest disputes, each with the question, the reading and where the figure was taken from. */
export function disputesNotice(total: number, newest: readonly Dispute[]): Answer {
  if (total === 0) return notice(TEXTS.noDisputes);
  const lines = newest.flatMap(({ at, question, reading, headline, citations }, index) => [
    `${index + 1}. ${at.replace('T', ' ')} 问：${question}`,
    `理解为：${reading}`,
    `回答：${headline}`,
    ...citations.slice(0, 3).map(({ seed, start, end }) => `出处：${seed} ${start}–${end}`),
  ]);
  return notice(`“这个数不对”共 ${total} 条，最近 ${newest.length} 条：`, lines);
}

/** What the noes are called in the list of words. */
const NOES = { 'not-understood': '没看懂', 'not-sure': '没有把握', 'not-said': '报告没说' } as const;

/** The words that nothing was made of, those that came most often first. */
export function unreadNotice(found: Awaited<ReturnType<Unread['list']>>): Answer {
  if (found === undefined) return notice(TEXTS.unreadOff);
  if (found.total === 0) return notice(TEXTS.noUnread);
  const lines = found.most.map(({ words, count, refusals }, index) => {
    const noes = Object.entries(refusals).map(([no, times]) => `${NOES[no as keyof typeof NOES]}${times}`);
    return `${index + 1}. ${words.join(' ')}：${count}次（${noes.join('，')}）`;
  });
  return notice(`没有答上的问题 ${found.total} 次，其中没有用上的词：`, lines);
}

function lastPart(path: string): string {
  return (
    path
      .replace(/[/\\]+$/, '')
      .split(/[/\\]/)
      .at(-1) ?? path
  );
}

function duration(seconds: number): string {
  const [days, hours, minutes] = [seconds / 86_400, (seconds / 3600) % 24, (seconds / 60) % 60].map(Math.floor);
  return `${days}天${hours}小时${minutes}分`;
}
