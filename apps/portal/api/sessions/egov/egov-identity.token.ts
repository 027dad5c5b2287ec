/** Null where no provider is named. */
export const EGOV_IDENTITY = Symbol('egov-identity');
