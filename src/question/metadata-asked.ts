import type { Frame } from '../frame/types.js';
import { patterns } from './patterns/index.js';
import { questionWords } from './words.js';

/** What a report is called in full. */
const REPORT = '工作报告';

/** Who gave the report or when it was given, where a question asks for that. */
export function metadataAsked(text: string): Frame['detail'] {
  const { speaker, delivered } = questionWords().asked.metadata;
  if (!patterns().metadata.aboutReport.in(text)) return undefined;
  // 政府工作报告的任务 holds no 作报告的.
  const whole = text.replaceAll(REPORT, REPORT.slice(-2));
  // 刘志仁作报告的时候，承认… names a time.
  const said = patterns().metadata.whenGiven.replaceIn(whole, () => '');
  if (speaker.some((w) => said.includes(w))) return 'speaker';
  // “朔州号”动车是几月几号跑的头一趟，报告里提到的: a day of what is named, and none of the report.
  if (delivered.some((w) => said.includes(w)) && !said.includes('“')) return 'delivered';
  return undefined;
}
