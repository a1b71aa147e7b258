/** How the names of folders begin in which a PostgreSQL server of the tests keeps its files. */
export const SERVER_PREFIX = 'gov-report-bot-pg-';
