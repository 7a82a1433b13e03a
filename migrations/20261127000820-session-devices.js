'use strict';
const { sqlMigration } = require('./lib/sqlMigration');

/** By what people know their own sign-ins again. */
module.exports = sqlMigration({
  up: `
ALTER TABLE employee_sessions ADD COLUMN user_agent text;
COMMENT ON COLUMN employee_sessions.user_agent IS 'What the browser called itself at sign-in, cut off; its owner is shown the device by it.';
`,
  down: 'ALTER TABLE employee_sessions DROP COLUMN user_agent;',
});
