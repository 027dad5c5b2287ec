/** Injection token of the primary database's address, for the hot path's own pool. */
export const DATABASE_URL = Symbol('database-url');
