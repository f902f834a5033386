import type { ErrorCode } from '../../errors';

/** What went wrong in the agent's words, and what the agent can do about it. */
interface ErrorText {
  readonly words: string;
  readonly remedy: string;
}

export const errors = {
  'bad-input': {
    words: 'Something that was entered is not valid.',
    remedy: 'Correct what is named and try again.',
  },
  'not-configured': {
    words: 'This service is not set up in your profile.',
    remedy: 'Ask your administrator to add it.',
  },
  'not-allowed': {
    words: 'The service does not allow this for the call as it is now.',
    remedy: 'Wait until the call changes, or use your phone.',
  },
  gone: {
    words: 'The call or the participant is no longer there.',
    remedy: 'Nothing needs to be done.',
  },
  'already-there': {
    words: 'They are in the call already, or are being called.',
    remedy: 'Nothing needs to be done.',
  },
  full: {
    words: 'The call is full.',
    remedy: 'Somebody has to leave before another can join.',
  },
  'not-connected': {
    words: 'There is no connection to the service at the moment.',
    remedy: 'Use your phone until the connection is back.',
  },
  'wrong-credentials': {
    words: 'The service does not accept the name, key or password.',
    remedy: 'Check the profile or ask your administrator, then try again.',
  },
  'wrong-address': {
    words: 'The service was not found at its address.',
    remedy: 'Check the address in the profile, or ask your administrator.',
  },
  'session-expired': {
    words: 'The sign-in has run out.',
    remedy: 'Sidetone signs in again by itself. If this stays, ask your administrator.',
  },
  forbidden: {
    words: 'Your account is not allowed to do this.',
    remedy: 'Ask your administrator for the right to do it.',
  },
  'not-found': {
    words: 'The service does not know what was asked for.',
    remedy: 'It may have ended or been deleted already.',
  },
  'no-device': {
    words: 'The service knows no telephone of yours that could call.',
    remedy: 'Sign in to your telephone and try again.',
  },
  'unknown-person': {
    words: 'The service does not know this person.',
    remedy: 'Check how the name is written; whoever is called has to be registered first.',
  },
  'caller-not-verified': {
    words: 'The service does not place calls from the number in your profile.',
    remedy: 'Ask your administrator to verify the number with the service, or to correct it.',
  },
  'number-not-valid': {
    words: 'The service cannot call this number.',
    remedy: 'Check the number, with its country code, and try again.',
  },
  'destination-not-permitted': {
    words: 'Your account is not allowed to call this destination.',
    remedy: 'Ask your administrator to permit calls there, or choose another number.',
  },
  'no-credit': {
    words: 'Your account has no credit left with the service.',
    remedy: 'Ask your administrator.',
  },
  ambiguous: {
    words: 'More than one recording fits this call, so none was touched.',
    remedy: 'Choose the right one from the list, or delete it in the recorder.',
  },
  'only-stopped': {
    words: 'The recording was stopped, but it is still there: the service did not delete it.',
    remedy: 'Look at the recordings of the call and delete it again.',
  },
  conflict: {
    words: 'Somebody else changed the same thing at that moment.',
    remedy: 'Look at the call and try again if it is still needed.',
  },
  'rate-limited': {
    words: 'The service wants a pause between requests.',
    remedy: 'Wait a few seconds and try again.',
  },
  refused: {
    words: 'The service refused.',
    remedy: 'Look at the call and try again if it is still needed.',
  },
  'vendor-unavailable': {
    words: 'The service cannot do this at the moment.',
    remedy: 'Try again in a while.',
  },
  'no-route': {
    words: 'The service cannot be reached.',
    remedy: 'Check your network or VPN connection.',
  },
  tls: {
    words: 'The secure connection to the service could not be made.',
    remedy:
      'Ask your administrator: its certificate must fit its address and come from an authority that this computer trusts.',
  },
  proxy: {
    words: 'The service could not be reached through the proxy.',
    remedy:
      'Ask your administrator: it must be an HTTP proxy that is reachable and asks for no password.',
  },
  'no-answer': {
    words: 'The service did not answer.',
    remedy: 'Check whether it was done before you try again.',
  },
  'not-done': {
    words:
      'No answer came and it was not known whether it was done. It has been read again since: it was not.',
    remedy: 'Try again if it is still needed.',
  },
  'not-reached': {
    words: 'They could not be reached: nobody answered, or the call was declined.',
    remedy: 'Call again, or try another number.',
  },
  'malformed-answer': {
    words: 'The service gave an answer that Sidetone does not understand.',
    remedy: 'Try again; if it stays, contact your administrator.',
  },
  'multiple-clients': {
    words: 'You are signed in more than once, so updates can be a few seconds late.',
    remedy: 'Close the other desktop or browser page that shows your calls.',
  },
  'no-keyring': {
    words: 'This computer offers no safe place for your keys.',
    remedy: 'Unlock or install a keyring and try again.',
  },
  'memory-only': {
    words: 'This computer has no keyring, so your passwords and keys are kept only until you quit.',
    remedy: 'Sidetone will ask for them again next time.',
  },
  'not-saved': {
    words: 'Something could not be saved on this computer.',
    remedy: 'Free some space or make it writable; saving then goes on by itself.',
  },
  'keyring-locked': {
    words: 'Your keyring is locked.',
    remedy: 'Unlock it to connect.',
  },
  'no-secrets': {
    words: 'The password or key of this service is not stored on this computer.',
    remedy: 'Enter it in Settings.',
  },
  'address-changed': {
    words:
      'The address or user name of this service was changed since its password was stored, so the password is not used.',
    remedy: 'Enter the password again in Settings.',
  },
  'too-fast': {
    words: 'This was asked for too many times within a short time, so it was not done.',
    remedy: 'Wait a second and try again.',
  },
  internal: {
    words: 'Something went wrong in Sidetone itself.',
    remedy: 'Quit and start it again; contact your administrator if it happens again.',
  },
} satisfies Record<ErrorCode, ErrorText>;
