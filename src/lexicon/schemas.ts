import { z } from 'zod';

/**
 * One row of config/places.json: code, name, short name and pinyin, then marks in any number:
 * `=` a further name; `?` a further name found in questions alone; `!` a name of the place never found inside a text, only when asked for as the whole name;
 * `~` a name found only in texts of the area that the place lies in; `^` the code of the place it lies in, where the own code does not tell.
 * A row is one string because 3,500 objects cost ten times as long to check and to load.
 */
export const PLACE_ROW = /^(z?\d{6}) (\S{2,}) (\S{2,}) ([a-z]{2,})((?: [=?!~^]\S{2,})*)$/;

/** config/places.json: the gazetteer. */
export const placesFile = z.strictObject({
  source: z.string(),
  format: z.string(),
  /** Phrases that hold a place's name without meaning it: 长治久安. */
  passOver: z.array(z.string().min(2, '至少要有两个字')),
  places: z.array(
    z
      .string()
      .regex(
        PLACE_ROW,
        '应为“代码 名称 简称 拼音”，其后可有以 = ? ! ~ ^ 开头的标记，例如 430725 桃源县 桃源 taoyuan ~桃源',
      ),
  ),
});

export type PlacesFile = z.infer<typeof placesFile>;
