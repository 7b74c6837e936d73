package dev.slipway.ui;

import java.util.Locale;

/** A state in words, with a colour and an icon: never colour alone. */
public record Badge(String label, Tone tone, String icon) {

    public Badge(String label, Tone tone) {
        this(label, tone, tone.icon());
    }

    /** The badge of a state of health, sync, builds, promotions, pull requests, gates; unknown words are shown as they are. */
    public static Badge of(Object state) {
        String word = state.toString().toLowerCase(Locale.ROOT).replace('_', '-');
        String label = sentence(word.replace('-', ' '));
        return switch (word) {
            case "healthy" -> new Badge(label, Tone.GOOD, "heartbeat");
            case "succeeded",
                    "synced",
                    "pass",
                    "passed",
                    "committed",
                    "success",
                    "approved",
                    "live",
                    "active",
                    "ready" -> new Badge(label, Tone.GOOD);
            case "merged" -> new Badge(label, Tone.GOOD, "git-merge");
            case "open" -> new Badge(label, Tone.BUSY, "git-pull-request");
            case "proposed" -> new Badge(label, Tone.WAITING, "git-pull-request");
            case "running",
                    "progressing",
                    "committing",
                    "deploying",
                    "building",
                    "importing",
                    "receiving",
                    "inspecting",
                    "proposing",
                    "declaring" -> new Badge(label, Tone.BUSY);
            case "pending", "queued", "waiting", "reviewing", "merging" -> new Badge(label, Tone.WAITING);
            case "out-of-sync" -> new Badge(label, Tone.WAITING, "refresh");
            case "changes-requested" -> new Badge(label, Tone.BAD, "pencil");
            case "commented" -> new Badge(label, Tone.QUIET, "message");
            case "conflict", "conflicting" -> new Badge(label, Tone.BAD, "alert-triangle");
            case "degraded", "failed", "fail", "failure", "error", "refused", "rejected", "broken" ->
                new Badge(label, Tone.BAD);
            case "missing" -> new Badge(label, Tone.UNKNOWN, "circle-dashed");
            case "suspended" -> new Badge(label, Tone.QUIET, "player-pause");
            case "overridden" -> new Badge(label, Tone.WAITING, "shield-check");
            case "held", "frozen" -> new Badge(label, Tone.WAITING, "snowflake");
            case "vetoed" -> new Badge(label, Tone.BAD, "ban");
            case "cancelled", "superseded", "closed", "none", "skipped", "archived", "draft" ->
                new Badge(label, Tone.QUIET);
            case "unknown" -> new Badge(label, Tone.UNKNOWN);
            default -> new Badge(label, Tone.QUIET, "point");
        };
    }

    private static String sentence(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
