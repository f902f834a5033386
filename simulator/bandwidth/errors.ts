import { jsonReply, type Reply, type VendorRequest } from '../http/exchange';

type Category =
  | 'authentication'
  | 'authorization'
  | 'not-found'
  | 'bad-request'
  | 'forbidden'
  | 'limit'
  | 'unavailable';

interface BandwidthError {
  status: number;
  category: Category;
  code: string;
  message: string;
  details?: { name: string; value: string }[];
}

/** The request data in each error. The path has no leading slash and no version. */
function requestDetails(request: VendorRequest): { name: string; value: string }[] {
  return [
    { name: 'requestMethod', value: request.method },
    { name: 'remoteAddress', value: '127.0.0.1' },
    { name: 'requestPath', value: request.path.replace(/^\/v1\//, '') },
  ];
}

/** An error in the vendor's format (doc:errors). */
export function errorReply(request: VendorRequest, error: BandwidthError): Reply {
  const { status, category, code, message, details = [] } = error;
  return jsonReply(status, {
    category,
    code,
    message,
    details: [...details, ...requestDetails(request)],
  });
}

/** A 429: no `message`, and the reset time in milliseconds in a header (doc:rateLimits). */
export function rateLimitReply(request: VendorRequest, resetAt: number): Reply {
  const value = String(resetAt);
  return jsonReply(
    429,
    {
      category: 'too-many-requests',
      code: 'rate-limit-reached',
      details: [{ name: 'rateLimitResetTime', value }, ...requestDetails(request)],
    },
    { 'X-RateLimit-Reset': value },
  );
}

const LABELS = {
  conference: 'conference',
  'conference-member': 'conference member',
  call: 'call',
} as const;

export function notFound(request: VendorRequest, kind: keyof typeof LABELS, id: string): Reply {
  return errorReply(request, {
    status: 404,
    category: 'not-found',
    code: `${kind}-not-found`,
    message: `The ${LABELS[kind]} ${id} could not be found`,
    details: [{ name: kind === 'conference-member' ? 'memberId' : `${kind}Id`, value: id }],
  });
}

export function resourceNotFound(request: VendorRequest): Reply {
  return errorReply(request, {
    status: 404,
    category: 'not-found',
    code: 'resource-not-found',
    message: 'The requested resource could not be found.',
  });
}

export function missingProperty(request: VendorRequest, resource: string, property: string): Reply {
  return errorReply(request, {
    status: 400,
    category: 'bad-request',
    code: 'missing-property',
    message: `The '${resource}' resource property '${property}' is required but was not specified`,
  });
}

export function invalidProperty(request: VendorRequest, resource: string, property: string): Reply {
  return errorReply(request, {
    status: 400,
    category: 'bad-request',
    code: 'validation-error',
    message: `The '${resource}' resource property '${property}' has an invalid value`,
  });
}

/** Codes whose category is not `forbidden`, although their status is 403. */
const LIMITS = ['conference-max-members', 'call-rate-limit'];

export function forbidden(request: VendorRequest, code: string, message: string): Reply {
  const category = LIMITS.includes(code) ? 'limit' : 'forbidden';
  return errorReply(request, { status: 403, category, code, message });
}
