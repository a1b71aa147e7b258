const EPOCH = 1_420_070_400_000n;
let serial = 0n;

/** A snowflake as Discord makes them: milliseconds since 2015 and a serial number. */
export function snowflake(): string {
  serial = (serial + 1n) & 0x3fffffn;
  return String(((BigInt(Date.now()) - EPOCH) << 22n) | serial);
}

export const APPLICATION = '900000000000000001';
export const BOT_USER = '900000000000000002';
export const GUILD = '900000000000000003';
export const CHANNEL = '900000000000000004';
export const OTHER_CHANNEL = '900000000000000005';
export const ALICE = '900000000000000011';
export const BOB = '900000000000000012';
export const ADMIN = '900000000000000019';
/** The shape of a token, and nobody's. */
export const TOKEN = 'loopback-bot-token-for-tests.loopbk.not-a-real-token-at-all-0123456789';
