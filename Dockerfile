# The gateway alone; docker-compose.yml brings PostgreSQL and PostgREST. Plain `npm start` needs no container.
FROM node:22-bookworm-slim
WORKDIR /app
COPY package.json package-lock.json ./
COPY client/package.json client/
RUN npm ci --ignore-scripts --omit=dev && npm cache clean --force
COPY . .
RUN mkdir .postil && chown node .postil
USER node
EXPOSE 8000
CMD ["node", "bin/postil.js", "serve", "--json"]
