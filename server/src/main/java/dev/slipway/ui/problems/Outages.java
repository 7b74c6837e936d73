package dev.slipway.ui.problems;

import dev.slipway.kernel.Problem;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Recognises, among the causes of a failure, that the database is away or the disk is full: nobody's request is at fault then. */
final class Outages {

    private static final int UNAVAILABLE = 503;
    private static final int INSUFFICIENT_STORAGE = 507;

    /** The operating system's words, which Java and PostgreSQL pass on. */
    private static final String NO_SPACE = "No space left on device";

    /** SQL's state for it. */
    private static final String DISK_FULL = "53100";

    private Outages() {}

    /** Empty for every other failure. */
    static Optional<ProblemReport> of(Throwable failure) {
        if (causes(failure).anyMatch(Outages::isFullDisk)) {
            return Optional.of(ProblemReport.outage(
                    INSUFFICIENT_STORAGE,
                    "no-space-left",
                    Problem.of("There is no space left on Slipway's disk; what this request asked for was not done.")
                            .next("Whoever runs Slipway has to free space; try again then.")));
        }
        if (causes(failure).anyMatch(Outages::isUnreachableDatabase)) {
            return Optional.of(ProblemReport.outage(
                    UNAVAILABLE,
                    "unavailable",
                    Problem.of("The database does not answer.").next("Try again in a moment.")));
        }
        return Optional.empty();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    private static boolean isFullDisk(Throwable cause) {
        return (cause.getMessage() != null && cause.getMessage().contains(NO_SPACE))
                || (cause instanceof SQLException sql && DISK_FULL.equals(sql.getSQLState()));
    }

    private static boolean isUnreachableDatabase(Throwable cause) {
        return cause instanceof DataAccessResourceFailureException
                || cause instanceof CannotCreateTransactionException
                || cause instanceof SQLTransientConnectionException
                || (cause instanceof SQLException sql && isBrokenConnection(sql.getSQLState()))
                || (cause instanceof TransactionSystemException rollback
                        && isOutage(rollback.getApplicationException()));
    }

    /** A rollback that fails for a broken connection hides what had failed before it. */
    private static boolean isOutage(@Nullable Throwable hidden) {
        return hidden != null && of(hidden).isPresent();
    }

    /** SQL's states for connections that failed, and PostgreSQL's for those that a stopping server ends. */
    private static boolean isBrokenConnection(@Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P0"));
    }
}
