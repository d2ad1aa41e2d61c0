/** Anonymous sessions of the web chat. Only a hash of the token is stored: a stolen database opens no session. */
export interface Sessions {
  /** Opens a session and returns its token, a secret for a cookie. */
  open(personId: string, lifetimeMs: number): Promise<string>;
  /** The person of a live session; expired and unknown tokens give `null`. */
  find(token: string): Promise<{ readonly personId: string; readonly expiresAt: Date } | null>;
  /** Moves the end of a live session; false when there is none. */
  renew(token: string, lifetimeMs: number): Promise<boolean>;
  close(token: string): Promise<void>;
  /** Deletes expired sessions and returns how many. */
  purge(): Promise<number>;
}
