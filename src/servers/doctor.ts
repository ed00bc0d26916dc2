import { doctorCard } from "#src/replies/staff/doctor-card.ts";
import type { StaffPart } from "./staff-part.ts";

/** Checks what the bot needs on this server, and says what to do about what is missing. */
export const doctor: StaffPart = {
  async open(_request, { storage }) {
    return { kind: "message", visibility: "private", body: doctorCard(await storage.health()) };
  },
  actions: {},
};
