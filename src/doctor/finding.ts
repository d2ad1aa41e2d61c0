/** One thing the doctor looked at. `note`: worth knowing, nothing to mend. */
export interface Finding {
  readonly level: 'ok' | 'note' | 'fault';
  /** What was found, in one line, without secrets. */
  readonly what: string;
  /** What to do, for faults. */
  readonly mend?: string;
}

export const ok = (what: string): Finding => ({ level: 'ok', what });
export const note = (what: string): Finding => ({ level: 'note', what });
export const fault = (what: string, mend: string): Finding => ({ level: 'fault', what, mend });
