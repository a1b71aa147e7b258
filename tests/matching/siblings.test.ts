import { describe, expect, it } from 'vitest';
import { contrasts } from '../../src/lexicon/contrasts.js';
import { rarity } from '../../src/lexicon/rarity.js';
import { siblings } from '../../src/lexicon/siblings.js';
import { thesaurus } from '../../src/lexicon/thesaurus.js';
import { siblingAgreement } from '../../src/matching/siblings.js';
import { type Stretch, termsOf } from '../../src/matching/terms.js';

const language = { thesaurus: thesaurus(), rarity: rarity(), contrasts: contrasts(), siblings: siblings() };

function agreement(question: string, subject: string, sentence = subject, stretch?: Stretch) {
  const roles = [...question].map(() => 'content' as const);
  const terms = termsOf([{ text: question, roles, content: roles.map(() => 1), start: 0 }], language, stretch);
  return siblingAgreement(terms, { subject, segment: subject, clause: subject, sentence, around: '' });
}

describe('siblings of a figure', () => {
  it('another member excludes the figure', () => {
    expect(agreement('肉牛存栏', '奶牛存栏量')).toMatchObject({ clash: 1, same: 1, excludes: true });
  });

  it('a name that only stands inside the name of another is none', () => {
    expect(agreement('出口总额', '进出口总额')).toMatchObject({ inside: 1, excludes: true });
    expect(agreement('税收收入', '非税收入')).toMatchObject({ clash: 1, excludes: true });
  });

  it('the member asked for, alone or with others', () => {
    expect(agreement('大豆产量', '大豆产量')).toMatchObject({ clash: 0, mixed: 0, excludes: false });
    expect(agreement('大豆产量', '玉米、大豆产量')).toMatchObject({ clash: 0, mixed: 1, excludes: false });
  });

  it('a word that may stand for a member meets it', () => {
    expect(agreement('苞米产量', '玉米产量')).toMatchObject({ clash: 0, excludes: false });
    expect(agreement('老百姓存钱', '各项存款余额')).toMatchObject({ clash: 0, excludes: false });
  });

  it('a figure that names none is told apart by its sentence', () => {
    expect(agreement('猕猴桃产量', '产量')).toMatchObject({ missing: 1, gone: 1, lost: 1, excludes: false });
    expect(agreement('猕猴桃产量', '产量', '猕猴桃丰收，产量增加')).toMatchObject({ missing: 1, gone: 0, lost: 0 });
  });

  it('a figure that names one unasked', () => {
    expect(agreement('产量', '大豆产量')).toMatchObject({ unasked: 1, excludes: false });
  });

  it('what another asking before it names excludes nothing', () => {
    const behind = { from: 5, to: 7, before: 0.5, behind: 0.3 };
    expect(agreement('大豆多少，产量', '玉米产量', undefined, behind)).toMatchObject({ clash: 1, excludes: false });
  });
});
