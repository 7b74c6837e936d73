package dev.slipway.scaffolder.action;

import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ServiceName;
import dev.slipway.kernel.TeamName;
import dev.slipway.scaffolding.action.InputProblem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes names out of inputs. */
final class Answers {

    private Answers() {}

    static Optional<String> text(Map<String, @Nullable Object> input, String key) {
        return Optional.ofNullable(input.get(key)).map(Object::toString).filter(text -> !text.isBlank());
    }

    static ServiceName service(String text) {
        return new ServiceName(text);
    }

    /** {@code red}, or an entity reference as Backstage's OwnerPicker gives: {@code group:default/red}. */
    static TeamName team(String text) {
        return new TeamName(text.replaceFirst("^(?i)group:", "").replaceFirst("^(?i)default/", ""));
    }

    /** Empty when it is not known yet, or not a name; then a problem was added. */
    static <T> Optional<T> name(
            Map<String, @Nullable Object> input, String key, Function<String, T> type, List<InputProblem> problems) {
        if (!input.containsKey(key)) {
            return Optional.empty();
        }
        Optional<String> text = text(input, key);
        if (text.isEmpty()) {
            problems.add(new InputProblem(key, "Please fill this in."));
            return Optional.empty();
        }
        try {
            return text.map(type);
        } catch (IllegalArgumentException e) {
            problems.add(new InputProblem(key, String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    /** The problem without its place, which becomes the field. */
    static String sentence(Problem problem) {
        return new Problem(null, problem.message(), problem.expected(), problem.next()).toString();
    }
}
