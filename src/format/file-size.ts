/** A size in bytes as people say it: 812字节, 约86 kB, 约1.2 MB. A thousand bytes are a kB. */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes}字节`;
  if (bytes < 999_500) return `约${Math.round(bytes / 1000)} kB`;
  const mega = bytes / 1_000_000;
  return `约${mega < 99.95 ? mega.toFixed(1) : Math.round(mega)} MB`;
}
