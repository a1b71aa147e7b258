import { addCitation, newDraft } from '../answer/compose.js';
import { notice } from '../answer/notice.js';
import type { Answer, Citation } from '../answer/schema.js';
import type { Surroundings } from '../answer/surroundings.js';
import { sayQuote, saySource } from '../answer/wording.js';
import type { Session } from './sessions.js';

/** How many sources 更多 shows at a time. */
const PER_PAGE = 5;

const NOTHING_BEFORE = '前面还没有回答，请先提问';

/** The text around a quote of the last answer (看原文), `number` counted from 1. */
export function showSource(
  session: Session,
  number: number,
  around: (citation: Citation) => Surroundings | undefined,
): Answer {
  const citations = session.answer?.citations ?? [];
  if (!session.answer) return notice(NOTHING_BEFORE, [], ['2022年怀化GDP目标']);
  if (citations.length === 0) return notice('上一个回答没有引用原文');
  const citation = citations[number - 1];
  if (!citation) return notice(`上一个回答只有${citations.length}条出处，没有第${number}条`);
  const wide = around(citation);
  const draft = newDraft();
  addCitation(draft, citation);
  const lines = wide
    ? [`……${wide.before}【${citation.quote.replace(/\s*\n+\s*/g, '')}】${wide.after}……`]
    : [sayQuote(citation, 400)];
  const headline = `第${number}条出处的原文（共${citations.length}条）`;
  return { ...notice(headline, [...lines, saySource(citation)]), kind: 'passages', citations: draft.citations };
}

/** What the last answer left out (更多): its further sources, a page at a time. */
export function showMore(session: Session): Answer {
  if (!session.answer) return notice(NOTHING_BEFORE, [], ['2022年怀化GDP目标']);
  const { citations } = session.answer;
  const page = citations.slice(session.shown, session.shown + PER_PAGE);
  if (page.length === 0) return notice('没有更多了');
  const from = session.shown + 1;
  session.shown += page.length;
  const lines = page.flatMap((c, i) => [`${from + i}. ${sayQuote(c)}`, saySource(c)]);
  const rest = citations.length - session.shown;
  return {
    ...notice(`出处第${from}—${session.shown}条（共${citations.length}条）`, [
      ...lines,
      ...(rest > 0 ? [`还有${rest}条，发“更多”继续`] : []),
    ]),
    kind: 'passages',
    citations: [...page],
  };
}

/** Why the last answer is what it is (为什么): the reading, where its slots came from, and the quotes it rests on. */
export function showWhy(session: Session): Answer {
  const { answer } = session;
  if (!answer) return notice(NOTHING_BEFORE, [], ['2022年怀化GDP目标']);
  const { understood } = answer;
  const source = {
    question: '问题里写明',
    earlier: '沿用上文',
    default: '默认取最近的报告',
    corpus: '由收录的报告确定',
  };
  const slots = [
    ...understood.places,
    ...understood.years,
    ...(understood.indicator ? [understood.indicator] : []),
    ...(understood.facet ? [understood.facet] : []),
  ];
  const lines = [
    `理解为：${understood.line || '（没有可用的条件）'}`,
    ...slots.map((s) => `· ${s.value}：${source[s.source]}`),
    ...answer.citations.slice(0, 3).flatMap((c) => [sayQuote(c), saySource(c)]),
    ...(answer.notes ?? []).map((n) => `注：${n}`),
  ];
  return {
    ...notice('回答的依据', lines),
    kind: answer.citations.length > 0 ? 'passages' : 'notice',
    citations: answer.citations.slice(0, 3),
  };
}
