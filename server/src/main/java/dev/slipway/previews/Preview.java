package dev.slipway.previews;

import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.PullRequestRef;
import dev.slipway.kernel.Release;
import dev.slipway.kernel.ServiceName;
import dev.slipway.kernel.TeamName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The preview of a pull request, as far as it has come.
 *
 * @param head the pull request's newest commit
 * @param release what Git says that the preview shows; null while that is nothing
 * @param state where it stands
 * @param failed the step that failed; null unless one did
 * @param message why it waits, failed or ended, for people; may be empty
 * @param log the last lines of the step that failed
 * @param host where it answers, or will
 * @param port of the front listener
 * @param kept whether the label {@code keep} suspends its time to live
 * @param openedAt of the pull request
 * @param activeAt since when its time to live runs
 * @param expiresAt null when it is kept
 * @param answeredAt when it first answered with the present release; null before
 */
public record Preview(
        PullRequestRef pullRequest,
        ServiceName service,
        TeamName team,
        String title,
        String author,
        CommitId head,
        @Nullable Release release,
        PreviewState state,
        @Nullable PreviewStep failed,
        String message,
        List<String> log,
        String host,
        int port,
        String namespace,
        boolean kept,
        Instant openedAt,
        Instant activeAt,
        @Nullable Instant expiresAt,
        @Nullable Instant answeredAt) {

    private static final int HTTP = 80;

    public Preview {
        log = List.copyOf(log);
    }

    /** The name of its Application. */
    public String application() {
        return application(service, pullRequest.number());
    }

    /** The name of the Application of a service's preview. */
    public static String application(ServiceName service, int number) {
        return service + "-pr-" + number;
    }

    public String url() {
        return "http://" + host + (port == HTTP ? "" : ":" + port) + "/";
    }

    /** Its page on the portal. */
    public String path() {
        return "/previews/" + service + "/" + pullRequest.number();
    }

    public Optional<CommitId> shown() {
        return Optional.ofNullable(release).map(Release::commit);
    }
}
