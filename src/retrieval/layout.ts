import type { Passage, Report, Section } from '../corpus/types.js';
import { offsetsOf } from '../store/offsets.js';
import type { ReportHead, StoredLayout } from '../store/types.js';
import type { Offsets } from '../text/types.js';

/** What of a report stands in its head: all but what leads through its text. */
export type OwnHead = Omit<Report, 'view' | 'sections' | 'passages'>;

/** A report's head without what is only counted of it. */
export function ownHead(head: ReportHead): OwnHead {
  const { length: _length, passages: _passages, facts: _facts, ends: _ends, ...own } = head;
  return own;
}

/**
 * What leads through a report's text (版面): small beside the text, and needed for every quote. Each part is made when it is first asked for, in
 * place of the JSON that it is made of.
 */
export class Layout {
  private offsetsMade: Offsets | undefined;
  private sectionsMade: readonly Section[] | undefined;
  private offsetsStored: string;
  private sectionsStored: string;
  private readonly passagesStored: string;

  constructor({ offsets, sections, passages }: StoredLayout) {
    this.offsetsStored = offsets;
    this.sectionsStored = sections;
    this.passagesStored = passages;
  }

  get offsets(): Offsets {
    if (!this.offsetsMade) {
      this.offsetsMade = offsetsOf(this.offsetsStored);
      this.offsetsStored = '';
    }
    return this.offsetsMade;
  }

  get sections(): readonly Section[] {
    if (!this.sectionsMade) {
      this.sectionsMade = JSON.parse(this.sectionsStored) as Section[];
      this.sectionsStored = '';
    }
    return this.sectionsMade;
  }

  /** Made anew each time: a hundred to a report, and few questions ask for them. */
  passages(): Passage[] {
    return (JSON.parse(this.passagesStored) as [number, number, number][]).map(([start, end, section], index) => ({
      index,
      start,
      end,
      section,
    }));
  }
}

/** The whole report, as it was when it was read. */
export function reportOf(own: OwnHead, text: string, layout: Layout): Report {
  let passages: Passage[] | undefined;
  return {
    ...own,
    view: {
      text,
      get offsets() {
        return layout.offsets;
      },
    },
    get sections() {
      return layout.sections;
    },
    get passages() {
      passages ??= layout.passages();
      return passages;
    },
  };
}
