/** The result of a test notification; `not-confirmed` if the desktop did not report it. */
export type TestNotification = 'shown' | 'not-supported' | 'desktop-refused' | 'not-confirmed';
