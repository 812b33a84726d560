/**
 * Starts every behaviour of the page. Each is fetched and started on its own, so one that breaks,
 * or never arrives over a poor line, takes no other with it.
 */
const behaviours = {
  blocks: () => import("./blocks.js"),
  "copy-link": () => import("./copy-link.js"),
  filters: () => import("./filters.js"),
  movement: () => import("./movement.js"),
  moved: () => import("./moved.js"),
  settings: () => import("./settings.js"),
  sheets: () => import("./sheets.js"),
  search: () => import("./search.js"),
  forget: () => import("./forget.js"),
  session: () => import("./session.js"),
  diary: async () => (document.querySelector("[data-diary]") ? import("./diary/page.js") : { start() {} }),
  offline: () => import("./offline.js"),
}

for (const [name, load] of Object.entries(behaviours)) {
  load()
    .then((behaviour) => behaviour.start())
    .catch((error) => console.error(`${name} did not start`, error))
}
