/**
 * Keeps the site on the reader's device, so that it opens without a network.
 *
 * The build lists what is kept at the first visit: the frame, the routines and what is near them. Every
 * such file is kept under its path and a hash of its content, so files of two builds can lie side by
 * side. A page belongs to the build it was opened from, and gets everything else from the same one: a
 * new build shows at the next page that is opened, whole, and an open page stays whole too.
 *
 * What is not in the list comes from the network, and a copy of it is kept: the last ones that were
 * opened. What another language has besides comes once a page of that language was opened.
 *
 * Health text must not grow old unseen. Where a host has a newer build that cannot be had whole, since
 * it is on its way or a file of it is lost, pages come from the network as long as there is one. A page
 * that may be old can ask from when it is: see docs/js/seldom/old-copy.js.
 *
 * In front of this text the build puts `self.BUILD`, the list of its files with their hashes.
 */

/** @typedef {Record<string, string>} Files Path within the site, and the beginning of the hash of its content. */
/** @typedef {{ version: string, files: Files, languages: Record<string, Files> }} Build By their folders. */
/** @typedef {{ version: string, since?: number }} Origin Of a page; since when it is here, if it may be old. */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self))
const build = /** @type {Build} */ (Reflect.get(self, "BUILD"))
/** @type {Files} */
const files = Object.assign({}, build.files, ...Object.values(build.languages))
const scope = worker.registration.scope
const CACHE = `stretchbook ${new URL(scope).pathname}` // several sites may share one host

const AT_ONCE = 6
const STILL_OPENING_MS = 60_000
const ON_ITS_WAY_MS = 3_600_000 // that long a host may take for a new build; then it is taken as it is
const MOST_VISITED = 400 // files, and as many parts of the search
const PART = /\/data\/search\//
const FROM_NETWORK = "network" // a page that is not of a build we keep, and so are its files
const OFFLINE_PAGE = "offline.html"
const VISITED = "?visited"

worker.addEventListener("install", (event) => event.waitUntil(install()))
worker.addEventListener("activate", (event) => event.waitUntil(tidy()))
worker.addEventListener("message", (event) => event.waitUntil(tellAge(event)))
worker.addEventListener("fetch", (event) => {
  const { request } = event
  const url = new URL(request.url)
  const ours = url.href.startsWith(scope) && request.method === "GET"
  if (!ours || request.headers.has("range")) return
  if (request.mode === "navigate") {
    const page = openPage(event, url)
    event.respondWith(page)
    event.waitUntil(page.then(() => keepMore(url))) // the page itself comes first
  } else if (!url.search) event.respondWith(give(event, url))
})

/**
 * Fetch what is not here yet. If the line breaks, what has come stays for the next attempt. The list is
 * kept last, and only then is this build used; it may have gaps, but not in place of a whole one.
 */
async function install() {
  const cache = await caches.open(CACHE)
  const gaps = await keepAll(cache)
  if (gaps && (await hasAnother(cache)) && (await isOnItsWay(cache))) throw new Error(`${gaps} files are not there`)
  await cache.put(listKey(build.version), jsonOf({ at: Date.now(), files }))
  await cache.delete(newerKey())
  await worker.skipWaiting() // open pages keep their own build all the same
}

/** @param {Cache} cache @returns {Promise<number>} how many files could not be had as they are in this build */
async function keepAll(cache) {
  let gaps = await keepThese(cache, build.files)
  for (const language of await languagesInUse(cache)) gaps += await keepThese(cache, build.languages[language])
  return gaps
}

/** @param {Cache} cache @param {Files} list @returns {Promise<number>} */
async function keepThese(cache, list) {
  const waiting = Object.entries(list)
  let gaps = 0
  const helper = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      if (!(await cache.match(keyOf(...next))) && !(await keep(cache, ...next))) gaps += 1
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, helper))
  return gaps
}

/** Whether this device keeps another build. @param {Cache} cache */
async function hasAnother(cache) {
  const lists = (await cache.keys()).filter(({ url }) => url.startsWith(listKey("")))
  return lists.some(({ url }) => url !== listKey(build.version))
}

/** Whether this build is so new that its host may still be receiving it. @param {Cache} cache */
async function isOnItsWay(cache) {
  const known = await noteAt(cache, newerKey())
  const at = known?.version === build.version ? known.at : Date.now()
  await cache.put(newerKey(), jsonOf({ version: build.version, at }))
  return Date.now() - at < ON_ITS_WAY_MS
}

/** Those of pages that were opened, and of one that is open: it came before us. @param {Cache} cache */
async function languagesInUse(cache) {
  for (const { url } of await worker.clients.matchAll({ type: "window", includeUncontrolled: true })) {
    if (url.startsWith(scope)) await note(cache, languageOf(new URL(url)))
  }
  const noted = await Promise.all(Object.keys(build.languages).map((language) => cache.match(languageKey(language))))
  return Object.keys(build.languages).filter((_, at) => noted[at])
}

/** @param {Cache} cache @param {string} language Nothing to note where it is that of the content. */
async function note(cache, language) {
  if (language) await cache.put(languageKey(language), new Response())
}

let hasTried = false // in this life of the worker: the browser often puts us to sleep

/** What this page's language has besides, and what could not be had before. @param {URL} url */
async function keepMore(url) {
  const cache = await caches.open(CACHE)
  const language = languageOf(url)
  if (hasTried && (!language || (await cache.match(languageKey(language))))) return
  hasTried = true
  await note(cache, language)
  await keepAll(cache).catch(() => (hasTried = false))
  const keys = await visitedKeys(cache)
  const kinds = [true, false].map((isPart) => keys.filter((key) => PART.test(key) === isPart))
  await Promise.all(kinds.flatMap((kind) => kind.slice(0, -MOST_VISITED)).map((key) => cache.delete(key)))
}

/** @type {Set<string>} */
const differs = new Set() // what a host has otherwise is asked for once in a life

/**
 * Fetch one file. It is kept only if it is exactly that of this build, so a host that is just receiving
 * another one cannot mix them.
 *
 * @param {Cache} cache
 * @param {string} path
 * @param {string} hash
 * @returns {Promise<boolean>} false where the host has none, or another one; no network is an error
 */
async function keep(cache, path, hash) {
  const key = keyOf(path, hash)
  if (differs.has(key)) return false
  const address = new URL(path.replace(/(^|\/)index\.html$/, "$1"), scope)
  const answer = await fetch(address, { cache: "no-cache" })
  const content = await answer.arrayBuffer()
  if (!answer.ok || !(await hashOf(content)).startsWith(hash)) {
    differs.add(key)
    if (answer.ok && path === OFFLINE_PAGE) await cache.put(visitedKey(path), copyOf(answer, content)) // any will do
    return false
  }
  await cache.put(key, copyOf(answer, content))
  return true
}

/** @param {ArrayBuffer} content @returns {Promise<string>} */
async function hashOf(content) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", content))
  return btoa(String.fromCharCode(...digest))
}

/**
 * Not redirected, for browsers refuse to open a page from such an answer; with the time at which it came.
 *
 * @param {Response} answer
 * @param {ArrayBuffer} content
 */
function copyOf(answer, content) {
  const headers = new Headers(answer.headers)
  headers.set("kept-at", String(Date.now()))
  return new Response(content, { headers })
}

/**
 * @param {FetchEvent} event
 * @param {URL} url
 */
async function openPage(event, url) {
  const path = pathOf(url)
  const isNewest = !(await isNewerKnown())
  const kept = isNewest && (await have(files, path))
  if (kept) return remember(event, { version: build.version }, kept)
  if (isNewest && files[`${path}/index.html`]) return Response.redirect(`${url.pathname}/${url.search}`)
  const answer = await fromNetwork(event, path)
  if (answer?.ok) return remember(event, { version: FROM_NETWORK }, answer)
  const old = (await have(files, path)) ?? (await visited(path))
  if (old) return remember(event, { version: build.version, since: Number(old.headers.get("kept-at")) }, old)
  return remember(event, { version: answer ? FROM_NETWORK : build.version }, answer ?? (await offlinePage()))
}

/** Whether the host has a build that could not be had whole yet. */
async function isNewerKnown() {
  return Boolean(await noteAt(await caches.open(CACHE), newerKey()))
}

/**
 * What a page asks for: from its own build, else from the network. Never another build's.
 *
 * @param {FetchEvent} event
 * @param {URL} url
 */
async function give(event, url) {
  const path = pathOf(url)
  const { version } = await originOf(event.clientId)
  const list = version === FROM_NETWORK ? {} : await listOf(version)
  return (await have(list, path)) ?? (await fromNetwork(event, path)) ?? (await visited(path)) ?? Response.error()
}

/**
 * As the host has it now: what the browser has kept by itself may be of any age. A copy stays for the
 * time without a network, whatever the build lists.
 *
 * @param {FetchEvent} event
 * @param {string} path
 * @returns {Promise<Response | undefined>}
 */
async function fromNetwork(event, path) {
  const { url, redirect } = event.request
  const answer = await fetch(url, { redirect, cache: "no-cache" }).catch(() => undefined)
  if (answer?.ok) event.waitUntil(keepVisited(path, answer.clone()))
  return answer
}

/** @param {string} path @param {Response} answer */
async function keepVisited(path, answer) {
  const cache = await caches.open(CACHE)
  const content = await answer.arrayBuffer()
  await cache.delete(visitedKey(path)) // so that it is the last one
  await cache.put(visitedKey(path), copyOf(answer, content))
}

/** @param {string} path */
async function visited(path) {
  return (await caches.open(CACHE)).match(visitedKey(path))
}

/** From the oldest to the newest. @param {Cache} cache */
async function visitedKeys(cache) {
  return (await cache.keys()).map(({ url }) => url).filter((url) => url.endsWith(VISITED))
}

/**
 * A file from the device, or else from the network if that still has the same one.
 *
 * @param {Files} list
 * @param {string} path
 */
async function have(list, path) {
  const hash = list[path]
  if (!hash) return undefined
  const cache = await caches.open(CACHE)
  const key = keyOf(path, hash)
  if (!(await cache.match(key))) await keep(cache, path, hash).catch(() => {})
  return cache.match(key)
}

/** It says where it is from the root of the site; here it stands for an address of any depth. */
async function offlinePage() {
  const page = (await have(files, OFFLINE_PAGE)) ?? (await visited(OFFLINE_PAGE))
  if (!page) return Response.error()
  const text = (await page.text()).replaceAll('="./', `="${new URL(scope).pathname}`)
  return new Response(text, { status: 503, headers: page.headers })
}

/** @type {Map<string, Origin>} */
const origins = new Map()

/**
 * Note where a page comes from, also for the time after the browser has put us to sleep.
 *
 * @param {FetchEvent} event
 * @param {Origin} origin
 * @param {Response} answer
 */
function remember(event, origin, answer) {
  const id = event.resultingClientId
  origins.set(id, origin)
  const note = jsonOf({ ...origin, at: Date.now() })
  event.waitUntil(caches.open(CACHE).then((cache) => cache.put(clientKey(id), note)))
  return answer
}

/** @param {string} id @returns {Promise<Origin>} */
async function originOf(id) {
  const known = origins.get(id) ?? (await noteAt(await caches.open(CACHE), clientKey(id)))
  const origin = known ?? { version: build.version }
  origins.set(id, origin)
  return origin
}

/** Since when the page that asks is here, if it may be old. @param {ExtendableMessageEvent} event */
async function tellAge(event) {
  const { since } = await originOf(/** @type {Client} */ (event.source).id)
  event.ports[0]?.postMessage(since ?? null)
}

/** @param {string} version @returns {Promise<Files>} */
async function listOf(version) {
  if (version === build.version) return files
  const list = await noteAt(await caches.open(CACHE), listKey(version))
  return list?.files ?? list ?? {} // the list alone, as older workers wrote it
}

/** Remove what neither this build nor any page that is still open needs. */
async function tidy() {
  const cache = await caches.open(CACHE)
  const languages = Object.keys(build.languages).map(languageKey)
  const needed = new Set([listKey(build.version), ...languages, ...Object.entries(files).map((f) => keyOf(...f))])
  for (const key of await visitedKeys(cache)) needed.add(key)
  for (const [key, version] of await openClients(cache)) {
    needed.add(key).add(listKey(version))
    for (const file of Object.entries(await listOf(version))) needed.add(keyOf(...file))
  }
  const unneeded = (await cache.keys()).filter((request) => !needed.has(request.url))
  await Promise.all(unneeded.map((request) => cache.delete(request)))
}

/**
 * The notes about pages that are open, or so new that the browser may not count them yet.
 *
 * @param {Cache} cache
 * @returns {Promise<[string, string][]>}
 */
async function openClients(cache) {
  const open = new Set((await worker.clients.matchAll({ type: "all" })).map((c) => clientKey(c.id)))
  /** @type {[string, string][]} */
  const found = []
  for (const { url } of await cache.keys(clientKey(""), { ignoreSearch: true })) {
    if (!url.includes("?page=")) continue
    const note = await noteAt(cache, url)
    const isNew = Date.now() - note?.at < STILL_OPENING_MS
    if (note && (isNew || open.has(url))) found.push([url, note.version])
  }
  return found
}

/**
 * The file behind an address: queries belong to the page, and folders have an index.
 *
 * @param {URL} url
 */
function pathOf(url) {
  const path = decodeURI(url.pathname).slice(new URL(scope).pathname.length)
  return path === "" || path.endsWith("/") ? `${path}index.html` : path
}

/** The folder of another language; empty for that of the content. @param {URL} url */
function languageOf(url) {
  const folder = pathOf(url).split("/")[0]
  return Object.hasOwn(build.languages, folder) ? folder : ""
}

/** @param {string} language */
function languageKey(language) {
  return new URL(`?language=${language}`, scope).href
}

/** @param {string} path @param {string} hash */
function keyOf(path, hash) {
  return new URL(`${path}?hash=${encodeURIComponent(hash)}`, scope).href
}

/** @param {string} version */
function listKey(version) {
  return new URL(`?build=${version}`, scope).href
}

/** @param {string} id */
function clientKey(id) {
  return new URL(`?page=${id}`, scope).href
}

/** @param {string} path */
function visitedKey(path) {
  return new URL(`${path}${VISITED}`, scope).href
}

function newerKey() {
  return new URL("?newer", scope).href
}

/** @param {object} told */
function jsonOf(told) {
  return new Response(JSON.stringify(told))
}

/** @param {Cache} cache @param {string} key */
async function noteAt(cache, key) {
  return (await cache.match(key))?.json()
}
