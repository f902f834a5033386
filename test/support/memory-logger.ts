import type { Logger } from '../../main/log/logger';

export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** A logger that keeps its lines unredacted, so that a test sees what was passed to it. */
export function createMemoryLogger(): Logger & { readonly lines: LogLine[]; text(): string } {
  const lines: LogLine[] = [];
  function keep(level: LogLine['level']): Logger['info'] {
    return (message, details = {}) => void lines.push({ level, message, details });
  }
  return {
    lines,
    text: () => JSON.stringify(lines),
    info: keep('info'),
    warn: keep('warn'),
    error: keep('error'),
  };
}
