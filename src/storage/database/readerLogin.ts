import { createHmac } from 'node:crypto';
import { QueryTypes, type Sequelize } from 'sequelize';

const readerRole = 'narutalk_reader';

/**
 * Where the reader signs in: `DATABASE_READER_URL`, or the owner's server with a password derived from the owner's, so
 * that there is no second secret to keep and every process of the installation knows it.
 */
export function readerUrl(options: { url: string; readerUrl?: string }): string {
  if (options.readerUrl) return options.readerUrl;
  const url = new URL(options.url);
  url.password = derivedPassword(options.url);
  url.username = readerRole;
  return url.toString();
}

/**
 * Lets the reader sign in with the derived password. Does nothing where `DATABASE_READER_URL` names a login that the
 * operator keeps. The password is sent as it is stored: the derived value is 64 hex characters.
 */
export async function enableReaderLogin(
  sequelize: Sequelize,
  options: { url: string; readerUrl?: string },
): Promise<void> {
  if (options.readerUrl) return;
  const password = derivedPassword(options.url);
  await sequelize.transaction(async (transaction) => {
    // Roles belong to the whole server: two processes altering one at once would fail each other.
    await sequelize.query(`SELECT pg_advisory_xact_lock(hashtext('${readerRole}'))`, {
      transaction,
      type: QueryTypes.SELECT,
    });
    await sequelize.query(`ALTER ROLE ${readerRole} LOGIN PASSWORD '${password}'`, { transaction });
  });
}

function derivedPassword(ownerUrl: string): string {
  const ownerPassword = decodeURIComponent(new URL(ownerUrl).password);
  return createHmac('sha256', ownerPassword).update(readerRole).digest('hex');
}
