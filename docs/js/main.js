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
  "print-button": () => import("./print-button.js"),
  sheets: () => import("./sheets.js"),
  search: () => import("./search.js"),
  forget: () => import("./forget.js"),
  offline: () => import("./offline.js"),
}

for (const [name, load] of Object.entries(behaviours)) {
  load()
    .then((behaviour) => behaviour.start())
    .catch((error) => console.error(`${name} did not start`, error))
}
