/** The parts of the platform that the suite talks to; `outside` is the outside provider. */
export type Service = 'auth' | 'backend' | 'frontend' | 'live' | 'outside'
