import { jsonReply, type Reply } from '../http/exchange';

/** The errors on the vendor's page, by code: the status and the message. */
const ERRORS = {
  20003: [401, 'Authenticate'],
  20004: [405, 'Method not allowed'],
  20404: [404, 'The requested resource was not found'],
  20429: [429, 'Too many requests'],
  21201: [400, "No 'To' number is specified"],
  21210: [400, "'From' phone number not verified"],
  21211: [400, "Invalid 'To' phone number"],
  21212: [400, "Invalid 'From' phone number"],
  21215: [400, 'Account not authorized to call this destination'],
  21220: [400, 'Invalid call state'],
  /** A parameter with an invalid value. This code is not on the vendor's page. */
  20001: [400, 'Invalid parameter'],
} as const;
export type TwilioErrorCode = keyof typeof ERRORS;

/** An error in the vendor's format. */
export function errorReply(code: TwilioErrorCode, detail?: string): Reply {
  const [status, text] = ERRORS[code];
  return jsonReply(status, {
    code,
    message: detail === undefined ? text : `${text}: ${detail}`,
    more_info: `https://www.twilio.com/docs/errors/${code}`,
    status,
  });
}
