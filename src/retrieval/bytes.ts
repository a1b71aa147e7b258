/** JSON as V8 holds it: Chinese is read back five times as fast as from UTF-8, and is smaller. */
export function encodeJson(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value), 'utf16le');
}

export function decodeJson<T>(bytes: Buffer): T {
  return JSON.parse(bytes.toString('utf16le')) as T;
}

/** The bytes of an array of numbers, without a copy. */
export function bytesOf(numbers: Uint32Array | Uint16Array): Buffer {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

/** The bytes as 32-bit numbers; a copy, since bytes read from a file may stand unaligned. */
export function numbersOf(bytes: Buffer): Uint32Array {
  const copy = new Uint8Array(bytes.length);
  copy.set(bytes);
  return new Uint32Array(copy.buffer, 0, copy.length >>> 2);
}
