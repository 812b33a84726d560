/**
 * Runs on the plan page before anything is painted: it has two faces, and the page would move if
 * the right one came late. plan.js reads the address closely; a plan has a slash in it.
 */
if (location.protocol !== "file:") {
  const holdsPlan = /\/|%2f/i.test(location.hash)
  const building = history.state?.face === "builder" // a reload goes on where it was
  document.documentElement.dataset.planFace = building || !holdsPlan ? "builder" : "patient"
}
