const sha256Hex = /^[0-9a-f]{64}$/;

/** Whether a name is a key: the lower-case hex of a SHA-256, so that no name can lead out of the store. */
export function isKey(name: string): boolean {
  return sha256Hex.test(name);
}

/** @throws TypeError for anything else; keys are computed by the program, so this is a defect and not a user's mistake. */
export function assertKey(key: string): void {
  if (!isKey(key)) throw new TypeError('An object key must be 64 lower-case hexadecimal characters.');
}
