package dev.slipway.services.web;

import dev.slipway.kernel.Problem;
import dev.slipway.services.OnboardingWish;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The form as it was filled in.
 *
 * @param replicas as typed
 */
public record OnboardingForm(
        String source, String name, String team, String description, boolean production, String replicas) {

    private static final Set<String> FIELDS = Set.of("source", "name", "team", "description", "replicas");

    static OnboardingForm empty(String source, String team) {
        return new OnboardingForm(source, "", team, "", true, String.valueOf(OnboardingResource.USUAL_REPLICAS));
    }

    /** Problems of what was typed before anybody else looks at it; a source is asked for here, for nobody pushes from a page. */
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        if (source.isBlank()) {
            problems.add(Problem.at("source", "Please say where the repository is."));
        }
        if (number(replicas).isEmpty()) {
            problems.add(Problem.at("replicas", "\"" + replicas + "\" is no number."));
        }
        return problems;
    }

    OnboardingWish wish() {
        return new OnboardingWish(
                source.strip(),
                name.isBlank() ? null : name.strip(),
                team,
                description.strip(),
                production,
                number(replicas).orElse(0),
                null,
                null,
                true);
    }

    static Optional<Integer> number(String text) {
        return text.strip().matches("\\d{1,9}") ? Optional.of(Integer.valueOf(text.strip())) : Optional.empty();
    }

    /** What is wrong with one field; null when nothing is. */
    public static @Nullable String error(List<Problem> problems, String field) {
        String text = String.join(
                " ",
                problems.stream()
                        .filter(problem -> field.equals(problem.where()))
                        .map(problem ->
                                new Problem(null, problem.message(), problem.expected(), problem.next()).toString())
                        .toList());
        return text.isEmpty() ? null : text;
    }

    /** Markdown's sentences without its marks for code. */
    public static String plain(String markdown) {
        return markdown.replace("`", "");
    }

    /** What belongs to no field of the form. */
    public static List<Problem> others(List<Problem> problems) {
        return problems.stream()
                .filter(problem -> problem.where() == null || !FIELDS.contains(problem.where()))
                .toList();
    }
}
