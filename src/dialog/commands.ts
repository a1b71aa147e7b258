import { answerHoldings, answerReportCard } from '../answer/holdings.js';
import { notice } from '../answer/notice.js';
import type { Answer } from '../answer/schema.js';
import { surroundingsOf } from '../answer/surroundings.js';
import type { ExportFormat, Invocation } from '../commands/index.js';
import type { Place } from '../lexicon/types.js';
import { PER_PAGE, showMore, showSource } from './asides.js';
import type { DialogContext } from './context.js';
import { exportLast, exportPlace } from './export.js';
import { helpParts } from './no-question.js';
import { aside } from './remember.js';
import type { Session } from './sessions.js';
import { citeAll } from './whole.js';

/** Commands that are no plain questions, and the turns that ask for the same of the last answer. */
export interface Commands {
  command(session: Session, invocation: Invocation): Answer;
  /** The sources of the last answer that were not shown yet. */
  more(session: Session): Answer;
  /** The last answer as a picture. */
  chart(session: Session): Answer;
}

/** Commands over one store. */
export function createCommands({ store, lexicon, held, examples }: DialogContext): Commands {
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

  return { command, more, chart };
}

function formatOf(format: string | undefined): ExportFormat {
  return (format ?? 'csv') as ExportFormat;
}
