import { addCitation, newDraft } from '../answer/compose.js';
import { sayHeads } from '../answer/heads.js';
import { mergeQuotes } from '../answer/merge-quotes.js';
import { notice } from '../answer/notice.js';
import type { Answer, Citation } from '../answer/schema.js';
import type { Surroundings } from '../answer/surroundings.js';
import { sayFile, sayQuote, saySource } from '../answer/wording.js';
import type { Session } from './sessions.js';

/** How many sources 更多 shows at a time. */
export const PER_PAGE = 5;

const NOTHING_BEFORE = '前面还没有回答，请先提问';

/** How many quotes an answer may rest on that are all shown where its words are asked for. */
const MOST_SHOWN = 3;
/** Answers that say several figures, each with a quote of its own. */
const OF_SEVERAL: ReadonlySet<Answer['kind']> = new Set(['figure', 'outcome', 'comparison', 'check']);

/**
 * The text around the quotes of the last answer (看原文): of the one that is meant, else of each that its figures rest on.
 * @param number which quote is meant, from 1; undefined where the turn names none.
 * @param earlier the quote of the figure that was told last, for where the answer before was a no without any.
 */
export function showSource(
  session: Session,
  number: number | undefined,
  around: (citation: Citation) => Surroundings | undefined,
  earlier?: Citation,
): Answer {
  if (!session.answer) return notice(NOTHING_BEFORE, [], ['2022年怀化GDP目标']);
  const { kind, figures, citations: own } = session.answer;
  const citations = mergeQuotes(own.length === 0 && earlier !== undefined ? [earlier] : own);
  if (citations.length === 0) return notice('上一个回答没有引用原文');
  const all = OF_SEVERAL.has(kind) && figures.length > 1 && citations.length <= MOST_SHOWN ? citations.length : 1;
  const shown = number === undefined ? citations.slice(0, all) : citations.slice(number - 1, number);
  if (shown.length === 0) return notice(`上一个回答只有${citations.length}条出处，没有第${number}条`);
  const draft = newDraft();
  for (const citation of shown) addCitation(draft, citation);
  const headline =
    shown.length > 1 ? `${shown.length}条出处的原文` : `第${number ?? 1}条出处的原文（共${citations.length}条）`;
  return {
    ...notice(
      headline,
      shown.flatMap((citation) => linesOf(citation, around(citation))),
    ),
    kind: 'passages',
    citations: draft.citations,
  };
}

/** A quote with the text around it, and where it stands. */
function linesOf(citation: Citation, wide: Surroundings | undefined): string[] {
  const heads = sayHeads(citation);
  const lines = wide
    ? [
        `……${wide.before}【${citation.quote.replace(/\s*\n+\s*/g, '')}】${wide.after}……`,
        ...(heads === '' ? [] : [`（${heads}）`]),
      ]
    : [sayQuote(citation, 400)];
  return [...lines, saySource(citation), sayFile(citation)];
}

/** What the last answer left out (更多): its further sources, a page at a time. */
export function showMore(session: Session): Answer {
  if (!session.answer) return notice(NOTHING_BEFORE, [], ['2022年怀化GDP目标']);
  const { answer } = session;
  const citations = mergeQuotes(answer.citations);
  const page = citations.slice(session.shown, session.shown + PER_PAGE);
  if (page.length === 0) return notice('没有更多了');
  const from = session.shown + 1;
  session.shown += page.length;
  const lines = page.flatMap((c, i) => [`${from + i}. ${figuresOf(answer, c)}${sayQuote(c)}`, saySource(c)]);
  const rest = citations.length - session.shown + (answer.uncited ?? 0);
  return {
    ...notice(`出处第${from}—${session.shown}条（共${citations.length + (answer.uncited ?? 0)}条）`, [
      ...lines,
      ...(rest > 0 ? [`还有${rest}条，发“更多”继续`] : []),
    ]),
    kind: 'passages',
    citations: [...page],
  };
}

/** The figures of a table that a quote holds, so that each row is seen with what it rests on. */
function figuresOf({ table, figures, citations }: Answer, quote: Citation): string {
  const own = (i: number): boolean => {
    const cited = citations[i];
    return cited?.seed === quote.seed && quote.start <= cited.start && cited.end <= quote.end;
  };
  const said = table ? figures.filter((f) => own(f.citation)).map((f) => `${f.place}${f.indicator}${f.text}`) : [];
  return said.length > 0 ? `${said.join('，')}  ` : '';
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
    ...mergeQuotes(answer.citations)
      .slice(0, 3)
      .flatMap((c) => [sayQuote(c), saySource(c), sayFile(c)]),
    ...(answer.notes ?? []).map((n) => `注：${n}`),
  ];
  return {
    ...notice('回答的依据', lines),
    kind: answer.citations.length > 0 ? 'passages' : 'notice',
    citations: answer.citations.slice(0, 3),
  };
}

/** What the last answer rests on, where it is doubted (你确定吗): the quote, and how the question was read. */
export function showDoubt(session: Session): Answer {
  const { answer } = session;
  if (!answer) return notice(NOTHING_BEFORE, [], ['2022年怀化GDP目标']);
  const [first] = answer.citations;
  if (!first) return notice('上一个回答没有引用原文，不能再核对', [`理解为：${answer.understood.line}`]);
  const lines = [
    sayQuote(first),
    saySource(first),
    `理解为：${answer.understood.line}`,
    ...(answer.notes ?? []).map((n) => `注：${n}`),
    '若问的不是这个，可以说“我问的是…”。',
  ];
  const said =
    answer.kind === 'refusal'
      ? '上一个回答没有下结论，最接近的是报告的这句原文'
      : answer.figures.length > 0
        ? `依据是报告的这句原文——${answer.headline}`
        : '依据是报告的这句原文';
  return { ...notice(said, lines), kind: 'passages', citations: [first] };
}

/** Where the last answer's quote stands (哪一页): report, headings, file. The texts have no pages. */
export function showPlace(session: Session): Answer {
  const [first] = session.answer?.citations ?? [];
  if (!session.answer) return notice(NOTHING_BEFORE, [], ['2022年怀化GDP目标']);
  if (!first) return notice('上一个回答没有引用原文');
  const section = first.section.filter(Boolean).join(' › ');
  return {
    ...notice(`在《${first.document.title}》${section ? `“${section}”一节` : ''}`, [
      sayQuote(first),
      saySource(first),
      sayFile(first),
      '注：收录的文本没有页码',
    ]),
    kind: 'passages',
    citations: [first],
  };
}

/** Finds the words of an item in its report, rather within one of the quotes of its list. */
export type CiteItem = (item: string, list: readonly Citation[]) => Citation | undefined;

/**
 * One item of the list that was the last answer (第二条); undefined where it was none.
 * @param asked its place from 1; below 0 from the end.
 */
export function showItem(session: Session, asked: number | 'last', citeItem: CiteItem): Answer | undefined {
  const { answer } = session;
  if (answer?.kind !== 'list' || !answer.items) return undefined;
  return itemOf(session, answer.items, answer.citations, asked, citeItem);
}

/** The same of the list that was told before other answers, where the talk is still of its place. */
export function showKeptItem(session: Session, asked: number | 'last', citeItem: CiteItem): Answer | undefined {
  const { list, remembered } = session;
  const [place] = remembered?.query.places ?? [];
  if (!list || place?.value.name !== list.place) return undefined;
  return itemOf(session, list.items, [list.source], asked, citeItem);
}

function itemOf(
  session: Session,
  items: readonly string[],
  citations: readonly Citation[],
  asked: number | 'last',
  citeItem: CiteItem,
): Answer {
  const number = asked === 'last' ? items.length : asked < 0 ? items.length + 1 + asked : asked;
  const item = items[number - 1];
  if (item === undefined) return notice(`上一个回答只有${items.length}项，没有第${number}项`);
  const citation = citeItem(item, citations) ?? citations[0];
  if (!citation) return notice(`第${number}项：${item}`);
  session.item = citation;
  return {
    ...notice(`第${number}项：${item}`, [sayQuote(citation), saySource(citation)]),
    kind: 'passages',
    citations: [citation],
  };
}
