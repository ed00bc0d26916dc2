import { ApiError, invalidForm } from "./api-error.ts";
import { type Component, componentType, type Json, messageFlag, walkComponents } from "./wire.ts";

const MAX_CONTENT = 2_000;
const MAX_COMPONENTS = 40;
const MAX_TEXT = 4_000;
const V2_ONLY: readonly number[] = [
  componentType.section,
  componentType.textDisplay,
  componentType.thumbnail,
  componentType.mediaGallery,
  componentType.file,
  componentType.separator,
  componentType.container,
];

/**
 * Refuses what Discord refuses in a message as a whole: the limits that span fields.
 *
 * @throws ApiError
 */
export function checkMessage(body: Json, flags: number, fileCount: number): void {
  const content = String(body.content ?? "");
  const components = (body.components as Component[] | null | undefined) ?? [];
  const embeds = (body.embeds as Json[] | null | undefined) ?? [];
  const isV2 = (flags & messageFlag.componentsV2) !== 0;
  if (isV2 && (content !== "" || embeds.length > 0)) {
    throw invalidForm("content", "The 'content' field cannot be used when using MessageFlags.IS_COMPONENTS_V2");
  }
  if (content.length > MAX_CONTENT) throw invalidForm("content", "Must be 2000 or fewer in length.");
  if (content === "" && components.length === 0 && embeds.length === 0 && fileCount === 0) {
    throw new ApiError(400, 50006, "Cannot send an empty message");
  }
  checkComponents(components, isV2);
}

function checkComponents(components: readonly Component[], isV2: boolean): void {
  const customIds = new Set<string>();
  let count = 0;
  let textLength = 0;
  walkComponents(components, (component) => {
    count += 1;
    if (!isV2 && V2_ONLY.includes(component.type)) {
      throw invalidForm("components", 'Value of field "type" must be one of (1,).');
    }
    if (component.type === componentType.textDisplay) textLength += (component.content ?? "").length;
    if (component.custom_id === undefined) return;
    if (component.custom_id.length > 100) throw invalidForm("components", "Must be between 1 and 100 in length.");
    if (customIds.has(component.custom_id)) {
      throw invalidForm("components", "Component custom id cannot be duplicated");
    }
    customIds.add(component.custom_id);
  });
  if (count > MAX_COMPONENTS) throw invalidForm("components", "Must be 40 or fewer in length.");
  if (textLength > MAX_TEXT) throw invalidForm("components", "Components displayable text size exceeds 4000");
}
