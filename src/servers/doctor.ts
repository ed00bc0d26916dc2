import { DOCTOR_AGAIN, DOCTOR_CHANNELS, doctorCard } from "#src/replies/staff/doctor-card.ts";
import { examine } from "./examine.ts";
import type { StaffPart } from "./staff-part.ts";

/** Checks what the bot needs on this server, and says what to do about what is missing. */
export const doctor: StaffPart = {
  async open(request, services) {
    const examination = await examine(request, services);
    return { kind: "message", visibility: "private", body: doctorCard(examination, request.user.id) };
  },
  actions: {
    async [DOCTOR_AGAIN](request, services) {
      return { kind: "update", body: doctorCard(await examine(request, services), request.user.id) };
    },
    async [DOCTOR_CHANNELS](request, services) {
      const examination = await examine(request, services, request.chosenChannels);
      return { kind: "update", body: doctorCard(examination, request.user.id) };
    },
  },
};
