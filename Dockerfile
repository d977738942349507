# One image for every role: DEAL_SCOUT_ROLES says which it plays. docs/operations/one-server.md.
# The Node that package.json pins; a digest in its place pins the Debian below it, too.
ARG NODE_IMAGE=node:24.21.0-bookworm-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /opt/deal-scout
COPY package.json package-lock.json ./
# Without the sources nothing can be built yet, and a layer of packages that only the lock file changes is kept.
RUN npm pkg delete scripts.prepare && npm ci --omit=dev --no-audit --no-fund
COPY . .
# npm misses, in a bill of what is there, what is only for developers.
RUN npm run build && npm pkg delete devDependencies && npm sbom --sbom-format cyclonedx > sbom.cdx.json

FROM ${NODE_IMAGE}
ARG VERSION=0.1.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Deal Scout" \
      org.opencontainers.image.source="https://github.com/deal-scout/deal-scout" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      io.deal-scout.sbom="/opt/deal-scout/sbom.cdx.json"
RUN groupadd --gid 10001 deal-scout \
 && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin deal-scout \
 && install --directory --owner=10001 --group=10001 --mode=0700 /data /backups \
 && ln -s /opt/deal-scout/bin/deal-scout.js /usr/local/bin/deal-scout
# Root's, so that the program cannot change itself.
COPY --from=build /opt/deal-scout /opt/deal-scout
WORKDIR /data
ENV NODE_ENV=production \
    DEAL_SCOUT_DATA=/data \
    DEAL_SCOUT_LOG_FORMAT=json \
    DEAL_SCOUT_OPS_PORT=9464
USER 10001:10001
EXPOSE 3000 9464
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=120s --retries=4 \
    CMD ["node", "/opt/deal-scout/deploy/container/health.ts"]
ENTRYPOINT ["deal-scout"]
CMD ["start"]
