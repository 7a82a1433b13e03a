import { findAll } from './finding';

/** E-mail addresses. What stands before the `@` is as long as a mailbox may be (RFC 5321), so a long word costs no more. */
export const findEmailAddresses = findAll(
  'email',
  /(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,6}[A-Za-z]{2,24}(?![A-Za-z0-9-])/g,
  () => true,
);
