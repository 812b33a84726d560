// Runs before the page's own scripts and notes what should not happen, also over several pages.
{
  const note = (...what) => {
    const known = JSON.parse(sessionStorage.getItem("problems") ?? "[]")
    sessionStorage.setItem("problems", JSON.stringify([...known, what.map(String).join(" ")]))
  }
  const failed = ({ target, message }) => note("error", message ?? target.src ?? target.href)
  window.addEventListener("error", failed, true) // also a file that did not come
  window.addEventListener("unhandledrejection", ({ reason }) => note("promise", reason))
  document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
    note("policy", violatedDirective, blockedURI),
  )
  for (const name of ["error", "warn"]) {
    const said = console[name]
    console[name] = (...what) => (note(name, ...what), said.apply(console, what))
  }
}
