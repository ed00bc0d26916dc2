import type { PageFile, ViewForm } from "../page-protocol.ts";
import { type App, me } from "./app.ts";
import { avatar } from "./avatar.ts";
import { renderAll } from "./components.ts";
import { el, uniqueId } from "./element.ts";
import { icon } from "./icon.ts";
import type { FormField } from "./render-context.ts";

/** Opens a form of the bot's over the page; it closes when the bot has taken it, or by Escape. */
export function openFormDialog(app: App, form: ViewForm): void {
  const fields: FormField[] = [];
  const titleId = uniqueId("form");
  const { botId, botName } = app.snapshot;
  const failure = el("p", { class: "form-failure", role: "alert", hidden: true }, "Something went wrong. Try again.");
  const submit = el(
    "button",
    { class: "button primary", type: "submit" },
    el("span", {}, "Submit"),
    el("span", { class: "dots", "aria-hidden": "true" }, el("i"), el("i"), el("i")),
  );
  const cancel = el("button", { class: "button plain", type: "button", onclick: () => dialog.close() }, "Cancel");
  const body = renderAll(form.components, {
    app,
    prefix: "form",
    use: () => undefined,
    addField: (field) => fields.push(field),
  });
  const send = async (event: Event) => {
    event.preventDefault();
    const wrong = fields.filter((field) => field.complaint() !== null);
    if (wrong.length > 0) return wrong[0]?.focus();
    submit.classList.add("pending");
    submit.disabled = true;
    failure.hidden = true;
    try {
      const answers = Object.fromEntries(
        await Promise.all(fields.map(async (field) => [field.customId, await readField(field)] as const)),
      );
      const result = await app.act({ kind: "submit", interactionId: form.interactionId, answers });
      if (result.status === "done") return dialog.close();
      failure.hidden = false;
    } catch {
      failure.hidden = false;
    } finally {
      submit.classList.remove("pending");
      submit.disabled = false;
    }
  };
  const dialog = el(
    "dialog",
    { class: "form-dialog", "aria-labelledby": titleId },
    el(
      "form",
      { novalidate: true, onsubmit: (event: Event) => void send(event) },
      el(
        "header",
        {},
        avatar({ id: botId, username: botName, bot: true }, "small"),
        el("h2", { id: titleId }, form.title),
        el(
          "button",
          { class: "icon-button", type: "button", "aria-label": "Close", onclick: () => dialog.close() },
          icon("close"),
        ),
      ),
      el(
        "div",
        { class: "form-body" },
        el(
          "p",
          { class: "form-notice" },
          icon("warning"),
          el(
            "span",
            {},
            `This form will be submitted to ${botName}. Do not share passwords or other sensitive information.`,
          ),
        ),
        ...body,
        failure,
      ),
      el("footer", {}, cancel, submit),
    ),
  );
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  fields[0]?.focus();
  dialog.dataset.person = me(app).key;
}

async function readField(field: FormField): Promise<string | boolean | string[] | PageFile[]> {
  const answer = await field.read();
  if (!Array.isArray(answer)) return answer;
  const files = (answer as (string | File)[]).filter((entry) => entry instanceof File);
  return files.length > 0 ? Promise.all(files.map(toPageFile)) : (answer as string[]);
}

/** Packs a file for the way to the server. */
export function toPageFile(file: File): Promise<PageFile> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error);
    reader.onload = () =>
      resolve({ name: file.name, contentType: file.type, base64: String(reader.result).split(",")[1] ?? "" });
    reader.readAsDataURL(file);
  });
}
