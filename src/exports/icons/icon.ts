import sharp from 'sharp';

/**
 * A drawing as a PNG that a device keeps as a picture for the site: a palette, for it has few colours, and nothing of
 * when or where it was made, so that the same drawing gives the same bytes.
 */
export const iconPng = (svg: string): Promise<Buffer> =>
  sharp(Buffer.from(svg)).png({ palette: true, compressionLevel: 9 }).toBuffer();
