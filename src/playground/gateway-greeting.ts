import type { Json } from "./wire.ts";
import { world } from "./world.ts";
import { toChannel, toMember, toRole } from "./world-objects.ts";

/** The READY event for a new session. */
export function ready(sessionId: string, gatewayUrl: string, shard: unknown): Json {
  return {
    v: 10,
    user: { ...world.bot, email: null, verified: true, mfa_enabled: true, flags: 0 },
    guilds: [{ id: world.guild.id, unavailable: true }],
    session_id: sessionId,
    resume_gateway_url: gatewayUrl,
    session_type: "normal",
    private_channels: [],
    relationships: [],
    shard: Array.isArray(shard) ? shard : [0, 1],
    application: { id: world.application.id, flags: 0 },
  };
}

/** The GUILD_CREATE event that a bot with the Guilds intent waits for. */
export function guildCreate(): Json {
  const channels = world.places.filter(({ recipientId }) => recipientId === null).map(toChannel);
  return {
    id: world.guild.id,
    name: world.guild.name,
    owner_id: world.guild.ownerId,
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    features: [],
    mfa_level: 0,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    preferred_locale: world.guild.locale,
    nsfw_level: 0,
    hub_type: null,
    incidents_data: null,
    joined_at: "2025-01-01T00:00:00.000000+00:00",
    large: false,
    unavailable: false,
    member_count: world.people.length + 1,
    roles: world.roles.map(toRole),
    channels,
    members: [toMember({ user: world.bot, roleIds: [] })],
    emojis: [],
    stickers: [],
    threads: [],
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}
