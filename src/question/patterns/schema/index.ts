import { z } from 'zod';
import { patternHead } from '../file.js';
import { figures } from './figures.js';
import { slots } from './slots.js';
import { tables } from './tables.js';
import { turns } from './turns.js';
import { words } from './words.js';

/** config/language/patterns.json: what questions may say where a list of words cannot tell it. Groups by what they are read for. */
export const patternFile = z.strictObject({ ...patternHead, ...figures, ...words, ...slots, ...tables, ...turns });
