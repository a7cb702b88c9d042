import sharp from 'sharp'

/** A photo as far as the desk can tell: noise, which no encoder makes small and no check calls smeared. */
export const noisyPhoto = ({ width, height } = { width: 64, height: 64 }): Promise<Buffer> =>
  sharp({
    create: { width, height, channels: 3, background: '#eee', noise: { type: 'gaussian', mean: 170, sigma: 20 } },
  })
    .jpeg()
    .toBuffer()
