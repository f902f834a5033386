import type { Reply } from '../http/exchange';
import type { Recording } from './recordings';

export type ResponseType = 'XML' | 'HTML' | 'TEXT';

/** The result of an action, before it is written in one of the three formats. */
export interface Outcome {
  action: string;
  /** 0 is success; 2, a processing error, is the only other code that is documented. */
  code: 0 | 2;
  error?: string;
  /** Data next to Response, inside it, and in its attribute. The vendor uses all three places. */
  sibling?: string;
  child?: string;
  attributes?: Record<string, string>;
  /** The payload as plain text. */
  text?: string;
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

export function element(name: string, text: string | number | boolean): string {
  return `<${name}>${escapeXml(String(text))}</${name}>`;
}

function formatXml(outcome: Outcome): string {
  const attributes = Object.entries({
    code: String(outcome.code),
    type: outcome.action,
    ...outcome.attributes,
  }).map(([name, value]) => `${name}="${escapeXml(value)}"`);
  const child =
    outcome.error === undefined ? (outcome.child ?? '') : element('ErrorMessage', outcome.error);
  const response = `<Response ${attributes.join(' ')}${child === '' ? '/>' : `>${child}</Response>`}`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<VerbaApi>${response}${outcome.sibling ?? ''}</VerbaApi>`;
}

function formatText({ action, error, text }: Outcome): string {
  return error === undefined ? (text ?? `${action} OK`) : `${action} failed: ${error}`;
}

function formatHtml(outcome: Outcome): string {
  return `<!DOCTYPE html><html><head><title>${escapeXml(outcome.action)}</title></head><body><p>${escapeXml(formatText(outcome))}</p></body></html>`;
}

/**
 * Writes a result in the requested format; XML is the default. The HTTP status of an API error is not
 * documented: 200 here, so that a client must read the code.
 */
export function formatReply(outcome: Outcome, type: ResponseType): Reply {
  switch (type) {
    case 'XML':
      return {
        status: 200,
        headers: { 'Content-Type': 'text/xml;charset=UTF-8' },
        body: formatXml(outcome),
      };
    case 'HTML':
      return {
        status: 200,
        headers: { 'Content-Type': 'text/html;charset=UTF-8' },
        body: formatHtml(outcome),
      };
    case 'TEXT':
      return {
        status: 200,
        headers: { 'Content-Type': 'text/plain;charset=UTF-8' },
        body: formatText(outcome),
      };
  }
}

/** `YYYY-MM-DD hh:mm:ss.SSS`, without a zone. */
export function formatTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('T', ' ').replace('Z', '');
}

const WRITTEN_TIME = /^\d{4}-\d\d-\d\d \d\d:\d\d(:\d\d(\.\d{3})?)?$/;

/** Parses a time in one of SearchCalls' three formats, to milliseconds since the epoch, or undefined. */
export function parseTime(text: string): number | undefined {
  const time = WRITTEN_TIME.test(text) ? Date.parse(`${text.replace(' ', 'T')}Z`) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}

/** The call's data record as GetCallInformation and SearchCalls show it (doc:GetCallInformation). */
export function recordElement(recording: Recording): string {
  const { endTime } = recording;
  const fields = [
    element('ccdr_id', recording.callId),
    element('native_id', recording.nativeId),
    element('platform_call_id', recording.platformCallId),
    element('meeting_id', recording.meetingId),
    element('source_caller_id', recording.caller),
    element('destination_caller_id', recording.called),
    element('start_time', formatTime(recording.startTime)),
    ...(endTime === undefined ? [] : [element('end_time', formatTime(endTime))]),
    element('direction_id', 0),
    element('cause_id', 0),
    element('signaling_id', 2),
    element('ondemand', 0),
    element('conference', 0),
    element('do_not_delete', recording.isKept),
    element('secondary', false),
  ];
  return `<verbacdr state="${endTime === undefined ? 0 : 1}">${fields.join('')}</verbacdr>`;
}
