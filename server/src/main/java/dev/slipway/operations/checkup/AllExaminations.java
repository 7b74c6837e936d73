package dev.slipway.operations.checkup;

import dev.slipway.operations.Checkup;
import dev.slipway.operations.Examination;
import dev.slipway.operations.Finding;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Asks one after the other; one that fails hides nothing of the others. */
@Service
class AllExaminations implements Checkup {

    private static final Logger LOG = LoggerFactory.getLogger(AllExaminations.class);

    private final ObjectProvider<Examination> examinations;

    AllExaminations(ObjectProvider<Examination> examinations) {
        this.examinations = examinations;
    }

    @Override
    public List<Finding> findings() {
        return examinations.stream()
                .flatMap(each -> examine(each).stream())
                .sorted(Comparator.comparing(Finding::severity).thenComparing(Finding::subject))
                .toList();
    }

    private static List<Finding> examine(Examination examination) {
        try {
            return examination.examine();
        } catch (RuntimeException e) { // whatever is broken, the others are asked
            LOG.warn("{} could not be made", examination.getClass().getSimpleName(), e);
            return List.of(Finding.problem(
                    examination.getClass().getSimpleName(),
                    "This could not be looked at.",
                    "The log says why: logs/slipway.log in the data directory."));
        }
    }
}
