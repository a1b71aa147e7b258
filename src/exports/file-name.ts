/** Characters that some file system refuses, and those that nobody sees. */
const REFUSED = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** Names that Windows keeps for devices, whatever follows the dot. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;
/** Three bytes of UTF-8 to a Chinese character: well below the 255 bytes of a file name. */
const MAX_LENGTH = 60;

/** A safe file name from a title: no separators or control characters, at most 60 characters and the extension. */
export function fileName(title: string, extension: string): string {
  const safe = title
    .replace(REFUSED, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+/, '');
  const short = [...safe]
    .slice(0, MAX_LENGTH)
    .join('')
    .replace(/[\s.]+$/, '');
  const name = short === '' ? '导出' : DEVICE.test(short) ? `_${short}` : short;
  return `${name}.${extension}`;
}
