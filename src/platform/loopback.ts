/** Whether a host is this computer itself, by name or by address; what is said to it leaves nothing. */
export function isLoopback(hostname: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}
