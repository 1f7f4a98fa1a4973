/** Of a body that is a file. With its digest the portal refuses one that arrives otherwise than it was sent (RFC 9530). */
export function fileHeaders(mediaType: string, sha256: Uint8Array): Readonly<Record<string, string>> {
  return { 'content-type': mediaType, 'repr-digest': `sha-256=:${Buffer.from(sha256).toString('base64')}:` };
}
