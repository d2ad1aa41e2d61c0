# Bağdar: one small image, no build step (Node runs the TypeScript sources directly).
FROM node:24-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Dev dependencies stay out: among them the `node` package, which only pins Node 24 for work on a checkout.
RUN npm ci --omit=dev --ignore-scripts && npm cache clean --force
# Of the packages only what runs: no compiler (i18next names TypeScript as a companion, so npm keeps it), no sources and
# bundles of other kinds, types, maps and pages (licences stay), and of the fonts the ones in use.
RUN cd node_modules \
  && rm -rf typescript @typescript zod/src pdf-lib/dist pdf-lib/es pdf-lib/src bintrees/test \
    echarts/dist echarts/i18n echarts/types zrender/dist \
  && find @expo-google-fonts -name '*.ttf' ! -name 'NotoSans_400Regular.ttf' \
    ! -name 'NotoSans_700Bold.ttf' ! -name 'NotoNaskhArabic_400Regular.ttf' -delete \
  && find . -type f \( -name '*.map' -o -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' \
    -o -iname '*.md' ! -iname 'licen[cs]e*' \) -delete

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 DATABASE_URL=sqlite:/app/data/bagdar.db
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json LICENSE .npmrc ./
COPY src ./src
COPY content ./content
COPY locales ./locales
# Modules are compiled once, here: those that are loaded when they are wanted, and the rest by a start that ends at its
# configuration (exit code 2). /tmp is empty in every new container, and what is written there counts as its memory.
ENV NODE_COMPILE_CACHE=/app/.compiled
RUN mkdir data && chown node:node data \
  && node -e "for (const file of require('node:fs').globSync('src/**/*.ts', { exclude: ['src/commands/**', 'src/main.ts'] })) import('./' + file)" \
  && (BOT_TOKEN=none node src/start.js || test $? -eq 2)
USER node
VOLUME /app/data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# node itself is process 1, so that SIGTERM reaches it and the stop is graceful.
CMD ["node", "src/start.js"]
