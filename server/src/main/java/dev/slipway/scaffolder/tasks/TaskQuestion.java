package dev.slipway.scaffolder.tasks;

import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.Suggestions;
import dev.slipway.scaffolder.RunQuery;
import dev.slipway.scaffolder.RunStatus;
import dev.slipway.scaffolder.ScaffolderException;
import dev.slipway.scaffolder.action.Actors;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which tasks a request asks for; each list empty when it names none. */
record TaskQuestion(
        List<String> createdBy,
        List<String> status,
        List<String> order,
        @Nullable Integer limit,
        long offset) {

    private static final Pattern ORDER = Pattern.compile("(asc|desc):(.+)");
    private static final Map<String, RunQuery.Field> FIELDS = new TreeMap<>(Map.of(
            "id", RunQuery.Field.ID,
            "status", RunQuery.Field.STATUS,
            "created_at", RunQuery.Field.STARTED,
            "created_by", RunQuery.Field.ACCOUNT,
            "last_heartbeat_at", RunQuery.Field.HEARTBEAT,
            "template_name", RunQuery.Field.TEMPLATE));

    /** Whether no run can be meant: of a status, or an author, that none has. */
    boolean unanswerable() {
        return (!status.isEmpty() && statuses().isEmpty())
                || (!createdBy.isEmpty() && accounts().isEmpty());
    }

    RunQuery query() {
        return new RunQuery(
                accounts(),
                statuses(),
                Set.of(),
                order.stream().map(TaskQuestion::order).toList(),
                limit == null ? RunQuery.MOST : limit,
                offset);
    }

    private Set<String> accounts() {
        return createdBy.stream().map(Actors::account).flatMap(Optional::stream).collect(Collectors.toSet());
    }

    private Set<RunStatus> statuses() {
        return status.stream().flatMap(text -> TaskStatus.runs(text).stream()).collect(Collectors.toSet());
    }

    private static RunQuery.Order order(String text) {
        Matcher matcher = ORDER.matcher(text);
        if (!matcher.matches()) {
            throw invalid("\"" + text + "\" is no order.", "asc:<field> or desc:<field>", null);
        }
        RunQuery.Field field = FIELDS.get(matcher.group(2));
        if (field == null) {
            throw invalid(
                    "There is no field \"" + matcher.group(2) + "\" to order by.",
                    String.join(", ", FIELDS.keySet()),
                    Suggestions.didYouMean(matcher.group(2), FIELDS.keySet()).orElse(null));
        }
        return new RunQuery.Order(field, matcher.group(1).equals("desc"));
    }

    private static ScaffolderException invalid(String message, String expected, @Nullable String next) {
        return new ScaffolderException(ProblemCode.INVALID, new Problem("order", message, expected, next));
    }
}
