import { createHmac } from 'node:crypto';
import pg from 'pg';
import type { Sequelize } from 'sequelize';

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

/** Tries at changing the role: databases of one server may do so at once, and PostgreSQL lets one of them win. */
const maximumTries = 10;

/**
 * Lets the reader sign in with the derived password, where it cannot yet. Does nothing where `DATABASE_READER_URL` names a
 * login that the operator keeps. The derived value is 64 hex characters, so that it can stand in the statement.
 */
export async function enableReaderLogin(
  sequelize: Sequelize,
  options: { url: string; readerUrl?: string },
): Promise<void> {
  if (options.readerUrl) return;
  const password = derivedPassword(options.url);
  for (let tries = 1; !(await canSignIn(readerUrl(options))); tries += 1) {
    try {
      await sequelize.query(`ALTER ROLE ${readerRole} LOGIN PASSWORD '${password}'`);
    } catch (error) {
      const lostRace = error instanceof Error && error.message.includes('concurrently updated');
      if (!lostRace || tries === maximumTries) throw error;
    }
  }
}

async function canSignIn(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return true;
  } catch (error) {
    // 28xxx: invalid authorisation, which the new password cures; anything else is another trouble.
    if (/^28/.test((error as { code?: string }).code ?? '')) return false;
    throw error;
  } finally {
    await client.end();
  }
}

function derivedPassword(ownerUrl: string): string {
  const ownerPassword = decodeURIComponent(new URL(ownerUrl).password);
  return createHmac('sha256', ownerPassword).update(readerRole).digest('hex');
}
