import fastifyStatic from '@fastify/static'
import type { FastifyPluginAsync } from 'fastify'
import { webFolder } from './web-build.ts'

/** The built scripts, styles and fonts: named by their content, so that browsers keep them for a year. Nothing of people. */
export const staticFiles: FastifyPluginAsync = async (app) => {
  await app.register(fastifyStatic, {
    root: `${webFolder}/assets`,
    prefix: '/assets/',
    decorateReply: false,
    immutable: true,
    maxAge: '365d',
    index: false,
    // The build leaves a compressed copy beside each text: a slow line is spared two thirds of it.
    preCompressed: true,
  })
}
