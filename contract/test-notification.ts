/** What became of a test notification; `no-word` where the desktop did not say. */
export type TestNotification = 'shown' | 'not-supported' | 'desktop-refused' | 'no-word';
