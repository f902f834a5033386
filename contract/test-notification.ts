/** The result of a test notification; `no-word` if the desktop did not report it. */
export type TestNotification = 'shown' | 'not-supported' | 'desktop-refused' | 'no-word';
