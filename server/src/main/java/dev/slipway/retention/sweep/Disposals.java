package dev.slipway.retention.sweep;

import dev.slipway.operations.Disposal;
import dev.slipway.operations.Disposed;
import dev.slipway.retention.CleanUp;
import dev.slipway.retention.CleanUps;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All kinds of things that are removed in time; one that fails keeps no other from it. */
@Component
class Disposals {

    private static final Logger LOG = LoggerFactory.getLogger(Disposals.class);

    private final ObjectProvider<Disposal> disposals;

    Disposals(ObjectProvider<Disposal> disposals) {
        this.disposals = disposals;
    }

    List<Disposal> all() {
        return disposals.stream()
                .sorted(Comparator.comparing(Disposal::subject))
                .toList();
    }

    List<CleanUps.Rule> rules() {
        return all().stream()
                .map(each -> new CleanUps.Rule(each.subject(), each.rule()))
                .toList();
    }

    CleanUp.Result dispose(Disposal disposal, Disposal.Mode mode) {
        try {
            Disposed done = disposal.dispose(mode);
            return new CleanUp.Result(disposal.subject(), done.count(), done.bytes(), done.examples(), done.blockers());
        } catch (RuntimeException e) { // whatever it is, the others go on, and the next clean-up tries again
            LOG.warn("{} could not be cleaned up", disposal.subject(), e);
            return new CleanUp.Result(
                    disposal.subject(),
                    0,
                    0,
                    List.of(),
                    List.of("It failed: " + e.getMessage() + " (the log says more)"));
        }
    }
}
