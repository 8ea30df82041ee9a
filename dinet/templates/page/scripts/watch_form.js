/* Sends what is chosen in the page to the dinet watch that serves it, and to nothing else. */
/** @import { SettlingAsked } from "./types.d.ts" */

/** @param {SettlingAsked} asked @param {string} token */
async function sendAnswer({ answer, edition }, token) {
  const reply = await fetch("form", {
    method: "POST",
    headers: { "Content-Type": "application/json", "If-Match": `"${edition}"`, "X-Token": token },
    body: JSON.stringify(answer),
  });
  return { status: reply.status, said: await reply.json() };
}

/** @param {string} token what only the served page knows */
export function followAnswers(token) {
  document.addEventListener("settle", (event) => {
    if (event instanceof CustomEvent) event.detail.reply = sendAnswer(event.detail, token);
  });
}
