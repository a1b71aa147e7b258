import { answerQuery } from '../answer/answer.js';
import { answerCheck } from '../answer/check/answer.js';
import { heldPlaces } from '../answer/context.js';
import { inEnglish } from '../answer/english.js';
import { answerHoldings, answerReportCard } from '../answer/holdings.js';
import { joined } from '../answer/joined.js';
import { mergeQuotes } from '../answer/merge-quotes.js';
import { isAboutBot, isGreeting, notice, refuseInput } from '../answer/notice.js';
import { refuseTime } from '../answer/refusal.js';
import type { Answer, Citation } from '../answer/schema.js';
import { surroundingsOf } from '../answer/surroundings.js';
import {
  commandErrorText,
  type ExportFormat,
  findCommand,
  helpText,
  type Invocation,
  namesOf,
  parseCommand,
  toQuestion,
} from '../commands/index.js';
import type { Frame } from '../frame/types.js';
import type { Lexicon } from '../lexicon/load.js';
import type { Place } from '../lexicon/types.js';
import { namesYearAlone } from '../question/analysis/following.js';
import { apartReadings, elsewhereReadings } from '../question/apart.js';
import { withoutAsides } from '../question/asides.js';
import { type CheckAsked, checkAsked, claimsOf } from '../question/checks.js';
import { MAX_CHECK, readClaims } from '../question/claims.js';
import { withoutCourtesy } from '../question/courtesy.js';
import { asksMissedOf, asTold, continueQuery, leaning } from '../question/followup.js';
import { impossibleTime } from '../question/impossible-time.js';
import { type Latin, readLatin } from '../question/latin.js';
import { type LearnedTurn, learnedTurn } from '../question/learned-turns.js';
import { linesOf, type Message, questionsOf } from '../question/message.js';
import { withNamedYears } from '../question/named-years.js';
import { MAX_QUESTION, normalizeQuestion } from '../question/normalize.js';
import { parseQuestion } from '../question/parse.js';
import { otherReadings, type Reading } from '../question/readings.js';
import { asksWhichItem, turnAskOf } from '../question/turn-asks.js';
import { asideOf, asksToInvent, corrected, spelledOut, withoutTelling } from '../question/turns.js';
import { recent } from '../retrieval/recent.js';
import type { Store } from '../retrieval/types.js';
import { findQuantities } from '../text/quantities.js';
import { createTables } from './analysis.js';
import { PER_PAGE, showDoubt, showItem, showMore, showPlace, showSource, showWhy } from './asides.js';
import { exportLast, exportPlace } from './export.js';
import { likeliest } from './likeliest.js';
import { besideLastIn, causeOfLast, whyOf } from './near-figure.js';
import { createOfAnswer } from './of-answer.js';
import { ownCopy } from './own-copy.js';
import { aside, remember } from './remember.js';
import type { Session } from './sessions.js';
import { overSpan } from './spans.js';
import { createSpeakerNames } from './speaker-named.js';
import { createTakenApart } from './taken-apart.js';
import { orElsewhere, orFuller } from './thin.js';
import { inReportOfTalk, placed, readTurn, withProvince } from './typed-turn.js';
import { answerWhether, undecided } from './whether.js';
import { whichItem } from './which-item.js';
import { citeAll } from './whole.js';
import { withinItem } from './within-item.js';

export interface Conversation {
  /** One turn. Never throws for what was typed. */
  turn(session: Session, text: string): Answer;
}

const EXAMPLES = ['2022年怀化GDP目标', '2022年常德、怀化、邵阳谁的GDP目标最高', '哪些报告提到“营商环境”'];

/** 原文, 第二条原文, 出处3, 为什么, 更多: turns about the answer before. */
const SOURCE =
  /^(?:看|查|给我)?(?:一下)?第?([一二三四五六七八九十]|\d{1,2})?条?(?:的)?(?:原文|出处|来源)(?:呢|是什么|在哪里?)?[？?。]*$|^(?:原文|出处|来源)(?:第)?([一二三四五六七八九十]|\d{1,2})条?$/u;
/** 民生实事第二条是什么: one item of a list that is named. */
const ITEM_OF = /^(.{4,}?)的?(第(?:[一二三四五六七八九十]{1,3}|\d{1,2})[条项件].*)$/u;
/** 第三件, 最后一项: an item of a list that was told. */
const ITEM_NAMED = /(?:第([一二三四五六七八九十]|\d{1,2})|(最后一))[件项]/u;
const NOTHING_INVENTED = '我只说报告里写了的数字和话，不编造，也不照着念';
/** 画图 before a question asks for its answer as a picture. */
const DRAW = /^(?:请|帮我)?(?:画(?:个|一?张)?图|做(?:个|一?张)?图|用图(?:表)?(?:显示|展示|表示)?)[：:，, ]*/u;
const CHINESE_NUMBERS = '一二三四五六七八九十';

/** Turns that ask of the rows of a table. */
const OF_ROWS: ReadonlySet<LearnedTurn> = new Set(['higher', 'lower', 'gap', 'sum']);

/** Turns that order the figures that were told, or add them up. */
const COMPARES: ReadonlySet<string> = new Set(['higher', 'lower', 'highest', 'lowest', 'sum']);

/** The plain words for a turn that asks what had been aimed at for what was told, or what came of it. */
const PLAIN_TURNS = { target: '目标呢', actual: '实际呢' } as const;

/** Conversations over one store. */
export function createConversation(store: Store, lexicon: Lexicon): Conversation {
  const held = new Set(heldPlaces(store).map((h) => h.place.id));
  const names = namesOf(lexicon);
  const indicatorNamed = (name: string) => lexicon.indicators.list.find((i) => i.name === name);
  const known = remembering((text) => store.holds(text));
  // A turn is looked at in several ways (its asides, its claims, the question itself), most of which read the same words.
  const parsed = recent((text: string): Frame => parseQuestion(text, text, { lexicon, held, known }), MOST_PARSED);
  const placeIn = (text: string): string | undefined => (text === '' ? undefined : parsed(text).places[0]?.value.short);
  const examples = (): string[] => examplesFor(store);
  const reader = { store, lexicon, held };
  const ofAnswer = createOfAnswer({ store, lexicon }, question);
  const tables = createTables(store, lexicon, parsed, known);
  const withPlaceOfSpeaker = createSpeakerNames(store);
  const takenApart = createTakenApart(question, parsed, tables.writtenOut);

  function turn(session: Session, raw: string): Answer {
    const chosen = choiceOf(session, raw);
    if (chosen === undefined && isNumber(raw) && session.choices?.length) return askAgain(session.choices);
    const parsed = parseCommand(chosen ?? raw, names);
    if (parsed.kind === 'error') return aside(session, notice(commandErrorText(parsed)));
    if (parsed.kind === 'question') return question(session, parsed.text);
    if (parsed.command.name === 'check') return checkText(session, parsed.args.text ?? '');
    const asQuestion = toQuestion(parsed);
    return asQuestion !== null ? question(session, asQuestion) : command(session, parsed);
  }

  /** A text whose figures are to be set against the reports, as it stands. */
  function checkText(session: Session, raw: string): Answer {
    const normalized = normalizeQuestion(raw, MAX_CHECK);
    if (!normalized.ok) return aside(session, refuseText(normalized.problem, examples(), MAX_CHECK));
    return check(session, claimsOf(normalized.text));
  }

  function check(session: Session, asked: CheckAsked): Answer {
    const short = asked.claims.length <= MOST_LEANING_CLAIM;
    const parse = (text: string): Frame => (short ? parseLeaning(session, text) : parsePiece(text));
    const read = readClaims(asked, parse, asTold(session.remembered)?.query);
    const answer = answerCheck({ store, lexicon }, read);
    const [first] = read.claims;
    return first ? remember(session, first.frame, answer) : aside(session, answer);
  }

  /** Whether something is so of many rows (连着两年没完成目标，对吗), where they tell. */
  function checkRows(session: Session, claims: string, frame: Frame): Answer | undefined {
    const analysis = tables.claimed(session, claims);
    if (!analysis) return undefined;
    const query = tables.frameOf(analysis, frame);
    const answer = answerQuery({ store, lexicon, query });
    return answer.kind === 'refusal' ? undefined : remember(session, query, answer);
  }

  function question(session: Session, raw: string): Answer {
    if (raw.length > MAX_QUESTION && raw.length <= MAX_CHECK) return checkText(session, raw);
    const normalized = normalizeQuestion(raw);
    if (!normalized.ok) return aside(session, refuseText(normalized.problem, examples()));
    const edited = editTable(session, normalized.text);
    if (edited) return edited;
    const ofRow = takenApart.ofRow(session, normalized.text);
    if (ofRow) return ofRow;
    const about = aboutLast(session, normalized.text);
    if (about) return about;
    const named = withNamedYears(withPlaceOfSpeaker(normalized.text), lexicon.gazetteer);
    if (named !== normalized.text) return question(session, named);
    const within = withinItem(session, normalized.text);
    if (within) {
      const before = { ...session };
      const answer = question(session, within.question);
      if (within.isOf(answer)) return answer;
      Object.assign(session, before);
      const shown = showItem(session, within.item, ofAnswer.citeItem);
      if (shown) return shown;
    }
    if (isGreeting(normalized))
      return aside(session, notice('你好。我回答政府工作报告里的数字和内容，每个数字都附原文和出处。', [], examples()));
    const drawn = DRAW.exec(normalized.text);
    if (drawn && drawn[0].length < normalized.text.length)
      return drawing(question(session, normalized.text.slice(drawn[0].length)));
    if (asksToInvent(normalized.text))
      return aside(session, refuseInput(NOTHING_INVENTED, 'not-understood', examples()));
    if (isAboutBot(normalized)) return aside(session, notice(...helpParts(undefined), examples()));
    const plain = raw.includes('\n')
      ? normalized.text
      : withoutAsides(withoutCourtesy(normalized.text), placeIn, session.remembered !== undefined);
    if (plain !== normalized.text) return question(session, plain);
    const message = questionsOf(linesOf(raw), parsePiece);
    if (message.questions.length > 1) return severalQuestions(session, message, normalized.text);
    const latin = readLatin(normalized.text, lexicon, held);
    if (latin) return latinQuestion(session, latin);
    if (!/\p{Script=Han}/u.test(normalized.text)) return aside(session, refuseText('no-words', examples()));
    const time = impossibleTime(normalized.text);
    if (time !== undefined) return withoutTime(session, normalized.text, time);
    const asked = checkAsked(normalized.text, session.answered !== undefined);
    if (asked) return checkRows(session, asked.claims, parsed(normalized.text)) ?? check(session, asked);
    const whether = answerWhether(normalized.text, {
      store,
      lexicon,
      parse: (text) => parseLeaning(session, text),
    });
    if (whether?.answer) return remember(session, whether.claim.frame, whether.answer);
    const [, list, ordinal] = ITEM_OF.exec(normalized.text) ?? [];
    const item = ordinal === undefined ? undefined : turnAskOf(ordinal);
    if (item?.kind === 'item') {
      const whole = question(session, `${list}有哪些`);
      if (whole.kind === 'list') return showItem(session, item.number, ofAnswer.citeItem) ?? whole;
    }
    const correction = corrected(spelledOut(withProvince(reader, session, normalized.text)));
    const told = session.remembered ? withoutTelling(correction.text) : correction.text;
    const text = tables.writtenOut(session, told);
    const parse = (text: string): Frame => ({ ...parsed(text), raw });
    const { typed, lean } = readTurn(
      reader,
      session,
      text,
      { ...leaning(text), ...(correction.corrects ? { leans: true } : {}) },
      parse,
    );
    const inContext = continueQuery(session.remembered, typed, lean, indicatorNamed);
    const continued = placed(reader, inReportOfTalk(session, typed, inContext));
    const missed = session.remembered !== undefined && asksMissedOf(session.remembered.query, typed);
    // Of two places of which one alone is asked about, nothing is compared.
    const alone = continued.query.otherPlace !== undefined;
    const table = missed || alone ? undefined : tables.read(session, text);
    // 年初喊的是几个点 asks of what was told, and for no report that holds 年初.
    const ofTold = table?.kind === 'mentions' && session.answer !== undefined && learnedTurn(text) !== undefined;
    const analysis = ofTold ? undefined : table;
    const ask = (frame: Frame): Answer => answerQuery({ store, lexicon, query: frame });
    const read = analysis ? tables.frameOf(analysis, parse(text)) : continued.query;
    // 换成西宁 behind aims and what came of them asks for both, though one is told.
    const both = analysis?.kind === 'figures' && analysis.facet === 'both' && typed.facet === undefined;
    const goesOn = both && isOfBoth(session.remembered?.query);
    const plainly = analysis && !goesOn ? { plain: continued.query } : {};
    const others = { ...plainly, apart: apartReadings(continued.query) };
    const first = orElsewhere({ query: read, answer: ask(read) }, elsewhereReadings(parse(text)), ask);
    let { query, answer } = orFuller(first, others, ask);
    if (!analysis && continued.inherited && session.remembered) {
      const readings = [
        ...otherReadings(session.remembered, continued, typed, indicatorNamed),
        ...fromAnswered(session, typed, lean),
      ];
      const chosen = likeliest({ frame: query, less: 0, answer }, readings, ask, session.answer);
      query = chosen.frame;
      answer = chosen.answer;
    }
    if (!analysis) ({ query, answer } = overSpan({ query, answer }, ask));
    const asPlain =
      answer.kind === 'refusal' && continued.inherited ? asPlainTurn(session, normalized.text) : undefined;
    if (asPlain) return asPlain;
    const beside =
      answer.kind === 'refusal' && !analysis ? besideLastIn({ store, lexicon }, session, typed) : undefined;
    if (beside) return remember(session, query, beside);
    const why = typed.cues.why && !typed.wantsNumber ? whyOf({ store, lexicon }, session, typed, answer) : undefined;
    if (why) return remember(session, query, why);
    const apart = query.analysis ? undefined : takenApart.distributed(session, continued.query, answer);
    if (apart) return apart;
    session.traced = query;
    const before = session.remembered;
    const isAside = query.analysis !== undefined && answer.kind === 'refusal' && typed.periods.length === 0;
    const said = remember(session, query, whether ? undecided(answer, whether.claim) : answer);
    // A table that was not found, of no place and time of its own, is nothing to go on from.
    if (isAside && before?.query.places.length === 1) session.remembered = before;
    return takenApart.ofYear(session, normalized.text, said) ?? said;
  }

  /** The no to a question with a time that there cannot be; the next turn may name another (2021年呢). */
  function withoutTime(session: Session, text: string, time: string): Answer {
    const query = parseLeaning(session, text.replace(time, ''));
    const answer = aside(session, refuseTime({ store, lexicon, query }, time));
    if (query.places.length > 0 || query.indicators.length > 0) session.remembered = { query };
    return answer;
  }

  /** What a turn takes out of the answer before or adds to it: the answer anew, or one line that it cannot be. */
  function editTable(session: Session, text: string): Answer | undefined {
    const edited = tables.edited(session, text);
    if (!edited) return undefined;
    if ('cannot' in edited) return aside(session, notice(edited.cannot));
    return remember(session, edited.query, answerQuery({ store, lexicon, query: edited.query }));
  }

  /** What had been aimed at for what was told, or what came of it, asked in words that nothing was made of (那年年初喊的是多少来着). */
  function asPlainTurn(session: Session, text: string): Answer | undefined {
    const kind = learnedTurn(text);
    if (kind !== 'target' && kind !== 'actual') return undefined;
    const plain = PLAIN_TURNS[kind];
    if (text === plain || parsed(text).periods.some((p) => p.value.kind === 'year')) return undefined;
    const attempt: Session = { ...session };
    const answer = question(attempt, plain);
    if (answer.kind === 'refusal' || answer.kind === 'clarification') return undefined;
    Object.assign(session, attempt);
    return answer;
  }

  /** A question in English or pinyin, asked as the Chinese one. A word that nothing was made of could change what is asked. */
  function latinQuestion(session: Session, { language, text, unknown }: Latin): Answer {
    if (unknown.length > 0 || !/\p{Script=Han}/u.test(text))
      return aside(session, refuseLatin(unknown, language, examples()));
    const answer = question(session, text);
    if (language === 'pinyin') return answer;
    const said = inEnglish(answer, lexicon);
    if (session.answer) session.answer = ownCopy(said);
    return said;
  }

  /** A piece of a message as a question of its own, in whatever language it is. */
  function parsePiece(text: string): Frame {
    const chinese = readLatin(text, lexicon, held)?.text ?? text;
    return parsed(chinese);
  }

  /** A piece of a claim as a question; what it leaves out (邵阳是8%吧) is that of the turn before. */
  function parseLeaning(session: Session, text: string): Frame {
    const typed = parsed(text);
    return continueQuery(asTold(session.remembered), typed, { leans: false, adds: false }, indicatorNamed).query;
  }

  /** Several questions of one message, one after another: each may lean on the one before. */
  function severalQuestions(session: Session, { questions, left }: Message, text: string): Answer {
    const before = { ...session };
    const answers = questions.map((text) => question(session, text));
    const answer = joined(questions, answers, left);
    if (answers.some((a) => a.kind === 'refusal')) {
      const apart = takenApart.distributed(before, parsed(text), answer);
      if (apart) return Object.assign(session, before) && apart;
    }
    session.answer = ownCopy(answer);
    session.choices = answer.choices;
    return answer;
  }

  /** Behind a turn that was refused, the reading that leans on the last one that was answered. */
  function fromAnswered(session: Session, typed: Frame, lean: ReturnType<typeof leaning>): Reading[] {
    const { answered, remembered } = session;
    if (!answered || answered === remembered || answered.query.operation === 'metadata') return [];
    // A table of many places is no place that a turn could be of.
    if (answered.query.places.length === 0) return [];
    const continued = continueQuery(answered, typed, lean, indicatorNamed);
    return [{ frame: continued.query, less: 0.1 }, ...otherReadings(answered, continued, typed, indicatorNamed)];
  }

  /** A turn about the answer before; undefined for any other. What is only said in between changes nothing. */
  function aboutLast(session: Session, text: string): Answer | undefined {
    const around = (c: Citation) => surroundingsOf(store, c);
    const asked = turnAskOf(text);
    const other = asked && COMPARES.has(asked.kind) && asksOtherSide(session, parsed(text));
    const answer = asked && !other && session.answer && ofAnswer.answer(session, asked);
    if (answer) return answer;
    const source = SOURCE.exec(text);
    if (source) return showSource(session, numberOf(source[1] ?? source[2]), around);
    switch (asideOf(text)) {
      case 'source':
        return sourceOfItem(session, text) ?? showSource(session, sourceMeant(text, session), around);
      case 'page':
        return showPlace(session);
      case 'doubt':
        return showDoubt(session);
      case 'why':
        return session.answer
          ? (causeOfLast({ store, lexicon }, session, parsePiece(text)) ?? showWhy(session))
          : undefined;
      case 'more':
        return more(session);
      case 'excel':
        citeAll(session, { store, lexicon });
        return exportLast(session, /csv/iu.test(text) ? 'csv' : 'xlsx');
      case 'chart':
        return chart(session);
      case 'thanks':
        return session.answer ? notice('不客气。还可以接着问，例如“那去年呢”“原文”“换成…”。') : undefined;
      case undefined:
        return session.answer ? ofLearned(session, text, around) : undefined;
    }
  }

  /** 最后一件把原文贴给我: the words of an item of the list before. */
  function sourceOfItem(session: Session, text: string): Answer | undefined {
    const named = ITEM_NAMED.exec(text);
    if (!named || !session.list) return undefined;
    const number = named[1] === undefined ? session.list.items.length : numberOf(named[1]);
    return showItem(session, number, ofAnswer.citeItem);
  }

  /** The same for a turn that no pattern knows, as the learned reader has it, where it is answered so and names no place or time of its own. */
  function ofLearned(
    session: Session,
    text: string,
    around: (c: Citation) => ReturnType<typeof surroundingsOf>,
  ): Answer | undefined {
    const kind = learnedTurn(text);
    if (!kind || kind === 'target' || kind === 'actual' || namesYearAlone(text)) return undefined;
    const frame = parsed(text);
    if (frame.places.length > 0 || frame.indicators.length > 0) return undefined;
    if (COMPARES.has(kind) && asksOtherSide(session, frame)) return undefined;
    // 哪些没完成 is answered from the reports.
    if (session.remembered && asksMissedOf(session.remembered.query, frame)) return undefined;
    if (kind === 'which') return asksWhichItem(text) ? whichItem(session, frame, ofAnswer.citeItem) : undefined;
    // 你确定吗，不是7%？ is a claim.
    if (kind === 'doubt' && findQuantities(text).length > 0) return undefined;
    // What is asked of a table changes the table.
    if (OF_ROWS.has(kind) && session.remembered?.query.analysis?.kind === 'figures') return undefined;
    if (frame.periods.some((p) => p.value.kind === 'year')) return undefined;
    const attempt: Session = { ...session };
    const answer = learnedAnswer(attempt, kind, frame, around);
    if (!answer || answer.kind === 'refusal' || answer.kind === 'clarification') return undefined;
    Object.assign(session, attempt);
    return answer;
  }

  function learnedAnswer(
    session: Session,
    kind: Exclude<LearnedTurn, 'which' | 'target' | 'actual'>,
    frame: Frame,
    around: (c: Citation) => ReturnType<typeof surroundingsOf>,
  ): Answer | undefined {
    switch (kind) {
      case 'source':
        return showSource(session, sourceMeant(frame.text, session), around);
      case 'why':
        return causeOfLast({ store, lexicon }, session, frame, true);
      case 'doubt':
        return showDoubt(session);
      default:
        return ofAnswer.answer(session, { kind });
    }
  }

  function command(session: Session, { command: { name }, args }: Invocation): Answer {
    const place = args.place === undefined ? undefined : placeOf(args.place);
    if (args.place !== undefined && !place) return aside(session, notice(`不认识的地区：${args.place}`));
    const year = args.year === undefined ? undefined : Number.parseInt(args.year, 10) || undefined;
    switch (name) {
      case 'help':
        return aside(session, notice(...helpParts(args.command), examples()));
      case 'start':
        return aside(
          session,
          notice(
            '我回答政府工作报告里的数字和内容，每个数字都附原文和出处；报告没有说的，会说没有。',
            ['直接提问，或发 /help 看全部命令。'],
            examples(),
          ),
        );
      case 'reports':
        return aside(session, answerHoldings(store, place, year));
      case 'report':
        return aside(session, place ? answerReportCard(store, place, year) : answerHoldings(store, undefined, year));
      case 'source':
        return showSource(session, Number(args.number ?? 1), (c) => surroundingsOf(store, c));
      case 'more':
        return more(session);
      case 'chart':
        return chart(session);
      case 'export':
        if (place) return exportPlace({ store, lexicon }, place, year, formatOf(args.format));
        citeAll(session, { store, lexicon });
        return exportLast(session, formatOf(args.format));
      default:
        return aside(session, notice('这个命令只对管理员开放。'));
    }
  }

  function more(session: Session): Answer {
    if (session.shown + PER_PAGE > (session.answer?.citations.length ?? 0)) citeAll(session, { store, lexicon });
    return showMore(session);
  }

  function chart(session: Session): Answer {
    const { answer } = session;
    if (!answer) return notice('前面还没有回答，没有可画的图', [], examples());
    if (!answer.chart) return notice('上一个回答没有可以画成图的数字（对比、历年和目标完成情况可以画图）');
    return { ...answer, wantsChart: true };
  }

  function placeOf(name: string): Place | undefined {
    const options = lexicon.gazetteer.byName(name);
    return options.find((p) => held.has(p.id)) ?? options[0] ?? lexicon.gazetteer.find(name)[0]?.place;
  }

  return { turn };
}

/** True for a question that sets what was aimed at against what was reached. */
function isOfBoth(query: Frame | undefined): boolean {
  return query?.analysis?.kind === 'figures' && query.analysis.facet === 'both';
}

/** 那两个城市实际的谁高 behind two aims asks of what was reached, and not of the figures that were told. */
function asksOtherSide({ told = [] }: Session, { facet, facetSure, bothFacets }: Frame): boolean {
  const last = told.at(-1)?.figure.facet;
  const aimed = last === 'target' || last === 'plan-target';
  return aimed && !bothFacets && facetSure && facet?.value === 'outcome';
}

/** Readings of one turn's words that are kept: of its clauses, of a claim, of the whole. */
const MOST_PARSED = 24;

/** How many texts are remembered as held or not. */
const MOST_SEEN = 1000;

/** The same, asked once of each text: a question is read in several ways. */
function remembering(holds: (text: string) => boolean): (text: string) => boolean {
  const seen = new Map<string, boolean>();
  return (text) => {
    const before = seen.get(text);
    if (before !== undefined) return before;
    if (seen.size >= MOST_SEEN) seen.clear();
    const found = holds(text);
    seen.set(text, found);
    return found;
  };
}

/** The answer as a picture, where it can be drawn. */
function drawing(answer: Answer): Answer {
  return answer.chart ? { ...answer, wantsChart: true } : answer;
}

function formatOf(format: string | undefined): ExportFormat {
  return (format ?? 'csv') as ExportFormat;
}

function helpParts(word: string | undefined): [string, string[]] {
  const named = word === undefined ? undefined : findCommand(word.replace(/^\//u, ''));
  const [first = '', ...rest] = helpText('zh', named ? { command: named } : {}).split('\n');
  return [first, rest];
}

/** 第二个的原文, 后面那个数: which source of the answer before is meant, from 1. */
function sourceMeant(text: string, { answer }: Session): number {
  const ordinal = /第([一二三四五六七八九十]|\d{1,2})/u.exec(text)?.[1];
  if (ordinal !== undefined) return numberOf(ordinal);
  return /后[面一]|最后/u.test(text) ? Math.max(1, mergeQuotes(answer?.citations ?? []).length) : 1;
}

function numberOf(text: string | undefined): number {
  if (text === undefined) return 1;
  return /\d/u.test(text) ? Number(text) : CHINESE_NUMBERS.indexOf(text) + 1;
}

/** A claim longer than this stands for itself. */
const MOST_LEANING_CLAIM = 24;

/** A number alone, as a choice is made by. */
const CHOICE = /^第?(\d{1,2}|[一二三四五六七八九十])(?:个|项|条|号)?[.。、]?$/u;

function isNumber(raw: string): boolean {
  return CHOICE.test(raw.trim().slice(0, 40));
}

/** A choice that is none asks again; the choices stay. */
function askAgain(choices: NonNullable<Session['choices']>): Answer {
  const lines = choices.map(({ label }, i) => `${i + 1}. ${label}`);
  return {
    ...notice(`没有这一项，请选1到${choices.length}，或写出名称`, lines),
    kind: 'clarification',
    choices: [...choices],
  };
}

/** The question behind a choice, where a clarification is open and the turn names one of its choices. */
function choiceOf(session: Session, raw: string): string | undefined {
  const { choices } = session;
  if (!choices || choices.length === 0) return undefined;
  const text = raw.trim().slice(0, 40);
  const number = CHOICE.exec(text)?.[1];
  if (number) return choices[numberOf(number) - 1]?.question;
  if (text.length < 2) return undefined;
  return choices.find((c) => c.label === text || c.label.replace(/[市省县区州年]$/u, '') === text)?.question;
}

function refuseText(
  problem: 'empty' | 'too-long' | 'no-words',
  examples: readonly string[],
  most: number = MAX_QUESTION,
): Answer {
  if (problem === 'too-long') return refuseInput(`问题太长了，请控制在${most}字以内`, 'limit', examples);
  if (problem === 'no-words') return refuseInput('没有看到中文问题，请用中文一句话提问', 'not-understood', examples);
  return notice('请输入问题', [], examples);
}

function refuseLatin(unknown: readonly string[], language: Latin['language'], examples: readonly string[]): Answer {
  const words = unknown.map((w) => `“${w}”`).join(', ');
  const english =
    unknown.length > 0
      ? `Not understood: ${words}. Ask with a place, a year and an indicator, e.g. Changde 2022 GDP target`
      : 'No question was found. Ask with a place, a year and an indicator, e.g. Changde 2022 GDP target';
  const chinese = unknown.length > 0 ? `没有看懂${words}` : '没有看到中文问题，请用中文一句话提问';
  const refused = refuseInput(language === 'english' ? english : chinese, 'not-understood', examples);
  return unknown.length === 0 ? refused : { ...refused, understood: { ...refused.understood, unused: [...unknown] } };
}

/** Examples that the corpus can answer: its own places and years where they are not the seeds'. */
function examplesFor(store: Store): string[] {
  const places = heldPlaces(store);
  const first = places[0];
  if (!first || places.some((p) => p.place.short === '常德')) return EXAMPLES;
  return [
    `${first.years[0]}年${first.place.short}GDP目标`,
    `${first.place.short}${first.years[0]}年主要预期目标有哪些`,
    '哪些报告提到“营商环境”',
  ];
}
