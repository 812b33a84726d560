/**
 * Runs on the plan page before anything is painted: it has two faces, and the page would move if
 * the right one came late. plan.js reads the address closely. A plan starts with a digit, or has a
 * slash or a colon in it, however often they were encoded; a place on the page has none of these.
 */
if (location.protocol !== "file:") {
  const holdsPlan = /^#(?:#|%(?:25)*23)*[0-9]|[/\\:]|%(?:25)*(?:2f|3a)/i.test(location.hash)
  const building = history.state?.face === "builder" // a reload goes on where it was
  document.documentElement.dataset.planFace = building || !holdsPlan ? "builder" : "patient"
}
