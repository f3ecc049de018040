/* Passkeys, on the page of signing in and on that of one's own ways in. Without this file, and where a
   browser has no passkeys, both work by links; nothing else on any page needs a script. */
"use strict";
(() => {
  const part = document.querySelector("[data-passkey]");
  const has = window.PublicKeyCredential;
  if (!part || !has || !has.parseRequestOptionsFromJSON) return;
  const makes = part.dataset.passkey === "make";
  const form = part.querySelector("form");
  const failed = part.querySelector("[role=alert]");
  let waiting = null;

  const send = async (address, body) => {
    const answer = await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  };

  /* Asks the server what to ask, the device for its answer, and brings that back. */
  const ask = async (how) => {
    const { asked, options } = await send(form.action + "/ask", {});
    const credential = makes
      ? await navigator.credentials.create({ publicKey: has.parseCreationOptionsFromJSON(options), ...how })
      : await navigator.credentials.get({ publicKey: has.parseRequestOptionsFromJSON(options), ...how });
    const name = makes ? new FormData(form).get("name") : undefined;
    const { to } = await send(form.action, { asked, answer: credential.toJSON(), name });
    location.assign(to);
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    failed.hidden = true;
    if (waiting) waiting.abort();
    try {
      await ask({});
    } catch {
      failed.hidden = false;
    }
  });
  part.hidden = false;

  /* Browsers that can offer a passkey at the field of the address do so, without any button. */
  const offer = async () => {
    if (makes || !has.isConditionalMediationAvailable || !(await has.isConditionalMediationAvailable())) return;
    waiting = new AbortController();
    /* Nobody has done anything yet, so there is nothing to tell where it does not work out. */
    await ask({ mediation: "conditional", signal: waiting.signal }).catch(() => {});
  };
  offer();
})();
