import { questionWords } from './words.js';

/** 没达标, 没完成: that something was not reached, said of what is asked about. */
export function saysMissed(text: string): boolean {
  return questionWords().undone.some((word) => text.includes(word));
}

/** 哪些目标没完成: which of the things aimed at were not reached. */
export function asksMissed(text: string): boolean {
  const { aims, undone } = questionWords();
  return aims.some((word) => text.includes(word)) && undone.some((word) => text.includes(word));
}
