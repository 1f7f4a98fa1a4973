/** Swiss francs as whole Rappen; undefined if the text is not an ELM amount. */
export function rappen(text: string): bigint | undefined {
  return /^-?\d{1,13}\.\d{2}$/.test(text) ? BigInt(text.replace('.', '')) : undefined;
}

export function francs(amount: bigint): string {
  const digits = String(amount < 0n ? -amount : amount).padStart(3, '0');
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
