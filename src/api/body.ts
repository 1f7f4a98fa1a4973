const largestJson = 64 * 1024 * 1024;

/** @throws SyntaxError if it is not JSON or larger than 64 MiB; NetworkError if it breaks off */
export async function readJson(body: AsyncIterable<Uint8Array>): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > largestJson) throw new SyntaxError(`more than ${largestJson} bytes of JSON`);
    chunks.push(chunk);
  }
  return size === 0 ? undefined : JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

const largestDrained = 1024 * 1024;

/** Reads what nobody wants, so that the connection can serve again; one that brings too much is given up. */
export async function drain(body: AsyncIterable<Uint8Array>): Promise<void> {
  let size = 0;
  try {
    for await (const chunk of body) {
      size += chunk.length;
      if (size > largestDrained) break;
    }
  } catch {
    // Only the connection is at stake, and it is given up then.
  }
}
