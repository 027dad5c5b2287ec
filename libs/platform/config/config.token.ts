/** Injection token of the frozen {@link Config}. */
export const CONFIG = Symbol('config');
