/** Numbers rows by hash, with open addressing. */
export class RowTable {
  private keys: Uint32Array;
  private rows: Int32Array;
  private mask: number;
  private count = 0;

  /** @param expected how many rows it is to hold without growing. */
  constructor(expected: number) {
    let size = 1024;
    while (size < expected * 2) size *= 2;
    this.keys = new Uint32Array(size);
    this.rows = new Int32Array(size);
    this.mask = size - 1;
  }

  get size(): number {
    return this.count;
  }

  /** The row of a hash; -1 where there is none. */
  find(hash: number): number {
    for (let at = hash & this.mask; ; at = (at + 1) & this.mask) {
      const key = this.keys[at]!;
      if (key === hash) return this.rows[at]!;
      if (key === 0) return -1;
    }
  }

  /** The row of a hash, the next free one where it is new. */
  add(hash: number): number {
    for (let at = hash & this.mask; ; at = (at + 1) & this.mask) {
      const key = this.keys[at]!;
      if (key === hash) return this.rows[at]!;
      if (key !== 0) continue;
      this.keys[at] = hash;
      this.rows[at] = this.count;
      this.count++;
      if (this.count * 2 > this.mask) this.grow();
      return this.count - 1;
    }
  }

  /** The hashes by row. */
  hashes(): Uint32Array {
    const out = new Uint32Array(this.count);
    for (const [at, key] of this.keys.entries()) if (key !== 0) out[this.rows[at]!] = key;
    return out;
  }

  private grow(): void {
    const { keys, rows } = this;
    this.keys = new Uint32Array(keys.length * 2);
    this.rows = new Int32Array(keys.length * 2);
    this.mask = this.keys.length - 1;
    for (const [i, key] of keys.entries()) {
      if (key === 0) continue;
      let at = key & this.mask;
      while (this.keys[at] !== 0) at = (at + 1) & this.mask;
      this.keys[at] = key;
      this.rows[at] = rows[i]!;
    }
  }
}
