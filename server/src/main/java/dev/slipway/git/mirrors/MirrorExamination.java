package dev.slipway.git.mirrors;

import dev.slipway.git.Mirror;
import dev.slipway.operations.Examination;
import dev.slipway.operations.Finding;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Copies of repositories elsewhere are fresh. */
@Component
class MirrorExamination implements Examination {

    private final MirrorTable table;

    MirrorExamination(MirrorTable table) {
        this.table = table;
    }

    @Override
    public List<Finding> examine() {
        List<Mirror> mirrors = table.all().stream().map(MirrorTable.Row::mirror).toList();
        List<Finding> failing = mirrors.stream()
                .filter(each -> each.failure() != null)
                .map(MirrorExamination::failing)
                .toList();
        return failing.isEmpty()
                ? List.of(Finding.good(
                        "Mirrors", mirrors.isEmpty() ? "Nothing is mirrored." : mirrors.size() + " can be fetched."))
                : failing;
    }

    private static Finding failing(Mirror mirror) {
        String subject = "Mirror of " + mirror.url();
        String why = Objects.requireNonNull(mirror.failure());
        String next = "It is tried again at " + mirror.dueAt() + "; slipway mirrors --refresh " + mirror.url()
                + " tries now.";
        return mirror.isReadable()
                ? Finding.warning(subject, "It is read as it was at " + mirror.fetchedAt() + ". " + why, next)
                : Finding.problem(subject, "It was never fetched. " + why, next);
    }
}
