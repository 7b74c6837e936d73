package dev.slipway.previews.sweep;

import dev.slipway.git.CommitStatus;
import dev.slipway.git.GitHost;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.ProblemException;
import dev.slipway.previews.Preview;
import dev.slipway.previews.store.PreviewRow;
import dev.slipway.previews.store.PreviewStore;
import dev.slipway.ui.PortalAddress;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells a pull request about its preview: one comment, edited in place, and a status of the newest commit. */
@Component
class Announcements {

    private static final Logger LOG = LoggerFactory.getLogger(Announcements.class);
    private static final String MARKER = "slipway/preview";
    private static final Actor SPEAKER = Actor.system("previews");

    private final GitHost host;
    private final PreviewStore store;
    private final PortalAddress portal;

    Announcements(GitHost host, PreviewStore store, PortalAddress portal) {
        this.host = host;
        this.store = store;
        this.portal = portal;
    }

    /** Says nothing that was said last; what a crash cut off is said again, which changes nothing. */
    void tell(PreviewRow row) {
        Preview preview = row.preview();
        Optional<String> comment = Wording.comment(preview, portal.link(preview.path()));
        Optional<CommitStatus> status = Wording.status(preview);
        String what = Integer.toHexString(Objects.hash(comment, status, preview.head()));
        if (comment.isEmpty() || what.equals(row.told())) {
            return;
        }
        host.comment(preview.pullRequest(), MARKER, comment.get(), SPEAKER);
        status.ifPresent(word -> host.setStatus(preview.pullRequest().repository(), preview.head(), word));
        store.told(preview.pullRequest(), what);
    }

    /** The last word; a pull request or repository that is gone, too, needs none. */
    void farewell(PreviewRow row) {
        if (row.told().isEmpty()) {
            return;
        }
        Preview preview = row.preview();
        try {
            host.comment(preview.pullRequest(), MARKER, Wording.farewell(), SPEAKER);
            host.setStatus(preview.pullRequest().repository(), preview.head(), Wording.lastStatus(preview));
        } catch (ProblemException e) {
            LOG.debug("{} cannot be told that its preview is gone.", preview.pullRequest(), e);
        }
    }
}
