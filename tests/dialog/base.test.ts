import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer/schema.js';
import { loadSeeds } from '../support/seed-assistant.js';

const assistant = await loadSeeds();

async function talk(...turns: readonly string[]): Promise<Answer> {
  let answer!: Answer;
  for (const turn of turns) answer = await assistant.ask(turns.join('|'), turn);
  return answer;
}

const TO = '常德2021年报告里高新技术企业到了多少家';

describe('what a figure had been, behind the one that its sentence says it became', () => {
  it.each(['原来呢', '原来多少', '之前是多少', '五年前有多少家', '那起初呢'])('%s', async (turn) => {
    const { kind, headline, citations } = await talk(TO, turn);
    expect(kind).toBe('figure');
    expect(headline).toBe('常德市高新技术企业原来是103家（2015年）');
    expect(citations[0]!.quote).toContain('由103家增加到360家');
  });

  it('is told behind both ends too', async () => {
    const { headline } = await talk('常德2021年报告高新技术企业由多少家增加到多少家', '五年前呢');
    expect(headline).toBe('常德市高新技术企业原来是103家（2015年）');
  });

  it('is not said of a figure whose sentence tells one end alone', async () => {
    const { kind } = await talk('怀化2022年要建多少停车位', '原来呢');
    expect(kind).toBe('refusal');
  });

  it('leaves the talk where it was', async () => {
    const { headline } = await talk(TO, '原来呢', '原文');
    expect(headline).toContain('原文');
  });
});

describe('another place in more words', () => {
  it.each(['再来个怀化', '再来一个怀化', '换成怀化'])('%s asks the same of it', async (turn) => {
    const { headline } = await talk('2022年常德GDP目标', turn);
    expect(headline).toContain('怀化市2022年地区生产总值目标');
  });
});

describe('a turn that takes a thing back', () => {
  it.each(['不是GDP，是固投', '我说的不是GDP，是固投', '哦我问的不是GDP，是固定资产投资'])('%s', async (turn) => {
    const { headline } = await talk('2022年怀化GDP目标', turn);
    expect(headline).toContain('怀化市2022年固定资产投资目标');
  });
});

describe('a thing that is put aside', () => {
  it.each(['GDP先放一放，固投目标呢', '撇开GDP不谈，固投目标是多少'])('%s asks for the other alone', async (turn) => {
    const { headline } = await talk('2022年怀化GDP目标', turn);
    expect(headline).toContain('怀化市2022年固定资产投资目标');
  });
});
