'use strict';
const { comments } = require('./lib/comments');
const { sqlMigration } = require('./lib/sqlMigration');

/** Tables of their own, not columns of the old ones: signing in works before this has run. */
module.exports = sqlMigration({
  up: `
CREATE TABLE second_factors (
  employee_id integer PRIMARY KEY REFERENCES employees ON DELETE CASCADE,
  sealed_secret text NOT NULL,
  last_step bigint NOT NULL DEFAULT 0,
  confirmed_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE recovery_codes (
  employee_id integer NOT NULL REFERENCES second_factors ON DELETE CASCADE,
  code_hash text NOT NULL,
  PRIMARY KEY (employee_id, code_hash)
);

CREATE TABLE sign_in_tries (
  account text PRIMARY KEY,
  tries integer NOT NULL,
  last_at timestamptz NOT NULL
);
CREATE INDEX sign_in_tries_last_idx ON sign_in_tries (last_at);

CREATE TABLE api_keys (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  employee_id integer NOT NULL REFERENCES employees ON DELETE CASCADE,
  name text NOT NULL,
  key_hash text NOT NULL UNIQUE,
  scopes text[] NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  last_used_at timestamptz
);
CREATE INDEX api_keys_employee_idx ON api_keys (employee_id, created_at DESC);
${comments({
  second_factors: [
    'What makes the codes that people sign in with besides their password (TOTP, RFC 6238).',
    {
      employee_id: 'Whose.',
      sealed_secret: 'The secret, encrypted with a key derived from the secret of the installation.',
      last_step: 'Half minute whose code was used last: no code of it or before it counts any more.',
      confirmed_at: 'When its owner has shown a first code; null: not yet, and not asked for.',
      created_at: 'When made.',
    },
  ],
  recovery_codes: [
    'Codes for whoever has lost what makes the others: each counts once and is gone.',
    { employee_id: 'Whose.', code_hash: 'SHA-256 of the code, which has 120 random bits.' },
  ],
  api_keys: [
    'Keys by which programs act for a person. One that is taken away is gone; the audit has what it was.',
    {
      id: 'Key.',
      employee_id: 'Whose, and whom it acts for.',
      name: 'What its owner calls it.',
      key_hash: 'SHA-256 of the key, which has 256 random bits.',
      scopes: 'Rights it has as long as its owner has them.',
      created_at: 'When made.',
      expires_at: 'When it ends by itself.',
      last_used_at: 'When it was used last, to a minute; null: never.',
    },
  ],
  sign_in_tries: [
    'Tries at passwords since the last right one, also at accounts that are not there.',
    {
      account: 'SHA-256 of the e-mail address that was typed.',
      tries: 'How many.',
      last_at: 'When the last one was that counted.',
    },
  ],
})}
`,
  down: 'DROP TABLE api_keys, sign_in_tries, recovery_codes, second_factors;',
});
