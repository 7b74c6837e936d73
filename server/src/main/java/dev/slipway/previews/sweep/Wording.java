package dev.slipway.previews.sweep;

import dev.slipway.git.CommitStatus;
import dev.slipway.git.CommitStatus.State;
import dev.slipway.kernel.CommitId;
import dev.slipway.previews.Preview;
import dev.slipway.previews.PreviewStep;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;

/** The words in which pull requests hear of their previews. */
final class Wording {

    private static final String CONTEXT = "slipway/preview";
    private static final int LONGEST_DESCRIPTION = 140;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private Wording() {}

    /**
     * Empty when nothing is to be said.
     *
     * @param page a link to the preview's page
     */
    static Optional<String> comment(Preview preview, String page) {
        String commit = code(preview.head());
        return switch (preview.state()) {
            case READY ->
                Optional.of("**Preview: <" + preview.url() + ">**\n\nIt shows commit " + commit + ". " + end(preview)
                        + more(page));
            case DEPLOYING ->
                Optional.of("**Preview: starting**\n\nCommit " + commit
                        + " is built and being deployed. The address is announced when it answers." + more(page));
            case BUILDING ->
                Optional.of("**Preview: building**\n\n" + preview.message() + meanwhile(preview) + more(page));
            case WAITING -> Optional.of("**Preview: waiting**\n\n" + preview.message() + more(page));
            case SKIPPED ->
                Optional.of("**No preview**\n\n" + preview.message()
                        + " Add the overlay, and this pull request gets one." + more(page));
            case ENDED -> Optional.of("**The preview has ended**\n\n" + preview.message() + more(page));
            case FAILED ->
                Optional.of("**Preview: " + step(preview) + " failed**\n\n" + preview.message() + meanwhile(preview)
                        + log(preview) + more(page));
            case REMOVING -> Optional.empty();
        };
    }

    static String farewell() {
        return "**The preview is gone**\n\nThe pull request is closed, and nothing of its preview is left.";
    }

    private static String end(Preview preview) {
        return preview.expiresAt() == null
                ? "It stays until the pull request is merged or closed."
                : "It goes when the pull request is merged or closed, or on " + TIME.format(preview.expiresAt())
                        + " if nothing is pushed and nobody asks for it until then; the label `keep` makes it stay.";
    }

    private static String meanwhile(Preview preview) {
        return preview.shown()
                .map(shown -> " Meanwhile <" + preview.url() + "> shows commit " + code(shown) + ".")
                .orElse("");
    }

    private static String log(Preview preview) {
        return preview.log().isEmpty()
                ? ""
                : "\n\n```\n" + String.join("\n", preview.log()).replace("```", "'''") + "\n```";
    }

    private static String more(String page) {
        return "\n\n[State, pods and logs](" + page + ")\n";
    }

    private static String code(CommitId commit) {
        return "`" + commit.brief() + "`";
    }

    private static String step(Preview preview) {
        return Objects.requireNonNullElse(preview.failed(), PreviewStep.DEPLOY).word();
    }

    /** Of a preview that is gone: one that never answered must not look as if it were still awaited. */
    static CommitStatus lastStatus(Preview preview) {
        return status(preview, State.SUCCESS, "The preview is gone");
    }

    /** Empty where the last word on the commit stands. */
    static Optional<CommitStatus> status(Preview preview) {
        return switch (preview.state()) {
            case READY -> Optional.of(status(preview, State.SUCCESS, preview.url()));
            case DEPLOYING -> Optional.of(status(preview, State.PENDING, "Deploying"));
            case BUILDING, WAITING -> Optional.of(status(preview, State.PENDING, preview.message()));
            case SKIPPED -> Optional.of(status(preview, State.SUCCESS, "No preview: " + preview.message()));
            case FAILED -> Optional.of(status(preview, State.FAILURE, step(preview) + " failed: " + preview.message()));
            case ENDED, REMOVING -> Optional.empty();
        };
    }

    private static CommitStatus status(Preview preview, State state, String description) {
        String line = description.replace('\n', ' ');
        return new CommitStatus(
                CONTEXT,
                state,
                line.length() <= LONGEST_DESCRIPTION ? line : line.substring(0, LONGEST_DESCRIPTION - 1) + "…",
                preview.path());
    }
}
