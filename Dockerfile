# The server and the worker: one image, PROCESS_ROLE says which.

FROM node:20.20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json vite.config.mts ./
COPY scripts ./scripts
COPY src ./src
RUN npm run build && npm prune --omit=dev
# Tests and what only they use are compiled too, and have no business where it runs.
RUN rm -r dist/test && find dist -regextype posix-extended -regex '.*((\.test|Fixture)\.js(\.map)?|/fixtures/.*)' -delete

FROM node:20.20-bookworm-slim
WORKDIR /app
# In a container every network is that of the container; docker-compose.yml decides which port the host shows.
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY package.json ./
COPY migrations ./migrations
COPY prompts ./prompts
RUN mkdir data && chown node:node data
USER node
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/index.js"]
