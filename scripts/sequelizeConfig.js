'use strict';

/** What sequelize-cli connects with. The program itself runs the same migration files (src/storage/database). */
module.exports = () => {
  const url = process.env.DATABASE_URL;
  if (url) return { url, dialect: 'postgres' };

  // A thrown error would stand below forty lines of usage.
  console.error(
    'DATABASE_URL is not set. sequelize-cli works on a PostgreSQL server only; the embedded database is migrated at ' +
      'each start and by "npm run migrate".',
  );
  process.exit(1);
};
