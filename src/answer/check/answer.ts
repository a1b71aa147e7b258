import type { Claim, Claims } from '../../question/claims.js';
import { cite } from '../cite.js';
import { clarifyPlace } from '../clarification.js';
import { addCitation, addFact, compose, type Draft, newDraft } from '../compose.js';
import { type AnswerContext, heldPlaces } from '../context.js';
import { readingOf } from '../reading.js';
import { headlineOf } from '../say-figure.js';
import { marksOf } from '../say-sentences.js';
import type { Answer, Understood } from '../schema.js';
import { answerUnknownPlace } from '../unknown-place.js';
import { sayPeriod, saySubject } from '../wording.js';
import { type Judged, judge, newRound, saidTogether, type Verdict } from './judge.js';

export const VERDICTS: Readonly<Record<Verdict, string>> = {
  supported: '相符',
  differs: '不符',
  'not-said': '报告没有说',
  'not-held': '没有收录',
  unsure: '不确定',
};

/** Reports through which a claim without a place is looked for; with more the place is asked for. */
const MAX_REPORTS_WITHOUT_PLACE = 60;
const MOST_QUOTED = 6;
const MOST_SENTENCE = 80;

/**
 * The claims of a text set against the reports (核对): for one claim its verdict as the headline, for several a summary line, and for
 * each the report's own figure beside it with its quote. A claim without a place asks which place is meant.
 */
export function answerCheck(base: Omit<AnswerContext, 'query'>, { text, claims, left }: Claims): Answer {
  const [first] = claims;
  if (first === undefined || claims.every(isOpen)) return nothingToCheck();
  const context = (claim: Claim): AnswerContext => ({ ...base, query: claim.frame });
  const back = withoutPlace(context(first), text);
  if (back) return back;
  const judged = judgeAll(context, text, claims);
  const draft = newDraft();
  const said = judged.map((j) => sayJudged(context(j.claim), draft, j));
  if (left > 0) draft.notes.push(`一次最多核对${claims.length}处，还有${left}个数字没有核对`);
  const decided = judged.some((j) => j.verdict === 'supported' || j.verdict === 'differs');
  const only = judged.length === 1 ? judged[0]! : undefined;
  const items = judged.map((j, i) => `${VERDICTS[j.verdict]} “${j.claim.text}”${said[i] ? `；${said[i]}` : ''}`);
  return compose({
    kind: decided ? 'check' : 'refusal',
    headline: only ? sayOne(only, said[0]!) : summary(judged),
    body: only ? [`核对的是：“${only.claim.text}”`] : items.map((item, i) => `${i + 1}. ${item}`),
    understood: readingOfClaims(context(first), judged),
    draft,
    quoted: MOST_QUOTED,
    likelihood: Math.min(...judged.map((j) => j.likelihood ?? 0)),
    extra: { items, ...(decided ? {} : { refusal: refusalOf(judged) }) },
  });
}

/** Each claim judged; those of one sentence that the report tells together by that one sentence. */
function judgeAll(context: (claim: Claim) => AnswerContext, text: string, claims: readonly Claim[]): Judged[] {
  const [first] = claims;
  const round = newRound();
  const judged = claims.map((claim) => judge(context(claim), claim, round));
  if (judged.every(({ verdict }) => verdict === 'supported') || SENTENCES.test(text)) return judged;
  const told = saidTogether(context(first!), claims);
  if (!told) return judged;
  return claims.map((claim, i) => ({
    claim,
    verdict: 'supported',
    likelihood: told.likelihood,
    ...(i === 0 ? { hit: told } : {}),
  }));
}

/** Between two sentences. */
const SENTENCES = /[。；;！!？?\n]./u;

/** A statement without figure, place and time, which no report is asked about: 今天天气不错. */
function isOpen({ quantity, frame }: Claim): boolean {
  const { places, periods, reportYear, unknownPlace } = frame;
  return quantity === undefined && places.length + periods.length === 0 && reportYear === undefined && !unknownPlace;
}

function nothingToCheck(): Answer {
  return compose({
    kind: 'notice',
    headline: '这段文字里没有可以核对的数字或说法',
    understood: { places: [], years: [], indicator: null, facet: null, operation: CHECK, line: '' },
  });
}

const CHECK = { value: '核对', source: 'question' } as const;

/** Asks for the place where none is named and too many reports are held to look through all. */
function withoutPlace(context: AnswerContext, text: string): Answer | undefined {
  const { query, store } = context;
  if (query.places.length > 0) return undefined;
  const unknown = query.unknownPlace && answerUnknownPlace(context, query.unknownPlace);
  if (unknown) return unknown;
  // A headline figure is told of every place; a thing of its own may be told of one alone.
  if (query.indicators.length === 0 && store.heads.length <= MAX_REPORTS_WITHOUT_PLACE) return undefined;
  if (heldPlaces(store).length < 2) return undefined;
  const asked = clarifyPlace(context);
  const choices = asked.choices?.map(({ label }) => ({ label, question: `/check ${label}${text}` }));
  return { ...asked, ...(choices ? { choices } : {}) };
}

/** The report's figure or words for a claim, added to the answer's sources; '' where there is nothing to show. */
function sayJudged(context: AnswerContext, draft: Draft, { fact, hit, note, verdict, claim }: Judged): string {
  const notes = note ? `（${note}）` : '';
  if (fact) {
    addFact(draft, context.store, context.lexicon, fact);
    return `报告：${headlineOf(context, fact)}${notes}`;
  }
  if (hit && verdict !== 'not-said') {
    const { report, span, section } = hit;
    const marks = marksOf(hit, span, [claim.quantity?.text ?? '', ...context.query.content]);
    addCitation(draft, cite(context.store, report, span, section, marks));
    const words = report.view.text.slice(span.start, span.end).replace(/\n/gu, '').trim();
    return `报告：“${words.length > MOST_SENTENCE ? sayClause(hit) : words}”${notes}`;
  }
  return note ?? '';
}

function sayClause({ report, clause }: NonNullable<Judged['hit']>): string {
  return report.view.text.slice(clause.start, Math.min(clause.end, clause.start + MOST_SENTENCE)).trim();
}

/** Yes or no where it is asked, by whether a figure was to be passed or to be the one. */
const YES_OR_NO = {
  supported: { passed: '是的', said: '是的' },
  differs: { passed: '没有', said: '不是' },
} as const;

/** 相符：…, 不符：报告说的是…: the headline of a single claim. */
function sayOne({ verdict, fact, claim, note }: Judged, said: string): string {
  const report = said.replace(/^报告：/u, '');
  if (claim.whether && fact && (verdict === 'supported' || verdict === 'differs'))
    return `${YES_OR_NO[verdict][claim.passed ? 'passed' : 'said']}：${report}`;
  switch (verdict) {
    case 'supported':
      return note && fact && /界限/u.test(note)
        ? `数字相符，界限不同：报告说的是${report.replace(`（${note}）`, '')}`
        : `相符：${report}`;
    case 'differs':
      return `不符：报告说的是${report}`;
    case 'not-held':
      return note ?? VERDICTS['not-held'];
    case 'not-said':
      return `报告没有说：“${claim.text}”`;
    case 'unsure':
      return report ? `不确定：相近的是${report}` : `不确定：没有找到与“${claim.text}”对得上的数字`;
  }
}

/** 核对4处：相符2，不符1，不确定1 */
function summary(judged: readonly Judged[]): string {
  const counts = (Object.keys(VERDICTS) as Verdict[])
    .map((v) => [VERDICTS[v], judged.filter((j) => j.verdict === v).length] as const)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${name}${count}`);
  return `核对${judged.length}处：${counts.join('，')}`;
}

function refusalOf(judged: readonly Judged[]): NonNullable<Answer['refusal']> {
  const all = (v: Verdict) => judged.every((j) => j.verdict === v);
  return all('not-held') ? 'not-held' : all('not-said') ? 'not-said' : 'not-sure';
}

function readingOfClaims(context: AnswerContext, judged: readonly Judged[]): Understood {
  const fact = judged.length === 1 ? judged[0]!.fact : undefined;
  const read = readingOf(
    context.query,
    fact
      ? {
          years: [{ value: sayPeriod(fact), source: context.query.periods[0]?.source ?? 'corpus' }],
          indicator: { value: saySubject(fact, context.lexicon), source: 'question' },
        }
      : {},
  );
  return { ...read, operation: CHECK, line: [read.line, CHECK.value].filter(Boolean).join(' · ') };
}
