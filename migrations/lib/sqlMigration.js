'use strict';

/**
 * A migration in plain SQL, forward and back. The SQL goes to the server as one message, which PostgreSQL runs whole or
 * not at all, also when sequelize-cli runs it; the program's own runner passes a transaction, so that the entry in
 * "SequelizeMeta" belongs to it too.
 */
function sqlMigration({ up, down }) {
  return {
    sql: { up, down },
    up: (queryInterface, _Sequelize, transaction) => queryInterface.sequelize.query(up, { transaction }),
    down: (queryInterface, _Sequelize, transaction) => queryInterface.sequelize.query(down, { transaction }),
  };
}

module.exports = { sqlMigration };
