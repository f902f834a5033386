import type { ErrorCode } from '../../errors';

/** An error in words, and what the agent can do about it. */
interface ErrorText {
  readonly message: string;
  readonly remedy: string;
}

export const errors = {
  'bad-input': {
    message: 'A value that you entered is not valid.',
    remedy: 'Correct it and try again.',
  },
  'not-configured': {
    message: 'This service is not set up in your profile.',
    remedy: 'Ask your administrator to add it.',
  },
  'not-allowed': {
    message: 'The service does not allow this in the current state of the call.',
    remedy: 'Wait until the call changes, or use your phone.',
  },
  gone: {
    message: 'The call or the participant is no longer there.',
    remedy: 'You do not need to do anything.',
  },
  'already-there': {
    message: 'This person is already in the call, or is being called.',
    remedy: 'You do not need to do anything.',
  },
  full: {
    message: 'The call is full.',
    remedy: 'Somebody has to leave before another can join.',
  },
  'not-connected': {
    message: 'There is no connection to the service at the moment.',
    remedy: 'Use your phone until the connection is back.',
  },
  'wrong-credentials': {
    message: 'The service does not accept the user name, key or password.',
    remedy: 'Check them in Settings.',
  },
  'wrong-address': {
    message: 'The service was not found at its address.',
    remedy: 'Check the address in Settings, or ask your administrator.',
  },
  'session-expired': {
    message: 'The sign-in has expired.',
    remedy: 'Sidetone signs in again automatically. If that does not help, ask your administrator.',
  },
  forbidden: {
    message: 'Your account is not allowed to do this.',
    remedy: 'Ask your administrator for permission.',
  },
  'not-found': {
    message: 'The service could not find what was requested.',
    remedy: 'It may already have ended or been deleted. Check the call before you try again.',
  },
  'no-device': {
    message: 'None of your telephones can place calls at the moment.',
    remedy: 'Sign in to your telephone and try again.',
  },
  'unknown-person': {
    message: 'The service does not know this person.',
    remedy: 'Check the spelling. People must be registered before they can be called.',
  },
  'caller-not-verified': {
    message: 'The service does not place calls from the number in your profile.',
    remedy: 'Ask your administrator to verify the number with the service, or to correct it.',
  },
  'number-not-valid': {
    message: 'The service cannot call this number.',
    remedy: 'Check the number, with its country code, and try again.',
  },
  'destination-not-permitted': {
    message: 'Your account is not allowed to call this destination.',
    remedy: 'Ask your administrator to allow such calls, or choose another number.',
  },
  'no-credit': {
    message: 'Your account with the service has no credit left.',
    remedy: 'Ask your administrator.',
  },
  ambiguous: {
    message: 'More than one recording matches this call, so none was changed.',
    remedy: 'Choose the right one from the list, or delete it in the recorder.',
  },
  'only-stopped': {
    message: 'The recording was stopped, but it is still there: the service did not delete it.',
    remedy: 'Open the recordings of the call and try to delete it again.',
  },
  conflict: {
    message: 'Somebody else changed the same thing at the same time.',
    remedy: 'Check the call, and try again if you still need to.',
  },
  'just-changed': {
    message: 'Until a moment ago, this shortcut acted on another call.',
    remedy: 'Press it again if you mean this call.',
  },
  'rate-limited': {
    message: 'The service received too many requests.',
    remedy: 'Wait a few seconds and try again.',
  },
  refused: {
    message: 'The service refused the request.',
    remedy: 'Check the call, and try again if you still need to.',
  },
  'vendor-unavailable': {
    message: 'The service cannot do this at the moment.',
    remedy: 'Try again later.',
  },
  'no-route': {
    message: 'The service cannot be reached.',
    remedy: 'Check your network or VPN connection.',
  },
  tls: {
    message: 'A secure connection to the service could not be established.',
    remedy:
      'Ask your administrator. The certificate must match the address and come from an authority that this computer trusts.',
  },
  proxy: {
    message: 'The service could not be reached through the proxy.',
    remedy:
      'Ask your administrator. It must be an HTTP proxy that can be reached and requires no password.',
  },
  'no-answer': {
    message: 'The service did not answer.',
    remedy: 'Check whether it was done before you try again.',
  },
  'not-done': {
    message: 'There was no answer. Sidetone has checked since, and this was not done.',
    remedy: 'Try again if you still need to.',
  },
  'not-sent': {
    message:
      'An earlier tone was not confirmed, so this one was not sent: it would have arrived too late or out of order.',
    remedy: 'Listen to the current prompt, then press the keys again.',
  },
  'not-reached': {
    message: 'They could not be reached: nobody answered, or the call was declined.',
    remedy: 'Call again, or try another number.',
  },
  'malformed-answer': {
    message: 'The service sent an answer that Sidetone does not understand.',
    remedy: 'Try again. If it happens again, contact your administrator.',
  },
  'multiple-clients': {
    message: 'You are signed in more than once, so updates can be a few seconds late.',
    remedy: 'Close the other desktop or browser page that shows your calls.',
  },
  'no-keyring': {
    message: 'This computer has no keyring that can keep your passwords and keys safe.',
    remedy: 'Install or unlock a keyring and try again.',
  },
  'memory-only': {
    message:
      'This computer has no keyring, so your passwords and keys are kept only until you quit.',
    remedy: 'Sidetone will ask for them again next time.',
  },
  'not-saved': {
    message: 'Something could not be saved on this computer.',
    remedy:
      'Free some disk space, or make the file writable. Sidetone then saves it automatically.',
  },
  'keyring-locked': {
    message: 'Your keyring is locked.',
    remedy: 'Unlock it to connect.',
  },
  'keyring-changed': {
    message: 'Your keyring no longer opens the stored passwords and keys.',
    remedy: 'Enter them again in Settings.',
  },
  'no-secrets': {
    message: 'The password or key of this service is not stored on this computer.',
    remedy: 'Enter it in Settings.',
  },
  'address-changed': {
    message:
      'The address or user name of this service was changed since its password was stored, so the password is not used.',
    remedy: 'Enter the password again in Settings.',
  },
  'too-fast': {
    message: 'This was requested too often within a short time, so it was not done.',
    remedy: 'Wait a second and try again.',
  },
  internal: {
    message: 'Something went wrong in Sidetone.',
    remedy: 'Quit Sidetone and start it again. If it happens again, contact your administrator.',
  },
} satisfies Record<ErrorCode, ErrorText>;
