package dev.slipway.scaffolder.fields;

import dev.slipway.entities.EntityRef;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.Suggestions;
import dev.slipway.scaffolding.form.FieldProblem;
import dev.slipway.scaffolding.form.Form;
import dev.slipway.scaffolding.form.FormField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks answers against what the platform knows; {@link Form#problems} has looked at their shape. */
@Component
public class FieldChecks {

    private final EntityFields entities;

    FieldChecks(EntityFields entities) {
        this.entities = entities;
    }

    /** @param values the answers with their defaults */
    public List<FieldProblem> problems(Form form, Map<String, @Nullable Object> values, Actor actor) {
        List<FieldProblem> problems = new ArrayList<>();
        for (int page = 0; page < form.pages(); page++) {
            form.fields(page, values).stream()
                    .flatMap(FieldChecks::withThoseBelow)
                    .forEach(field -> problems.addAll(problems(field, actor)));
        }
        return problems;
    }

    private static Stream<FormField> withThoseBelow(FormField field) {
        return Stream.concat(Stream.of(field), field.children().stream().flatMap(FieldChecks::withThoseBelow));
    }

    private List<FieldProblem> problems(FormField field, Actor actor) {
        Optional<EntityWish> wish = EntityWish.of(field);
        if (wish.isEmpty()) {
            return List.of();
        }
        List<FieldProblem> problems = new ArrayList<>();
        List<?> values = field.value() instanceof List<?> list
                ? list
                : Stream.ofNullable(field.value()).toList();
        for (Object value : values) {
            if (value instanceof String text && !text.isBlank()) {
                problem(field, wish.get(), text, actor)
                        .ifPresent(message -> problems.add(new FieldProblem(field.path(), message)));
            }
        }
        return problems;
    }

    private Optional<String> problem(FormField field, EntityWish wish, String value, Actor actor) {
        Optional<EntityRef> ref = wish.reference(value);
        if (wish.arbitrary() || (ref.isPresent() && entities.takes(field, wish, ref.get(), actor))) {
            return Optional.empty();
        }
        if (ref.isEmpty()) {
            return Optional.of("\"" + value + "\" names no entity: expected kind:namespace/name.");
        }
        boolean known = entities.known(ref.get()).isPresent();
        List<String> near = entities.suggestions(field, wish, ref.get().name(), actor).stream()
                .map(Suggestion::value)
                .toList();
        return Optional.of(
                known
                        ? "\"" + ref.get() + "\" is not one of those that can be chosen here."
                        : "The catalog does not know \"" + ref.get() + "\"."
                                + Suggestions.didYouMean(ref.get().toString(), near)
                                        .map(hint -> " " + hint)
                                        .orElse(""));
    }
}
