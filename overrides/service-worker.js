/**
 * Keeps the site on the reader's device, so that it opens without a network.
 *
 * Every file is kept under its path and a hash of its content, so files of two builds can lie side
 * by side. A page belongs to the build it was opened from, and gets everything else from the same
 * one: a new build shows at the next page that is opened, whole, and an open page stays whole too.
 *
 * What another language has besides comes once a page of that language was opened, and stays.
 *
 * In front of this text the build puts `self.BUILD`, the list of its files with their hashes.
 */

/** @typedef {Record<string, string>} Files Path within the site, and hash of the content. */
/** @typedef {{version: string, first: Files, later: Files, languages: Record<string, Files>}} Build By their folders. */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self))
const build = /** @type {Build} */ (Reflect.get(self, "BUILD"))
/** @type {Files} */
const files = Object.assign({}, build.first, build.later, ...Object.values(build.languages))
const scope = worker.registration.scope
const CACHE = `stretchbook ${new URL(scope).pathname}` // several sites may share one host

const AT_ONCE = 6
const STILL_OPENING_MS = 60_000
const FROM_NETWORK = "network" // a page that is not of a build we keep, and so are its files
const OFFLINE_PAGE = "offline.html"

worker.addEventListener("install", (event) => event.waitUntil(keepAll()))
worker.addEventListener("activate", (event) => event.waitUntil(tidy()))
worker.addEventListener("fetch", (event) => {
  const { request } = event
  const url = new URL(request.url)
  const ours = url.href.startsWith(scope) && request.method === "GET"
  if (!ours || request.headers.has("range")) return
  if (request.mode === "navigate") {
    const page = openPage(event, url)
    event.respondWith(page)
    event.waitUntil(page.then(() => keepLanguage(url))) // the page itself comes first
  } else if (!url.search) event.respondWith(give(event, url))
})

/**
 * Fetch what is not here yet. If the line breaks, what has come stays for the next attempt; the
 * list is kept last, and only then is this build used.
 */
async function keepAll() {
  const cache = await caches.open(CACHE)
  await keepThese(cache, build.first)
  for (const language of await languagesInUse(cache)) await keepThese(cache, build.languages[language])
  await cache.put(listKey(build.version), new Response(JSON.stringify(files)))
  await worker.skipWaiting() // open pages keep their own build all the same
}

/** @param {Cache} cache @param {Files} list */
async function keepThese(cache, list) {
  const waiting = Object.entries(list)
  const helper = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      if (!(await cache.match(keyOf(...next)))) await keep(cache, ...next)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, helper))
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

/** What this page's language has besides. @param {URL} url */
async function keepLanguage(url) {
  const language = languageOf(url)
  if (!language) return
  const cache = await caches.open(CACHE)
  await note(cache, language)
  await keepThese(cache, build.languages[language]).catch(() => {}) // the next page tries again
}

/**
 * Fetch one file. The browser refuses it unless it is exactly that of this build, so a host that is
 * just receiving another one cannot mix them.
 *
 * @param {Cache} cache
 * @param {string} path
 * @param {string} hash
 */
async function keep(cache, path, hash) {
  const address = new URL(path.replace(/(^|\/)index\.html$/, "$1"), scope)
  const answer = await fetch(address, { cache: "no-cache", integrity: `sha256-${hash}` })
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
  await cache.put(keyOf(path, hash), answer.redirected ? await unredirected(answer) : answer)
}

/**
 * Browsers refuse to open a page from an answer that was redirected.
 *
 * @param {Response} answer
 */
async function unredirected(answer) {
  return new Response(await answer.blob(), { headers: answer.headers })
}

/**
 * @param {FetchEvent} event
 * @param {URL} url
 */
async function openPage(event, url) {
  const path = pathOf(url)
  const kept = await have(files, path)
  if (kept) return remember(event, build.version, kept)
  if (files[`${path}/index.html`]) return Response.redirect(`${url.pathname}/${url.search}`)
  try {
    return remember(event, FROM_NETWORK, await fetch(event.request))
  } catch {
    return remember(event, build.version, await offlinePage())
  }
}

/**
 * What a page asks for: from its own build, or an error that it can see. Never another build's.
 *
 * @param {FetchEvent} event
 * @param {URL} url
 */
async function give(event, url) {
  const version = await versionOf(event.clientId)
  if (version === FROM_NETWORK) return fetch(event.request)
  const path = pathOf(url)
  const list = await listOf(version)
  if (!list[path]) return fetch(event.request)
  return (await have(list, path)) ?? Response.error()
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
  const page = await have(files, OFFLINE_PAGE)
  if (!page) return Response.error()
  const text = (await page.text()).replaceAll('="./', `="${new URL(scope).pathname}`)
  return new Response(text, { status: 503, headers: page.headers })
}

/** @type {Map<string, string>} */
const versions = new Map()

/**
 * Note which build a page comes from, also for the time after the browser has put us to sleep.
 *
 * @param {FetchEvent} event
 * @param {string} version
 * @param {Response} answer
 */
function remember(event, version, answer) {
  const id = event.resultingClientId
  versions.set(id, version)
  const note = new Response(JSON.stringify({ version, at: Date.now() }))
  event.waitUntil(caches.open(CACHE).then((cache) => cache.put(clientKey(id), note)))
  return answer
}

/** @param {string} id @returns {Promise<string>} */
async function versionOf(id) {
  const known = versions.get(id)
  if (known) return known
  const cache = await caches.open(CACHE)
  const note = await cache.match(clientKey(id))
  const version = note ? (await note.json()).version : build.version
  versions.set(id, version)
  return version
}

/** @param {string} version @returns {Promise<Files>} */
async function listOf(version) {
  if (version === build.version) return files
  const cache = await caches.open(CACHE)
  const list = await cache.match(listKey(version))
  return list ? list.json() : {}
}

/** Remove what neither this build nor any page that is still open needs. */
async function tidy() {
  const cache = await caches.open(CACHE)
  const languages = Object.keys(build.languages).map(languageKey)
  const needed = new Set([listKey(build.version), ...languages, ...Object.entries(files).map((f) => keyOf(...f))])
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
    const note = await (await cache.match(url))?.json()
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
