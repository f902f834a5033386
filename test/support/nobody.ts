/**
 * An address at which nothing answers: connections are refused. The port of a server that was closed could
 * be given to the server of another test.
 */
export const NOBODY = 'http://127.0.0.1:1';
