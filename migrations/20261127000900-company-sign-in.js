'use strict';
const { comments } = require('./lib/comments');
const { sqlMigration } = require('./lib/sqlMigration');

/** Tables of their own, not columns of the old ones: signing in with a password works before this has run. */
module.exports = sqlMigration({
  up: `
CREATE TABLE employee_identities (
  issuer text NOT NULL,
  subject text NOT NULL,
  employee_id integer NOT NULL REFERENCES employees ON DELETE CASCADE,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (issuer, subject),
  UNIQUE (employee_id, issuer)
);

CREATE TABLE company_sessions (
  session_id uuid PRIMARY KEY REFERENCES employee_sessions ON DELETE CASCADE,
  issuer text NOT NULL,
  subject text NOT NULL,
  sid text,
  FOREIGN KEY (issuer, subject) REFERENCES employee_identities ON DELETE CASCADE
);
CREATE INDEX company_sessions_identity_idx ON company_sessions (issuer, subject);
CREATE INDEX company_sessions_sid_idx ON company_sessions (issuer, sid);
${comments({
  employee_identities: [
    'Who a person is at the sign-in of the company (OpenID Connect).',
    {
      issuer: 'Address of the provider.',
      subject: 'What the provider calls the person, for ever: e-mail addresses are given to others.',
      employee_id: 'The person here.',
      created_at: 'When first signed in by it.',
    },
  ],
  company_sessions: [
    'Sign-ins that came from the sign-in of the company, and end with it.',
    {
      session_id: 'The sign-in here.',
      issuer: 'Address of the provider.',
      subject: 'What the provider calls the person.',
      sid: 'What the provider calls the sign-in there; null: it does not say.',
    },
  ],
})}
`,
  down: 'DROP TABLE company_sessions, employee_identities;',
});
